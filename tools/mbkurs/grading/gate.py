"""The gate before autograde: a folder in ``submitted/`` holds what we wrote, or is made so, or stays out.

nbgrader follows links, trusts ``timestamp.txt`` and passes over a missing notebook in silence. So nothing
comes to it but plain files; what else a folder held is kept untouched in ``set-aside/``, and never opened.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

from dateutil import parser

from mbkurs.answers import rename
from mbkurs.grading.arrivals import Taken
from mbkurs.grading.assignment import declared_ids
from mbkurs.grading.folders import source, submitted, time_of
from mbkurs.grading.intake import put
from mbkurs.grading.parcel import FIRST, trainee_id
from mbkurs.grading.sheet import MAX_BYTES, NAME, read_answers

SHORT = 200  # bytes of a time or a secret
LIMITS = {NAME: MAX_BYTES, "timestamp.txt": SHORT, "submission_secret.txt": SHORT}


def admit(course: Path, assignment: str) -> tuple[list[str], list[Taken]]:
    """The trainees whose submission can be marked; and what was put in order or left out, with the reason."""
    names, notes = [], []
    for folder in folders(course, assignment):
        code = refusal(folder) or _spelt(folder)
        who = trainee_id(folder.parent.name)
        try:
            if not code and put_in_order(course, who, assignment):
                notes.append(Taken(folder, "aside", "", who, assignment))
        except OSError:
            code = "not-saved"
        if code:
            notes.append(Taken(folder, "refused", code, folder.parent.name, assignment))
        else:
            names.append(who)
    return sorted(names), notes


def folders(course: Path, assignment: str) -> list[Path]:
    """Whatever stands where submissions of an assignment are, by name."""
    people = (path / assignment for path in (course / "submitted").glob("*"))
    return sorted(path for path in people if os.path.lexists(path))


def refusal(folder: Path) -> str:
    """Why a submission cannot be marked at all, as a code of ``refusals``; ``""`` if it can."""
    if folder.is_symlink() or folder.parent.is_symlink():
        return "link"
    if not folder.is_dir():
        return "no-folder"
    return "" if trainee_id(folder.parent.name) else "no-name"


def _spelt(folder: Path) -> str:
    """Gives a person's folder the one spelling of its name: accents can be written in two ways."""
    there, name = folder.parent, trainee_id(folder.parent.name)
    if name == there.name:
        return ""
    wanted = there.with_name(name)
    if wanted.exists() and not wanted.samefile(there):
        return "two-senders"
    there.rename(wanted)
    return ""


def put_in_order(course: Path, trainee: str, assignment: str) -> bool:
    """Replaces a folder that holds anything but our own files; returns whether it had to.

    What was there is moved to ``set-aside/``. Raises ``OSError``; then it is where it was.
    """
    folder = submitted(course, trainee, assignment)
    if _in_order(folder, assignment):
        return False
    sheet = read_answers(folder / NAME, declared_ids(source(course, assignment)))
    time, secret = _time(folder) or _written(folder), secret_of(folder)
    aside = course / "set-aside" / trainee / f"{assignment}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
    aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    rename.put(folder, aside)
    try:
        put(course, trainee, assignment, sheet, time, secret)
    except OSError:
        rename.put(aside, folder)
        raise
    return True


def before_autograde(assignment: str, student: str, notebooks: list[str]) -> None:
    """For ``c.Autograde.pre_convert_hook``: nbgrader's own command, run in the course, takes this gate."""
    folder = Path(notebooks[0]).parent
    if not refusal(folder):
        put_in_order(Path.cwd(), folder.parent.name, folder.name)


def secret_of(folder: Path) -> str:
    """The trainee's secret for fetching feedback, if it is one."""
    text = _short(folder / "submission_secret.txt")
    return text if re.fullmatch(r"[0-9a-f]{128}", text) else ""


def _in_order(folder: Path, assignment: str) -> bool:
    """Whether nbgrader can be let in: the notebook, which nobody opens, small plain files, and a time."""
    with os.scandir(folder) as entries:
        sizes = {each.name: each.is_file(follow_symlinks=False) and each.stat().st_size for each in entries}
    plain = all(size is not False and size <= LIMITS.get(name, size) for name, size in sizes.items())
    if not plain or set(sizes) - LIMITS.keys() != {f"{assignment}.ipynb"}:
        return False
    time = time_of(folder)
    return time is not None and FIRST <= time <= datetime.now(UTC)


def _time(folder: Path) -> datetime | None:
    """When the folder says it was handed in; ``None`` if it says nothing that can be true."""
    try:
        time = parser.parse(_short(folder / "timestamp.txt"))
        time = time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return time if FIRST <= time <= datetime.now(UTC) else None


def _written(folder: Path) -> datetime:
    """When a folder without a time was last written, as the disk knows it."""
    written = datetime.fromtimestamp(folder.lstat().st_mtime, UTC)
    return min(max(written, FIRST), datetime.now(UTC))


def _short(path: Path) -> str:
    """The text of a small plain file; ``""`` of anything else."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > SHORT:
        return ""
    return path.read_text(encoding="ascii", errors="replace").strip()
