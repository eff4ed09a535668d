"""Reads an answer sheet that somebody handed in: with strict limits, and never with an exception.

A sheet from outside may be damaged, huge, or a link to somebody's file. Whatever it is, the batch goes on:
the result names what is wrong by a code that ``words/<language>/grading.yml`` explains under ``problems``.
"""

import json
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from mbkurs.answers.places import SHEET
from mbkurs.answers.sheet import SCHEMA, DamagedSheet, empty, upgraded

NAME = SHEET
EXCHANGE = "exchange"  # the sender of what nbgrader's exchange brought: a login vouches for the name
MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
EMPTY = json.dumps(empty(), indent=1) + "\n"
# Unicode's categories Cc and Cs, but for line ends and tabs.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
PROBLEMS = (
    "missing", "link", "not-a-file", "unreadable", "too-big", "not-text", "damaged", "too-deep",
    "wrong-shape", "newer", "foreign",
)  # fmt: skip


class Unreadable(Exception):
    """The file cannot be used; ``code`` is one of ``PROBLEMS``."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Answers:
    """Cleaned answers of one assignment: ``{exercise id: {"kind": str, "value": object, "saved": str}}``.

    ``points`` is False for a trainee who chose to pass without points; ``sender`` says by which way and from
    which machine it came (see ``parcel``).
    """

    answers: dict[str, dict] = field(default_factory=dict)
    problem: str = ""
    points: bool = True
    sender: str = ""


def read_answers(path: Path, exercises: set[str]) -> Answers:
    """The answers to ``exercises`` in the sheet at ``path``, or the code of what is wrong with the sheet.

    Answers to anything else are dropped; a sheet with nothing but those belongs to another assignment.
    """
    sheet = {}
    try:
        sheet = read_json(path)
        return Answers(checked(sheet, exercises), points=with_points(sheet))
    except Unreadable as error:
        return Answers(problem=error.code, points=with_points(sheet))


def with_points(data: object) -> bool:
    """Whether a sheet or a hand-in asks for points: yes, unless it says no."""
    return not (isinstance(data, dict) and data.get("points") is False)


def read_json(path: Path, limit: int = MAX_BYTES) -> object:
    """The cleaned JSON of a regular file of at most ``limit`` bytes; raises ``Unreadable``."""
    try:
        text = _bytes(path, limit).decode("utf-8-sig")
        return _clean(json.loads(text, parse_constant=lambda _: None), MAX_DEPTH)
    except UnicodeDecodeError:
        raise Unreadable("not-text") from None
    except RecursionError:
        raise Unreadable("too-deep") from None
    except ValueError:
        raise Unreadable("damaged") from None


def checked(sheet: object, exercises: set[str]) -> dict[str, dict]:
    """The entries of a parsed sheet that belong to ``exercises``; raises ``Unreadable``."""
    if not isinstance(sheet, dict):
        raise Unreadable("wrong-shape")
    if sheet.get("problem") in PROBLEMS:  # the intake has already said what was wrong
        raise Unreadable(sheet["problem"])
    if isinstance(sheet.get("schema"), int) and sheet["schema"] > SCHEMA:
        raise Unreadable("newer")
    try:
        answers = upgraded(sheet)["answers"]
    except DamagedSheet:
        raise Unreadable("wrong-shape") from None
    own = {key: _entry(answers[key]) for key in answers if key in exercises}
    if answers and not own:
        raise Unreadable("foreign")
    return own


def _entry(entry: object) -> dict:
    """One answer without its history; what is no answer at all is kept as such, for the grader to flag."""
    if not isinstance(entry, dict):
        return {"kind": "", "value": None, "saved": ""}
    kind, saved = entry.get("kind"), entry.get("saved")
    return {
        "kind": kind if isinstance(kind, str) else "",
        "value": entry.get("value"),
        "saved": saved if isinstance(saved, str) else "",
    }


def _bytes(path: Path, limit: int) -> bytes:
    """The content of a regular file, opened without following a link and without waiting for a pipe."""
    if path.is_symlink():
        raise Unreadable("link")
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise Unreadable("missing") from None
    except OSError:
        raise Unreadable("not-a-file" if path.is_dir() else "unreadable") from None
    with os.fdopen(handle, "rb") if stat.S_ISREG(os.fstat(handle).st_mode) else _refuse(handle) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Unreadable("too-big")
    return data


def _refuse(handle: int):
    os.close(handle)
    raise Unreadable("not-a-file")


def _clean(value: object, depth: int) -> object:
    """The same value without control characters, broken surrogates, infinities and endless nesting."""
    if depth < 0:
        raise Unreadable("too-deep")
    if isinstance(value, str):
        return UNSEEN.sub("", value)
    if isinstance(value, list):
        return [_clean(item, depth - 1) for item in value]
    if isinstance(value, dict):
        return {_clean(key, depth - 1): _clean(item, depth - 1) for key, item in value.items()}
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return None
    return value
