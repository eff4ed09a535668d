"""Where a trainee's own folder is, and which sheet lies where in it."""

import json
import os
import re
from pathlib import Path

SHEET = "answers.json"
ASSIGNMENT = re.compile(r"assignments/([a-z0-9][a-z0-9-]{0,63})")


def home() -> Path:
    """The trainee's folder: ``MBKURS_HOME`` where the launcher or the hub has set it, else ``~/MB-kurs``."""
    chosen = os.environ.get("MBKURS_HOME")
    return Path(chosen) if chosen else Path.home() / "MB-kurs"


def use_chosen_home() -> None:
    """For a command in a terminal: use the folder that the trainee chose on the start page, if any."""
    if os.environ.get("MBKURS_HOME"):
        return
    try:
        chosen = json.loads((home() / "settings.json").read_text(encoding="utf-8"))["folder"]
    except (OSError, ValueError, KeyError, TypeError):
        chosen = None
    os.environ["MBKURS_HOME"] = chosen or str(home())


def sheet_path(name: str) -> Path:
    """The file of a sheet: ``journal``, ``assignments/NN-slug``, or ``here`` (beside an opened assignment).

    Raises ``ValueError`` for any other name, so that no request can reach another file.
    """
    if name == "journal":
        return home() / SHEET
    if name == "here":
        return Path.cwd() / SHEET
    match = ASSIGNMENT.fullmatch(name)
    if not match:
        raise ValueError(name)
    return home() / "assignments" / match[1] / SHEET
