"""Finds the browser that the tests drive, and installs it where the machine's own package manager has it."""

import os
import shutil
from pathlib import Path

from mbkurs.testing import apt

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# Headless, and silent on the network: the tests prove that no third party is asked for anything.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """The path of Chromium, Chrome or Edge; ``MBKURS_BROWSER`` names another one."""
    named = os.environ.get("MBKURS_BROWSER")
    if named:
        return named
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return on_path or next((place for place in PLACES if Path(place).exists()), None)


def install(say: dict) -> bool:
    """Debian's chromium by apt, said before it happens. False where that cannot be done here."""
    return apt.install(say["browser-install"], "chromium")
