"""What an answer sheet holds, and how older sheets become today's."""

from datetime import UTC, datetime

from mbkurs.answers.migrations import MIGRATIONS

SCHEMA = len(MIGRATIONS)
KEPT = 20  # earlier versions of one answer


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


def with_answer(sheet: dict, exercise_id: str, kind: str, value, base: int | None, time: str) -> dict:
    """The sheet with one answer set; ``None`` clears it.

    An answer that the writer had not seen (``base`` is not its revision) is kept under ``earlier``: two
    browser tabs lose nothing. ``base=None`` means that the writer saw the newest.
    """
    old = sheet["answers"].get(exercise_id)
    entry = {"kind": kind, "value": value, "saved": time, "revision": (old or {}).get("revision", 0) + 1}
    earlier = list((old or {}).get("earlier", []))
    unseen = old is not None and base is not None and base != old["revision"]
    if value is None and not unseen:
        earlier = []  # cleared by someone who saw it: no word of it stays
    if unseen and old["value"] not in (None, value):
        earlier.append({key: old[key] for key in ("value", "saved", "revision")})
    if earlier:
        entry["earlier"] = earlier[-KEPT:]
    return sheet | {"answers": sheet["answers"] | {exercise_id: entry}}


def with_day(sheet: dict, day: str, done: bool, date: str) -> dict:
    """The sheet with one course day ticked or not."""
    days = {key: value for key, value in sheet["days"].items() if key != day}
    return sheet | {"days": days | {day: date} if done else days}
