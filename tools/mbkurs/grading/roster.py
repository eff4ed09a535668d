"""The list of who is in the course, from CSV or Excel: id, name, language, points, extra days.

A list is taken as it stands or not at all: every row that cannot be used is named, and nothing is kept of it.
Headings and answers may be in any of the course's languages; ``words`` has them under ``roster``.
"""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from mbkurs.grading.parcel import trainee_id
from mbkurs.places import languages
from mbkurs.words import words

MAX_BYTES = 5_000_000
NAME = re.compile(r"\w[^\x00-\x1f]{0,98}")  # a name that no spreadsheet takes for a formula
MAX_DAYS = 365


@dataclass(frozen=True)
class Person:
    """One trainee; ``language`` is ``""`` where the list does not say, ``extra_days`` ``None`` likewise."""

    id: str
    name: str
    language: str = ""
    points: bool = True
    extra_days: int | None = None


@dataclass(frozen=True)
class Problem:
    """What is wrong: a code of ``roster.problems``, the line (0: the whole file), and what stands there."""

    code: str
    line: int = 0
    text: str = ""


class RosterError(Exception):
    """The list cannot be used; ``problems`` says why, every row at once."""

    def __init__(self, problems: list[Problem]):
        super().__init__(problems)
        self.problems = problems


def read(path: Path) -> list[Person]:
    """The people in a list; raises ``RosterError``."""
    (_, heading), *rows = _rows(path) or [(0, [])]
    columns = {known: index for index, text in enumerate(heading) if (known := _meaning("headings", text))}
    if not {"id", "name"} <= set(columns):
        raise RosterError([Problem("no-headings")])
    people, problems, seen = [], [], set()
    for line, cells in rows:
        if any(cells):
            row = {name: cells[index] if index < len(cells) else "" for name, index in columns.items()}
            people.append(
                _person(row, lambda code, text, line=line: problems.append(Problem(code, line, text)))
            )
            # Folders of two trainees must not meet where the disk does not tell a from A.
            if (key := people[-1].id.casefold()) in seen - {""}:
                problems.append(Problem("twice", line, people[-1].id))
            seen.add(key)
    if not people:
        problems.append(Problem("nobody"))
    if problems:
        raise RosterError(problems)
    return people


def _person(row: dict[str, str], wrong) -> Person:
    """One row; what cannot be used is told to ``wrong(code, what stands there)``."""
    name, key = row["name"], trainee_id(row["id"])
    if not key:
        wrong("bad-id" if row["id"] else "no-id", row["id"])
    if not NAME.fullmatch(name):
        wrong("bad-name" if name else "no-name", name)
    language, points = (
        _meaning(group, row.get(column, ""))
        for group, column in (("languages", "language"), ("answers", "points"))
    )
    if row.get("language") and not language:
        wrong("unknown-language", row["language"])
    if row.get("points") and not points:
        wrong("unclear-points", row["points"])
    days = row.get("extra_days", "")
    if days and not (days.isdecimal() and int(days) <= MAX_DAYS):
        wrong("unclear-days", days)
        days = ""
    return Person(key, name, language, points != "no", int(days) if days else None)


def _meaning(group: str, text: str) -> str:
    """What a heading or an answer means, in whichever of the course's languages it is written."""
    for language in languages():
        for meaning, written in words(language, "grading")["roster"][group].items():
            if text.casefold() in (meaning, *written):
                return meaning
    return ""


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows of a file with their line numbers, every cell a tidy string."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RosterError([Problem("too-big")])
        if path.suffix.lower() == ".xlsx":
            rows = _excel(path)
        elif path.suffix.lower() in (".csv", ".txt"):
            rows = _csv(path.read_bytes())
        else:
            raise RosterError([Problem("other-type")])
    except FileNotFoundError:
        raise RosterError([Problem("not-found")]) from None
    except (OSError, BadZipFile, KeyError, ValueError, csv.Error):
        raise RosterError([Problem("unreadable")]) from None
    return [(line, [_text(cell) for cell in cells]) for line, cells in rows]


def _csv(data: bytes) -> list[tuple[int, list[str]]]:
    """Norwegian Excel writes semicolons and often Windows' letters; others write commas and UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(";,\t", key=first.count))
    return [(reader.line_num, cells) for cells in reader]


def _excel(path: Path) -> list[tuple[int, tuple]]:
    """The first sheet."""
    from openpyxl import load_workbook  # 0.1 s, and most lists are CSV or were read before

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        return list(enumerate(book.worksheets[0].iter_rows(values_only=True), 1))
    finally:
        book.close()


def _text(cell: object) -> str:
    """``7.0`` → ``7``: Excel has no whole numbers."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())
