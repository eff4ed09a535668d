"""``python3 course.py update [ZIP]``: the newest course, from git or from a newer zip."""

import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from mbkurs.language import system_language
from mbkurs.places import ROOT
from mbkurs.words import words

# What a person or a program has made here, and what git needs: never replaced.
KEPT = {".git", ".venv", "_build"}
# What of an assignments folder comes with the course; all else in it is a course leader's work.
OF_THE_COURSE = {"source", "nbgrader_config.py"}


def run(arguments: list[str]) -> int:
    """0 when the course is up to date; 1 with a plain sentence when it stays as it was."""
    say = words(system_language(arguments), "update")
    zips = [Path(argument) for argument in arguments if argument.endswith(".zip")]
    if zips:
        return from_zip(zips[0], ROOT, say)
    if (ROOT / ".git").exists():
        return from_git(say)
    print(say["how"])
    return 1


def from_git(say: dict) -> int:
    """Take in the newest commits where that needs no merging."""
    pulled = subprocess.run(["git", "pull", "--ff-only"], cwd=ROOT, capture_output=True, text=True)
    print(say["done"] if pulled.returncode == 0 else say["git-failed"])
    return min(pulled.returncode, 1)


def from_zip(file: Path, root: Path, say: dict) -> int:
    """Replace the course in ``root`` by the one in a release zip: all of it or nothing of it."""
    with tempfile.TemporaryDirectory(dir=root.parent, prefix=".mb-update-") as folder:
        fresh = unpacked(file, Path(folder) / "new")
        if fresh is None:
            print(say["bad-zip"].format(file=file))
            return 1
        try:
            swap(fresh, root, Path(folder) / "old")
        except OSError:
            print(say["failed"])
            return 1
    print(say["done"])
    return 0


def unpacked(file: Path, folder: Path) -> Path | None:
    """The course in a zip, unpacked; ``None`` for a file that is not a release of this course."""
    try:
        with zipfile.ZipFile(file) as archive:
            if archive.testzip() is not None:
                return None
            archive.extractall(folder)
    except (OSError, zipfile.BadZipFile):
        return None
    inside = [path.parent for path in folder.glob("*/course.py")]
    return inside[0] if len(inside) == 1 and (inside[0] / "tools" / "mbkurs").is_dir() else None


def swap(fresh: Path, root: Path, old: Path) -> None:
    """Move today's files out and the new ones in; on any fault, put today's back and raise ``OSError``."""
    old.mkdir()
    moved = []
    try:
        for path in sorted(root.iterdir()):
            if path.name not in KEPT:
                shutil.move(path, old / path.name)
                moved.append(path.name)
        for path in sorted(fresh.iterdir()):
            shutil.move(path, root / path.name)
        _bring_what_is_not_ours(old, root)
    except OSError:
        _back(root, old, moved)
        raise


def _bring_what_is_not_ours(old: Path, new: Path) -> None:
    """Copy what a person has put in the course's folder: hand-ins, marks, gradebooks, lists of trainees.

    The old files go only when all is done. A file that the course itself gave up stays too: it harms nobody.
    """
    loose = [*old.iterdir(), *(old / "assignments").glob("*")]
    work = [path for path in (old / "assignments").glob("*/*") if path.name not in OF_THE_COURSE]
    for path in sorted([*loose, *work]):
        target = new / path.relative_to(old)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if path.is_dir() else shutil.copy2)(path, target)


def _back(root: Path, old: Path, moved: list[str]) -> None:
    for path in root.iterdir():
        if path.name not in KEPT and (path.name in moved or not (old / path.name).exists()):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in moved:
        shutil.move(old / name, root / name)
