"""Files that the leader chooses on the page: kept with the others, each in the course of its own language.

They are data from outside: nothing in them is opened but by ``grading``'s own reader, and nothing is run.
"""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mbkurs.answers import rename
from mbkurs.grading.arrivals import Taken, arrived, usable
from mbkurs.grading.handin import write
from mbkurs.grading.intake import take_in
from mbkurs.grading.parcel import SUFFIX
from mbkurs.grading.register import people
from mbkurs.grading.sheet import MAX_BYTES
from mbkurs.places import languages

# What never was a hand-in, or is nobody else's to keep, is told of and not kept.
NOT_KEPT = {"receipt", "no-hand-in", "private"}


@dataclass(frozen=True)
class Incoming:
    """One file: what the leader calls it, where it is kept (``None`` if it is not), what became of it."""

    name: str
    course: Path | None
    taken: Taken


def take(sent: list[tuple[str, bytes]], assignments: Path, language: str) -> list[Incoming]:
    """Keeps and takes in files ``(name, content)``. Raises ``OSError`` where one cannot be kept."""
    found = [_keep(name, content, assignments, language) for name, content in sent]
    for course in {each.course for each in found if each.course}:
        # All that lie there, as ``grade`` does: two files of one name may come from two people.
        outcomes = {each.file: each for each in take_in(arrived(course), course, set(people(course)))}
        found = [
            Incoming(each.name, course, outcomes[each.taken.file]) if each.course == course else each
            for each in found
        ]
    return found


def put_aside(course: Path, name: str) -> Path | None:
    """Moves a file out of ``handed-in``, so that it does not count; returns the folder it is in now."""
    file, aside = course / "handed-in" / name, course / "set-aside"
    if not name or PurePosixPath(name).name != name or not (file.is_symlink() or file.exists()):
        return None
    aside.mkdir(exist_ok=True, mode=0o700)
    rename.put(file, _free(aside / name))
    return aside


def _keep(name: str, content: bytes, assignments: Path, language: str) -> Incoming:
    # A browser gives the folder along with the name, Windows' with its own slashes.
    name = PurePosixPath(name.replace("\\", "/")).name
    if len(content) > 2 * MAX_BYTES:
        return Incoming(name, None, Taken(Path(name), "refused", "too-big"))
    # The language is in the file, and only the reader of hand-in files may look.
    for code in sorted(languages(), key=lambda code: code != language):
        course = assignments / code
        path, new = _write(name, content, course)
        refused, _ = usable([path], course)
        reason = refused[0].reason if refused else ""
        if reason != "other-language" and reason not in NOT_KEPT:
            return Incoming(name, course, Taken(path, ""))
        if new:
            path.unlink()
        if reason in NOT_KEPT:
            break
    return Incoming(name, None, Taken(Path(name), "refused", reason))


def _write(name: str, content: bytes, course: Path) -> tuple[Path, bool]:
    """The file in ``handed-in``, and whether it is new there."""
    folder = course / "handed-in"
    folder.mkdir(exist_ok=True, mode=0o700)
    path = folder / tidy(name)
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return path, False
    return write(_free(path), content), True


def tidy(name: str) -> str:
    """A name that is safe on every system, short, and not hidden."""
    stem, dot, ending = name.partition(".")
    return (re.sub(r"[^\w .@()-]", "", f"{stem[:80]}{dot}{ending[-40:]}").strip(". ")) or f"file{SUFFIX}"


def _free(path: Path) -> Path:
    """The same name, or with a number: what is there already is never written over."""
    stem, dot, ending = path.name.partition(".")
    number, free = 2, path
    while free.exists() or free.is_symlink():
        free, number = path.with_name(f"{stem} {number}{dot}{ending}"), number + 1
    return free
