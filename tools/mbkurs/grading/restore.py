"""``python3 course.py restore FILE``: puts a backup back, after a backup of what is there now."""

import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path, PurePosixPath

from mbkurs.answers import rename
from mbkurs.arguments import with_language
from mbkurs.grading.backup import FOLDERS, copy_gradebook, locked, pack, with_work
from mbkurs.grading.gradebook import FILE
from mbkurs.language import system_language
from mbkurs.places import ASSIGNMENTS, languages
from mbkurs.words import words


class NoBackup(Exception):
    """The file is no whole backup of a course; nothing was changed."""


def run(arguments: list[str]) -> int:
    """0 when it is put back, 1 where the file is no backup, 2 for usage."""
    say = words(system_language(arguments), "grading")["backup"]
    parser = with_language()
    parser.add_argument("file", type=Path)
    try:
        asked = parser.parse_args(arguments)
    except ValueError:
        print(say["restore_usage"])
        return 2
    try:
        kept = restore(ASSIGNMENTS, asked.file, waiting=lambda: print(say["waiting"], flush=True))
    except NoBackup:
        print(say["no_backup"].format(file=asked.file))
        return 1
    print(say["restored"].format(file=asked.file))
    if kept:
        print(say["kept"].format(file=kept))
    return 0


def restore(assignments: Path, file: Path, waiting=lambda: None) -> Path | None:
    """Puts the courses in a backup back as they were; a course that is not in it stays as it is.

    Returns the backup of what was there before, ``None`` if there was nothing: it is made first, so that
    nothing is ever overwritten that is not kept elsewhere. Raises ``NoBackup`` before anything is changed,
    and ``OSError``; stopped on its way, it can be run again.
    """
    with tempfile.TemporaryDirectory(dir=assignments, prefix=".restore-") as beside:
        fresh = _unpacked(file, Path(beside))
        there = with_work(assignments)
        with locked(sorted({*there, *(assignments / course.name for course in fresh)}), waiting):
            kept = pack(there, assignments / "backup")
            for course in fresh:
                _put_back(course, assignments / course.name, Path(beside))
    return kept


def _unpacked(file: Path, beside: Path) -> list[Path]:
    """The courses in a backup, unpacked and looked through."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = [PurePosixPath(name) for name in archive.namelist()]
            if not names or not all(map(_ours, names)) or archive.testzip():
                raise NoBackup
            archive.extractall(beside / "fresh")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, FileNotFoundError):
        raise NoBackup from None
    courses = sorted((beside / "fresh").iterdir())
    if not all(_whole(course / FILE) for course in courses):
        raise NoBackup
    return courses


def _ours(name: PurePosixPath) -> bool:
    """Whether a backup may hold a file of that name."""
    place, *rest = name.parts or ("",)
    return place in languages() and ".." not in rest and (rest == [FILE] or rest[:1] and rest[0] in FOLDERS)


def _whole(gradebook: Path) -> bool:
    """Whether a gradebook passes SQLite's own check; a course may have none yet."""
    if not gradebook.exists():
        return True
    try:
        with closing(sqlite3.connect(gradebook)) as book:
            return book.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False


def _put_back(fresh: Path, course: Path, beside: Path) -> None:
    """One course; formgrader may be open, so the gradebook is written into, not replaced."""
    if (fresh / FILE).exists():
        copy_gradebook(fresh / FILE, course / FILE)
    for name in FOLDERS:
        if (course / name).exists():
            rename.put(course / name, beside / f"{course.name}-{name}-before")
        if (fresh / name).exists():
            rename.put(fresh / name, course / name)
