"""Hands in: writes one file that the trainee sends as the site prefers, and a receipt to keep."""

import json
import os
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mbkurs.answers import rename
from mbkurs.grading.assignment import declared_ids
from mbkurs.grading.pages import page
from mbkurs.grading.parcel import SUFFIX, parcel, trainee_id
from mbkurs.grading.preview import items, title
from mbkurs.grading.sheet import (
    MAX_BYTES,
    NAME,
    Answers,
    Unreadable,
    read_answers,
    read_json,
    with_points,
)
from mbkurs.places import ASSIGNMENTS

SENDER = re.compile(r"[0-9a-f]{32}")


class HandInError(Exception):
    """Nothing was handed in; ``code`` is explained in the room's words, ``problems`` or ``refusals``."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class HandedIn:
    """``data`` is what the file holds: see ``parcel``."""

    file: Path
    receipt: Path
    data: dict


def hand_in(
    home: Path, slug: str, *, trainee: str, language: str, points: bool = True, now: datetime | None = None
) -> HandedIn:
    """Writes ``<home>/handed-in/<slug>-<time>-….mbkurs.json`` and a receipt, from the sheet of ``slug``.

    The file holds the answers to this assignment as they stand, without their history, and nothing else;
    ``points`` is False where the trainee chooses to pass without points.
    Raises ``HandInError`` where the name or the sheet cannot be used, ``OSError`` if writing fails.
    """
    notebook, name = notebook_of(slug, language), trainee_id(trainee)
    if not name:
        raise HandInError("no-name")
    sheet = answers_of(home, slug, notebook)
    if sheet.problem:
        raise HandInError(sheet.problem)
    time = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    # When each answer was written is nobody's business: the hand-in has one time, its own.
    answers = {key: {"kind": entry["kind"], "value": entry["value"]} for key, entry in sheet.answers.items()}
    data = parcel(slug, language, name, time, answers, points, sender(home))
    # The end keeps files apart that two trainees make in the same second.
    stem = f"{slug}-{time:%Y-%m-%d-%H%M%S}-{data['checksum'][-6:]}"
    shown = {"file": stem + SUFFIX, "time": time, "items": items(notebook, sheet), "title": title(notebook)}
    receipt = page("receipt", language, data=data, **shown)
    folder = home / "handed-in"
    file = write(folder / f"{stem}{SUFFIX}", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    return HandedIn(file, write(folder / f"{stem}.html", receipt), data)


def sender(home: Path) -> str:
    """The random word by which this folder's hand-ins are known to be one person's; made once."""
    file = home / "handed-in" / ".sender"
    try:
        word = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        word = ""
    if not SENDER.fullmatch(word):
        word = secrets.token_hex(16)
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, word)
    return word


def wants_points(home: Path, slug: str) -> bool:
    """What was chosen at the last hand-in of this assignment: the page begins with the same."""
    made = sorted((home / "handed-in").glob(f"{slug}-*{SUFFIX}"))
    try:
        return not made or with_points(read_json(made[-1], limit=2 * MAX_BYTES))
    except Unreadable:
        return True


def notebook_of(slug: str, language: str) -> Path:
    """The course's notebook of an assignment; raises ``HandInError``."""
    path = ASSIGNMENTS / language / "source" / slug / f"{slug}.ipynb"
    if not path.resolve().is_relative_to(ASSIGNMENTS) or not path.is_file():
        raise HandInError("unknown-assignment")
    return path


def answers_of(home: Path, slug: str, notebook: Path) -> Answers:
    """A trainee's own answers to an assignment; an assignment without a sheet has none yet."""
    sheet = home / "assignments" / slug / NAME
    return read_answers(sheet, declared_ids(notebook)) if sheet.exists() else Answers()


def write(path: Path, content: str | bytes) -> Path:
    """All or nothing: a temporary file, written through to the disk, then renamed."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        rename.put(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
