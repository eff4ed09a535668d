"""Who else on the machine can open the course folder: the gradebook and everybody's answers lie in it."""

import stat
import sys
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def open_to_others(course: Path) -> bool:
    """Whether other accounts of this machine come into the folder; Windows has rights of its own."""
    return sys.platform != "win32" and bool(course.stat().st_mode & OTHERS)


def close(course: Path) -> None:
    """Lets nobody else in; raises ``OSError`` where the folder is somebody else's."""
    course.chmod(stat.S_IMODE(course.stat().st_mode) & ~OTHERS)


def offer(course: Path, say: dict, ask=None) -> None:
    """Says that the folder is open and offers to close it; where nobody can answer, it only says so."""
    if not open_to_others(course):
        return
    print(say["open"].format(folder=course))
    ask = ask or (input if sys.stdin and sys.stdin.isatty() else None)
    if ask is None:
        print(say["how"].format(folder=course))
    elif ask(say["ask"]).strip().casefold() in say["yes"]:
        close(course)
        print(say["closed"])
