"""Puts what somebody handed in where nbgrader looks for it: only clean data, in a folder that we made.

Whatever was in the submission, ``submitted/<trainee>/<assignment>/`` holds the course's own notebook, a sheet
that we wrote, the time, and the secret by which nbgrader returns feedback. The original stays where it was.
"""

import json
import secrets
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from mbkurs.answers import rename
from mbkurs.answers.sheet import empty
from mbkurs.grading.arrivals import Taken, usable
from mbkurs.grading.folders import TIME, source, submitted, time_of
from mbkurs.grading.sheet import NAME, Answers


def take_in(files: list[Path], course: Path, known: set[str] = frozenset()) -> list[Taken]:
    """Puts hand-in files into nbgrader's ``submitted/`` of ``course``; of each trainee the latest counts.

    ``course`` is the folder of one language, named by its code, ``known`` the ids of its list. Never raises
    for what is in a file: one that cannot be used is refused with a reason, and stays as it is; so is one
    that cannot be written, because the disk is full or the trainee's folder closed.
    """
    results, found = usable(files, course, known)
    for time, file, data in sorted(found, key=lambda entry: entry[:2], reverse=True):
        who = data["trainee"], data["assignment"]
        before = time_of(submitted(course, *who))
        if before is None or time > before:
            results.append(_taken(course, who, file, data["sheet"], time))
        else:
            results.append(Taken(file, "there" if time == before else "older", "", *who))
    return results


def _taken(course: Path, who: tuple[str, str], file: Path, sheet: Answers, time: datetime) -> Taken:
    try:
        put(course, *who, sheet, time)
    except OSError:
        return Taken(file, "refused", "not-saved", *who)
    return Taken(file, "taken", "", *who)


def put(
    course: Path, trainee: str, assignment: str, sheet: Answers, time: datetime, secret: str = ""
) -> Path:
    """Writes one submission beside the old one, then puts it into its place; returns the folder.

    Raises ``OSError`` if the disk is full or the folder unwritable; then the old submission is still there.
    """
    folder = submitted(course, trainee, assignment)
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # What Windows will not delete just now lies in the trainee's own folder, and goes with it.
    own = {"prefix": ".new-", "ignore_cleanup_errors": True}
    with tempfile.TemporaryDirectory(dir=folder.parent, **own) as beside:
        new, old = Path(beside) / "new", Path(beside) / "old"
        new.mkdir(mode=0o700)
        shutil.copyfile(source(course, assignment), new / f"{assignment}.ipynb")
        (new / NAME).write_text(_sheet_text(sheet), encoding="utf-8")
        (new / "timestamp.txt").write_text(time.astimezone(UTC).strftime(TIME), encoding="utf-8")
        (new / "submission_secret.txt").write_text(secret or secrets.token_hex(64), encoding="utf-8")
        if folder.exists() or folder.is_symlink():
            rename.put(folder, old)
        rename.put(new, folder)
    return folder


def _sheet_text(sheet: Answers) -> str:
    problem = {"problem": sheet.problem} if sheet.problem else {}
    points = {} if sheet.points else {"points": False}
    data = empty() | {"answers": sheet.answers, "sender": sheet.sender} | problem | points
    return json.dumps(data, ensure_ascii=False, indent=1)
