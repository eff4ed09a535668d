"""Installs what the tests need where the machine's package manager is apt, and only for root."""

import os
import shutil
import subprocess


def install(*packages: str) -> bool:
    """Install Debian packages. False where there is no apt, no right to use it, or no such package."""
    if not shutil.which("apt-get") or (hasattr(os, "geteuid") and os.geteuid() != 0):
        return False
    quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    return all(
        subprocess.call(["apt-get", *rest], **quiet) == 0
        for rest in (["update"], ["install", "-y", "--no-install-recommends", *packages])
    )
