"""Which of the files that a leader was sent are hand-ins, and whose: nothing is changed here.

What counts is what a file holds. Its name may be anything: phones and mail programs change names.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mbkurs.grading.folders import source, submitted, time_of
from mbkurs.grading.parcel import SUFFIX, Refused, read
from mbkurs.grading.sheet import EXCHANGE, NAME, Unreadable, read_json

SYSTEM = {"thumbs.db", "desktop.ini"}
NOT_OURS = {"damaged", "not-text", "too-deep", "too-big", "wrong-shape", "no-hand-in"}


@dataclass(frozen=True)
class Taken:
    """What became of a file: ``outcome`` is taken, there, older or refused, with a code of ``refusals``."""

    file: Path
    outcome: str
    reason: str = ""
    trainee: str = ""
    assignment: str = ""

    @property
    def called(self) -> str:
        """The file's name; of what was refused also whose it is, where that is known."""
        return f"{self.file.name} ({self.trainee})" if self.reason and self.trainee else self.file.name


Found = tuple[datetime, Path, dict]
Who = tuple[str, str]  # trainee, assignment


def arrived(course: Path) -> list[Path]:
    """Everything that a person put into ``<course>/handed-in``, whatever it is called."""
    there = (course / "handed-in").glob("*")
    return sorted(path for path in there if path.name[0] != "." and path.name.lower() not in SYSTEM)


def usable(files: list[Path], course: Path, known: set[str] = frozenset()) -> tuple[list[Taken], list[Found]]:
    """Those of the files that are refused, and ``(time, file, data)`` of the others.

    ``known`` are ids of the course's list: a trainee who wrote ``kari`` is the ``Kari`` who is there already.
    """
    refused, found, names = [], [], _names(course, known)
    for file in sorted(files):
        try:
            data = read(file, course.name)
            if not source(course, data["assignment"]).is_file():
                raise Refused("unknown-assignment")
        except Refused as error:
            refused.append(Taken(file, "refused", _code(file, error.code)))
            continue
        name = names.setdefault(data["trainee"].casefold(), data["trainee"])
        found.append((data["time"], file, data | {"trainee": name}))
    return _one_sender_each(refused, found, course)


def _names(course: Path, known: set[str]) -> dict[str, str]:
    """How names are written: on most disks the folders of ``kari`` and ``Kari`` are one."""
    there = {path.name for path in (course / "submitted").glob("*")}
    return {name.casefold(): name for name in sorted(known) + sorted(there)}


def _one_sender_each(
    refused: list[Taken], found: list[Found], course: Path
) -> tuple[list[Taken], list[Found]]:
    """Two machines that hand in under one name may be two people: neither replaces anything.

    What was taken in before they met stays. The leader decides, by moving a file out of the folder.
    """
    senders: dict[Who, set[str]] = {}
    for _, _, data in found:
        senders.setdefault(_who(data), set()).add(data["sender"])
    for who in senders:
        there = _sender_of(submitted(course, *who))
        if there == EXCHANGE:
            senders[who].add(EXCHANGE)
        elif there is not None and senders[who] != {there}:
            senders[who] |= _senders(course, *who)
    kept = []
    for time, file, data in found:
        if len(senders[_who(data)]) > 1 and time_of(submitted(course, *_who(data))) != time:
            refused.append(Taken(file, "refused", "two-senders", *_who(data)))
        else:
            kept.append((time, file, data))
    return refused, kept


def _senders(course: Path, trainee: str, assignment: str) -> set[str]:
    """Who sent the files under one name that lie in the folder now."""
    found = set()
    for file in arrived(course):
        with suppress(Refused):
            data = read(file, course.name)
            if (data["trainee"].casefold(), data["assignment"]) == (trainee.casefold(), assignment):
                found.add(data["sender"])
    return found


def _sender_of(folder: Path) -> str | None:
    """Who sent the submission that is there; ``None`` if there is none."""
    try:
        sheet = read_json(folder / NAME)
    except Unreadable:
        return None
    return sheet.get("sender", "") if isinstance(sheet, dict) else None


def _who(data: dict) -> Who:
    return data["trainee"], data["assignment"]


def _code(file: Path, code: str) -> str:
    """A reason that fits: what never said it was a hand-in is not called damaged."""
    if file.name.lower().endswith(SUFFIX):
        return code
    if file.is_dir():
        return "folder"
    if code in NOT_OURS:
        return "receipt" if file.suffix.lower() in (".html", ".htm") else "no-hand-in"
    return code
