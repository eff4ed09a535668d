"""Installs what the tests need where the machine's package manager is apt, and only for root."""

import os
import shutil
import subprocess


def install(sentence: str, *packages: str) -> bool:
    """Print ``sentence``, then install Debian packages. False where apt is missing, not ours, or fails."""
    if not shutil.which("apt-get") or (hasattr(os, "geteuid") and os.geteuid() != 0):
        return False
    print(sentence, flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    return all(
        subprocess.call(["apt-get", *rest], **quiet) == 0
        for rest in (["update"], ["install", "-y", "--no-install-recommends", *packages])
    )
