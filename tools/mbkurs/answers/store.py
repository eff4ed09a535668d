"""Reads and writes answer sheets: whole or not at all, one writer at a time, a damaged file set aside."""

import json
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from mbkurs.answers import rename
from mbkurs.answers.sheet import DamagedSheet, already_has, empty, now, upgraded, with_answer, with_day

WAIT = 10  # seconds for another tab or kernel to finish its write


def read(path: Path) -> dict:
    """The sheet in ``path``; an empty one where there is no file.

    A damaged file is renamed to ``answers-damaged-TIME.json`` beside it, never overwritten and never deleted.
    Raises ``OSError`` where the folder cannot be read.
    """
    try:
        return upgraded(json.loads(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        return empty()
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError, DamagedSheet):
        _set_aside(path)
        return empty()


def damaged(path: Path) -> list[Path]:
    """Sheets that were set aside beside ``path``, oldest first."""
    return sorted(path.parent.glob(f"{path.stem}-damaged-*{path.suffix}"))


def value(path: Path, exercise_id: str):
    """The kept answer of one exercise, or ``None``."""
    return read(path)["answers"].get(exercise_id, {}).get("value")


def save(
    path: Path, exercise_id: str, kind: str, value, base: int | None = None, typed: dict | None = None
) -> dict:
    """Keep one answer; returns the sheet's entry for it. Raises ``OSError`` where it cannot be written.

    ``base`` and ``typed`` say what the writer had seen and who typed it when (``mbkurs.answers.sheet``).
    """

    def change(sheet: dict) -> dict:
        if already_has(sheet, exercise_id, typed):
            return sheet
        return with_answer(sheet, exercise_id, kind, value, base, now(), typed)

    return _change(path, change)["answers"][exercise_id]


def tick(path: Path, day: str, done: bool) -> dict:
    """Tick a course day, or take the tick away; returns the ticked days with their dates."""
    today = datetime.now(UTC).date().isoformat()
    return _change(path, lambda sheet: with_day(sheet, day, done, today))["days"]


def write(path: Path, data: dict) -> None:
    """Replace a JSON file in one step: temporary file in the same folder, flushed to disk, renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".answers-", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        rename.put(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _change(path: Path, change: Callable[[dict], dict]) -> dict:
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock"), timeout=WAIT):
        sheet = change(read(path))
        write(path, sheet)
    return sheet


def _set_aside(path: Path) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    path.rename(path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}"))
