"""Puts what somebody handed in where nbgrader looks for it: only clean data, in a folder that we made.

Whatever was in the submission, ``submitted/<trainee>/<assignment>/`` holds the course's own notebook, a sheet
that we wrote, the time, and the secret by which nbgrader returns feedback. The original stays where it was.
"""

import json
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mbkurs.answers.sheet import empty
from mbkurs.grading.parcel import Refused, read
from mbkurs.grading.sheet import NAME, Answers

TIME = "%Y-%m-%d %H:%M:%S.%f %Z"  # nbgrader's own


@dataclass(frozen=True)
class Taken:
    """What became of a file: ``outcome`` is taken, there, older or refused, with a code of ``refusals``."""

    file: Path
    outcome: str
    reason: str = ""
    trainee: str = ""
    assignment: str = ""


def take_in(files: list[Path], course: Path) -> list[Taken]:
    """Puts hand-in files into nbgrader's ``submitted/`` of ``course``; of each trainee the latest counts.

    ``course`` is the folder of one language, named by its code. Never raises for what is in a file: one that
    cannot be used is refused with a reason, and stays as it is. Raises ``OSError`` where writing fails.
    """
    results, found = usable(files, course)
    for time, file, data in sorted(found, key=lambda entry: entry[:2], reverse=True):
        who = data["trainee"], data["assignment"]
        before = _time_of(submitted(course, *who))
        if before is None or time > before:
            put(course, *who, data["sheet"], time)
            results.append(Taken(file, "taken", "", *who))
        else:
            results.append(Taken(file, "there" if time == before else "older", "", *who))
    return results


def usable(files: list[Path], course: Path) -> tuple[list[Taken], list[tuple[datetime, Path, dict]]]:
    """Those of the files that are refused, and ``(time, file, data)`` of the others; changes nothing."""
    refused, found = [], []
    for file in sorted(files):
        try:
            data = read(file, course.name)
            if not source(course, data["assignment"]).is_file():
                raise Refused("unknown-assignment")
            found.append((data["time"], file, data))
        except Refused as error:
            refused.append(Taken(file, "refused", error.code))
    return refused, found


def put(
    course: Path, trainee: str, assignment: str, sheet: Answers, time: datetime, secret: str = ""
) -> Path:
    """Writes one submission beside the old one, then puts it into its place; returns the folder.

    Raises ``OSError`` if the disk is full or the folder unwritable; then the old submission is still there.
    """
    folder = submitted(course, trainee, assignment)
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as beside:
        new, old = Path(beside) / "new", Path(beside) / "old"
        new.mkdir(mode=0o700)
        shutil.copyfile(source(course, assignment), new / f"{assignment}.ipynb")
        (new / NAME).write_text(_sheet_text(sheet), encoding="utf-8")
        (new / "timestamp.txt").write_text(time.astimezone(UTC).strftime(TIME), encoding="utf-8")
        (new / "submission_secret.txt").write_text(secret or secrets.token_hex(64), encoding="utf-8")
        if folder.exists() or folder.is_symlink():
            folder.rename(old)
        new.rename(folder)
    return folder


def submitted(course: Path, trainee: str, assignment: str) -> Path:
    """Where nbgrader looks for one submission."""
    return course / "submitted" / trainee / assignment


def source(course: Path, assignment: str) -> Path:
    """The course's own notebook of an assignment."""
    return course / "source" / assignment / f"{assignment}.ipynb"


def _time_of(folder: Path) -> datetime | None:
    """When the submission that is there was handed in, if there is one."""
    try:
        text = (folder / "timestamp.txt").read_text(encoding="utf-8")
        return datetime.strptime(text, TIME).replace(tzinfo=UTC)
    except (OSError, ValueError):
        return None


def _sheet_text(sheet: Answers) -> str:
    problem = {"problem": sheet.problem} if sheet.problem else {}
    points = {} if sheet.points else {"points": False}
    return json.dumps(empty() | {"answers": sheet.answers} | problem | points, ensure_ascii=False, indent=1)
