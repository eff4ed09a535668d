"""Which tests to run after an uncommitted change: within three minutes, what is most likely to break.

The room's own tests, and for the ground floor those of the quick rooms built on it. The rooms that start
whole programs (JupyterLab, the book, nbgrader) are left to the full run, unless they were changed themselves.
"""

import subprocess

from mbkurs.places import ROOT

# Ground floor first, as in tools/README.md.
ROOMS = (
    *("syllabus", "answers", "exercises", "notebooks", "mydata", "grading", "checks"),
    *("labui", "leader", "bookext", "release", "update", "testing"),
)
QUICK = ("syllabus", "answers", "exercises", "notebooks", "mydata", "checks")
GROUND = QUICK[:4]  # what every room above stands on
# Half a minute or more each: left to the full run, unless something in them was changed.
LONG = (
    *("tests/grading/test_bad.py", "tests/grading/test_marking.py", "tests/bookext/test_page.py"),
    *("tests/bookext/test_browsers.py", "tests/bookext/test_without_scripts.py", "tests/bookext/paper"),
    *("tests/bookext/test_handin.py", "tests/bookext/test_settings.py", "tests/bookext/test_offline.py"),
    *("tests/bookext/test_build.py", "tests/bookext/test_watch.py"),
)
# A room whose texts have a name of their own.
TEXTS = {"lab": "labui", "book": "bookext", "paper": "bookext", "reading": "bookext"}
# What else can break which rooms' tests.
CONTENT = {
    "modules/": ("checks", "notebooks"),
    "book/assets/": ("bookext",),
    "book/": ("checks",),
    "assignments/": ("checks",),
}


def touched() -> list[str]:
    """Paths from the project's root that differ from the last commit, new files included."""
    status = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [line[3:].split(" -> ")[-1].strip('"') for line in status.stdout.splitlines()]


def paths_for(files: list[str]) -> list[str]:
    """What pytest is told for these files: folders in the rooms' order, and what to leave out of them."""
    rooms = {room for file in files for room in _rooms(file)}
    chosen = [f"tests/{room}" for room in ROOMS if room in rooms and (ROOT / "tests" / room).exists()]
    return chosen + [f"--ignore={long}" for long in LONG if _left_out(long, chosen, files)]


def _left_out(long: str, chosen: list[str], files: list[str]) -> bool:
    return long.rsplit("/", 1)[0] in chosen and not any(file.startswith(long) for file in files)


def _rooms(file: str) -> tuple[str, ...]:
    for folder, rooms in CONTENT.items():
        if file.startswith(folder):
            return rooms
    parts = file.split("/")
    if parts[0] == "tests" and len(parts) > 2:
        return (parts[1],)
    if file.startswith("tools/mbkurs/words/"):
        name = parts[-1].removesuffix(".yml")
        room = TEXTS.get(name, name)
    else:
        room = parts[2] if file.startswith("tools/mbkurs/") and len(parts) > 3 else ""
    if room in ROOMS:
        return QUICK[QUICK.index(room) :] if room in GROUND else (room,)
    return QUICK if file.endswith(".py") else ()
