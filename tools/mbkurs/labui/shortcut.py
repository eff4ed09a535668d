"""A file on the desktop that opens the course with a double click, so that nobody needs a terminal twice."""

import os
import sys
from pathlib import Path

from platformdirs import user_desktop_path

from mbkurs.labui.home import Home, in_hub
from mbkurs.labui.trouble import writing
from mbkurs.places import ROOT
from mbkurs.words import words

# Not the environment's own Python: the front door may have to make the environment anew.
PYTHON = getattr(sys, "_base_executable", sys.executable)

WINDOWS = (
    '@echo off\r\nchcp 65001 >nul\r\npushd "{root}"\r\n'
    '"{python}" course.py lab --home "{home}"\r\nif errorlevel 1 pause\r\n'
)
MACOS = '#!/bin/sh\ncd "{root}" && exec "{python}" course.py lab --home "{home}"\n'
LINUX = (
    "[Desktop Entry]\nType=Application\nName={name}\nTerminal=true\nPath={root}\n"
    'Exec="{python}" course.py lab --home "{home}"\n'
)
# What each system opens with a double click: the file's ending and its content.
FORMS = {"win32": (".cmd", WINDOWS), "darwin": (".command", MACOS), "linux": (".desktop", LINUX)}


def offered() -> bool:
    """Whether there is a desktop to put it on: on the trainee's own machine, not in a hub."""
    return sys.platform in FORMS and user_desktop_path().is_dir() and not in_hub()


def make(home: Home) -> Path:
    """Write the shortcut and return where it is. Raises ``Trouble`` where the desktop cannot be written."""
    ending, form = FORMS[sys.platform]
    name = words(home.language, "lab")["start"]["title"]
    path = user_desktop_path() / f"{name}{ending}"
    places = {"root": str(ROOT), "python": PYTHON, "home": str(home.folder)}
    if ending == ".cmd":
        places = {key: place.replace("%", "%%") for key, place in places.items()}  # else it names a variable
    content = form.format(name=name, **places)
    with writing(path.parent):
        path.write_text(content, encoding="utf-8", newline="")
        if os.name == "posix":
            path.chmod(0o755)
    return path
