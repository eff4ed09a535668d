"""``python3 course.py backup [FOLDER]``: one file with the gradebooks, the lists, and all that was handed in.

It can be made while leaders grade and formgrader is open. ``restore.py`` puts it back.
"""

import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path

from mbkurs.answers import rename
from mbkurs.arguments import with_language
from mbkurs.grading.gradebook import FILE, PATIENCE, one_at_a_time
from mbkurs.language import system_language
from mbkurs.places import ASSIGNMENTS, languages
from mbkurs.words import words

# What leaders and trainees have made in a course; the rest comes with the course or is made anew.
FOLDERS = ("handed-in", "submitted", "set-aside", "autograded", "feedback", "returned")


def run(arguments: list[str]) -> int:
    """0 when it is made, 1 where there is nothing to keep, 2 for usage."""
    say = words(system_language(arguments), "grading")["backup"]
    parser = with_language()
    parser.add_argument("folder", nargs="?", type=Path, default=ASSIGNMENTS / "backup")
    try:
        asked = parser.parse_args(arguments)
    except ValueError:
        print(say["usage"])
        return 2
    made = backup(ASSIGNMENTS, asked.folder, waiting=lambda: print(say["waiting"], flush=True))
    print(say["made"].format(file=made) if made else say["nothing"])
    return 0 if made else 1


def backup(assignments: Path, folder: Path, waiting=lambda: None) -> Path | None:
    """Writes everything of every course into a new zip in ``folder``; ``None`` where there is nothing.

    ``waiting`` is called if another leader is marking just now. Raises ``OSError``; then no file is left.
    """
    courses = with_work(assignments)
    with locked(courses, waiting):
        return pack(courses, folder)


@contextmanager
def locked(courses: list[Path], waiting) -> Iterator[None]:
    """Nobody takes in or marks in these courses meanwhile."""
    with ExitStack() as stack:
        for course in courses:
            stack.enter_context(one_at_a_time(course, waiting))
        yield


def pack(courses: list[Path], folder: Path) -> Path | None:
    """The zip of these courses, which the caller has locked; ``None`` where there is none."""
    if not courses:
        return None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = _free(folder)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as beside:
        file = Path(beside) / made.name
        with file.open("xb") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
                for course in courses:
                    _pack(course, archive, Path(beside))
            raw.flush()
            os.fsync(raw.fileno())
        file.chmod(0o600)
        rename.put(file, made)
    return made


def with_work(assignments: Path) -> list[Path]:
    """The courses in which somebody has made something."""
    courses = [assignments / language for language in languages()]
    return [course for course in courses if any((course / name).exists() for name in (FILE, *FOLDERS))]


def copy_gradebook(source: Path, target: Path) -> None:
    """Copies a gradebook into another by SQLite's own means: whole, whoever reads or writes in either."""
    with (
        closing(sqlite3.connect(source, timeout=PATIENCE)) as old,
        closing(sqlite3.connect(target, timeout=PATIENCE)) as new,
    ):
        old.backup(new)


def _pack(course: Path, archive: zipfile.ZipFile, beside: Path) -> None:
    if (course / FILE).exists():
        copy = beside / f"{course.name}-{FILE}"
        copy_gradebook(course / FILE, copy)
        archive.write(copy, f"{course.name}/{FILE}")
    for file in _files(course):
        archive.write(file, f"{course.name}/{file.relative_to(course).as_posix()}")


def _files(course: Path) -> Iterator[Path]:
    """Every plain file that was made in a course; a link is never followed."""
    for name in FOLDERS:
        for folder, _, files in os.walk(course / name):
            paths = (Path(folder) / file for file in sorted(files))
            yield from (path for path in paths if path.is_file() and not path.is_symlink())


def _free(folder: Path) -> Path:
    """A name with the time that no file has yet."""
    stem, number = f"mb-{datetime.now():%Y-%m-%d-%H%M%S}", 1
    while (file := folder / f"{stem}{f'-{number}' if number > 1 else ''}.zip").exists():
        number += 1
    return file
