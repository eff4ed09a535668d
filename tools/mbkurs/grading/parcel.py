"""The one file that a trainee hands in: how it is made, and how it is read with distrust."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from mbkurs.answers.sheet import SCHEMA, empty
from mbkurs.grading.sheet import MAX_BYTES, Answers, Unreadable, checked, read_json, with_points

SUFFIX = ".mbkurs.json"
FORMAT = "mbkurs-hand-in"
TRAINEE = re.compile(r"\w([\w .@-]{0,62}[\w@-])?")
FIRST = datetime(2026, 1, 1, tzinfo=UTC)  # nobody handed in before there was a course
ASSIGNMENT = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class Refused(Exception):
    """The file cannot be taken in; ``code`` is explained in the words of the room under ``refusals``."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def parcel(
    assignment: str,
    language: str,
    trainee: str,
    time: datetime,
    answers: dict,
    points: bool = True,
    sender: str = "",
) -> dict:
    """What a hand-in file holds: the answers to one assignment, whose they are, when, and a checksum.

    ``points`` is False for a trainee who chooses to pass without points. ``sender`` is a random word that a
    machine keeps: by it two people who write the same name are told apart, and it tells nothing else.
    """
    data = {
        "format": FORMAT,
        "schema": SCHEMA,
        "assignment": assignment,
        "language": language,
        "trainee": trainee,
        "time": time.astimezone(UTC).isoformat(),
        "points": points,
        "sender": sender,
        "answers": answers,
    }
    return data | {"checksum": checksum(data)}


def read(file: Path, language: str) -> dict:
    """``{"trainee", "assignment", "sender": str, "time": datetime, "sheet": Answers}``, or ``Refused``."""
    try:
        data = read_json(file, limit=2 * MAX_BYTES)
    except Unreadable as error:
        raise Refused(error.code) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        # A whole answer sheet is what a trainee saves for nobody else.
        private = isinstance(data, dict) and {"answers", "days"} <= set(data)
        raise Refused("private" if private else "no-hand-in")
    if data.get("schema") != SCHEMA:
        raise Refused("newer")
    if data.get("checksum") != checksum(data):
        raise Refused("changed")
    if data.get("language") != language:
        raise Refused("other-language")
    found = {
        "trainee": trainee_id(data.get("trainee")),
        "assignment": _assignment(data.get("assignment")),
        "time": _time(data.get("time")),
    }
    for key, code in (("trainee", "no-name"), ("assignment", "no-assignment"), ("time", "no-time")):
        if not found[key]:
            raise Refused(code)
    sender = data["sender"] if isinstance(data.get("sender"), str) else ""
    sheet = replace(_answers(data.get("answers"), with_points(data)), sender=sender)
    return found | {"sender": sender, "sheet": sheet}


def checksum(data: dict) -> str:
    """SHA-256 of a hand-in file's data: shows a file that was damaged on its way, proves nothing else."""
    rest = {key: value for key, value in data.items() if key != "checksum"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return "sha256:" + sha256(text.encode("ascii")).hexdigest()


def trainee_id(text: object) -> str:
    """A name that is safe as a folder and means nothing to a shell or a glob; ``""`` if it is not."""
    name = unicodedata.normalize("NFC", text).strip() if isinstance(text, str) else ""
    return name if TRAINEE.fullmatch(name) else ""


def _assignment(text: object) -> str:
    return text if isinstance(text, str) and ASSIGNMENT.fullmatch(text) else ""


def _answers(entries: object, points: bool) -> Answers:
    if not isinstance(entries, dict):
        return Answers(problem="wrong-shape", points=points)
    return Answers(checked(empty() | {"answers": entries}, set(entries)), points=points)


def _time(text: object) -> datetime | None:
    """The moment of handing in; one that lies ahead counts as now, for a trainee's clock may be wrong."""
    try:
        time = datetime.fromisoformat(text)
        return min(time.astimezone(UTC), datetime.now(UTC)) if time.tzinfo and time >= FIRST else None
    except (TypeError, ValueError, OverflowError):
        return None
