"""What an answer sheet holds, and how older sheets become today's."""

from datetime import UTC, datetime

from mbkurs.answers.migrations import MIGRATIONS

SCHEMA = len(MIGRATIONS)
KEPT = 20  # earlier versions of one answer
TABS = 5  # tabs whose newest text is known again if it comes a second time


class DamagedSheet(ValueError):
    """The file is not an answer sheet that this course can read."""


def empty() -> dict:
    """A sheet with nothing in it."""
    return {"schema": SCHEMA, "answers": {}, "days": {}}


def upgraded(data) -> dict:
    """A sheet of today's schema from one of any earlier schema.

    Raises ``DamagedSheet`` when it is no sheet, or comes from a later version of the course.
    """
    if not isinstance(data, dict) or not isinstance(data.get("schema", 0), int):
        raise DamagedSheet("not a sheet")
    version = data.get("schema", 0)
    if not 0 <= version <= SCHEMA:
        raise DamagedSheet(f"schema {version}")
    for migrate in MIGRATIONS[version:]:
        data = migrate(data)
    if not isinstance(data.get("answers"), dict) or not isinstance(data.get("days"), dict):
        raise DamagedSheet("answers or days missing")
    return data


def now() -> str:
    """The time as it stands in a sheet: UTC, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def already_has(sheet: dict, exercise_id: str, typed: dict | None) -> bool:
    """Whether this text, or a later one of the same tab, was delivered before.

    ``typed`` is ``{"tab": str, "at": milliseconds}``. Only times of one tab are compared: they come from one
    clock. A page sends twice when it closes before it hears the reply.
    """
    had = sheet["answers"].get(exercise_id, {}).get("typed", {})
    return typed is not None and had.get(typed["tab"], -1) >= typed["at"]


def with_answer(
    sheet: dict, exercise_id: str, kind: str, value, base: int | None, time: str, typed: dict | None = None
) -> dict:
    """The sheet with one answer set; ``None`` clears it.

    An answer that the writer had not seen (``base`` is not its revision) is kept under ``earlier``: two
    browser tabs lose nothing. ``base=None`` means that the writer saw the newest.
    """
    old = sheet["answers"].get(exercise_id, {})
    entry = {"kind": kind, "value": value, "saved": time, "revision": old.get("revision", 0) + 1}
    unseen = bool(old) and base not in (None, old["revision"])
    entry |= _earlier(old, value, unseen) | _typed(old, typed)
    return sheet | {"answers": sheet["answers"] | {exercise_id: entry}}


def _earlier(old: dict, value, unseen: bool) -> dict:
    earlier = list(old.get("earlier", []))
    if value is None and not unseen:
        return {}  # cleared by someone who saw it: no word of it stays
    if unseen and old["value"] not in (None, value):
        earlier.append({key: old[key] for key in ("value", "saved", "revision")})
    return {"earlier": earlier[-KEPT:]} if earlier else {}


def _typed(old: dict, typed: dict | None) -> dict:
    """When each tab's newest text was typed, for the tabs that wrote last."""
    tabs = dict(old.get("typed", {}))
    if typed:
        tabs.pop(typed["tab"], None)
        tabs[typed["tab"]] = typed["at"]
    return {"typed": dict(list(tabs.items())[-TABS:])} if tabs else {}


def with_day(sheet: dict, day: str, done: bool, date: str) -> dict:
    """The sheet with one course day ticked or not."""
    days = {key: value for key, value in sheet["days"].items() if key != day}
    return sheet | {"days": days | {day: date} if done else days}
