"""The leader's round: take in, mark, return. nbgrader does the work, by the same path as its commands."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import urlencode

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.apps import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader

from mbkurs.grading.intake import Taken, take_in
from mbkurs.grading.parcel import SUFFIX
from mbkurs.grading.roster import Person
from mbkurs.grading.students import enrol, give_time


class GradeError(Exception):
    """The assignment cannot be graded at all; the message is nbgrader's last line."""


@dataclass
class Report:
    """What one run did.

    ``graded`` is ``{trainee: number of answers that wait for a person}``, ``flagged`` ``{trainee: codes}`` of
    what could not be read, ``failed`` ``{trainee: why}`` those without a mark, ``late`` who handed in after
    the deadline and the extra days they were given.
    """

    taken: list[Taken] = field(default_factory=list)
    graded: dict[str, int] = field(default_factory=dict)
    flagged: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    late: list[str] = field(default_factory=list)


Progress = Callable[[list[str]], Iterator[str]]


def grade(
    course: Path,
    assignment: str,
    progress: Progress = iter,
    *,
    people: list[Person] | None = None,
    deadline: date | None = None,
) -> Report:
    """Takes in what lies in ``<course>/handed-in`` and marks every submission of the assignment again.

    ``people`` becomes the course's list, ``deadline`` the last day, in the leader's time zone; without them
    both stay as they were. Late work is marked as late, and never costs anything.
    Marks given by hand stay. Compares who has handed in with who has a mark: nobody is left out in silence.
    Raises ``GradeError`` if the assignment cannot be prepared.
    """
    (course / "handed-in").mkdir(exist_ok=True)
    report = Report(taken=take_in(list((course / "handed-in").glob(f"*{SUFFIX}")), course))
    with nbgrader(course) as api:
        _checked(api.generate_assignment(assignment, force=True))
        with api.gradebook as book:
            if people is not None:
                enrol(book, people)
            if deadline:
                book.update_or_create_assignment(assignment, duedate=end_of(deadline))
        for trainee in progress(sorted(api.get_submitted_students(assignment))):
            result = api.autograde(assignment, trainee)
            if not result["success"]:
                report.failed[trainee] = _why(result)
                continue
            with api.gradebook as book:
                _look(book, course, assignment, trainee, report)
    return report


def give_back(
    course: Path, assignment: str, progress: Progress = iter, *, only: set[str] | None = None
) -> Path:
    """Makes everybody's feedback; returns the folder with one page a trainee, ``returned/<assignment>``.

    ``only`` names the trainees whose feedback is made; the others' pages stay as they are.
    """
    folder = course / "returned" / assignment
    folder.mkdir(parents=True, exist_ok=True)
    with nbgrader(course) as api:
        there = set(api.get_autograded_students(assignment))
        for trainee in progress(sorted(there if only is None else there & only)):
            _checked(api.generate_feedback(assignment, trainee))
            page = course / "feedback" / trainee / assignment / f"{assignment}.html"
            shutil.copyfile(page, folder / f"{trainee}.html")
    return folder


def by_hand(course: Path, assignment: str) -> list[str]:
    """The command that opens an assignment in formgrader; run it in ``course``, beside nbgrader's config."""
    # By the login page: formgrader's own pages set a cookie that holds for one folder only.
    first = "/login?" + urlencode({"next": f"/formgrader/gradebook/{assignment}/{assignment}"})
    return [
        sys.executable,
        "-m",
        "jupyter_server",
        f"--ServerApp.root_dir={course}",
        f"--ServerApp.default_url={first}",
        "--Application.log_level=ERROR",
    ]


@contextmanager
def nbgrader(course: Path) -> Iterator[NbGraderAPI]:
    """nbgrader with the course's own config, silent."""
    here, path = Path.cwd(), os.environ.get("PATH", "")
    # nbgrader looks for alembic on the PATH.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), path])
    os.chdir(course)
    try:
        app = NbGrader()
        app.initialize([], root=str(course))
        app.log.handlers, app.log.propagate = [], False
        yield NbGraderAPI(app.coursedir, parent=app)
    finally:
        os.chdir(here)
        os.environ["PATH"] = path


def _look(book, course: Path, assignment: str, trainee: str, report: Report) -> None:
    """What is left to do for one trainee, from the gradebook and the marked notebook."""
    try:
        notebook = book.find_submission_notebook(assignment, assignment, trainee)
    except MissingEntry:
        report.failed[trainee] = ""
        return
    if give_time(book, assignment, trainee):
        report.late.append(trainee)
    report.graded[trainee] = sum(grade.needs_manual_grade for grade in notebook.grades)
    marked = nbformat.read(course / "autograded" / trainee / assignment / f"{assignment}.ipynb", as_version=4)
    problems = {cell.metadata.get("mbkurs", {}).get("problem", "") for cell in marked.cells} - {""}
    if problems:
        report.flagged[trainee] = sorted(problems)


def end_of(day: date) -> datetime:
    """The last minute of a day here, as nbgrader keeps it: UTC without a zone."""
    return datetime.combine(day, time(23, 59)).astimezone(UTC).replace(tzinfo=None)


def _checked(result: dict) -> None:
    if not result["success"]:
        raise GradeError(_why(result))


def _why(result: dict) -> str:
    """The sentence in nbgrader's log that says what went wrong: the last error of its trace."""
    log = result.get("log") or result["error"]
    named = re.findall(r"^\s*[\w.]*(?:Error|Exception|Entry): (.+)$", log, re.MULTILINE)
    return named[-1] if named else log.strip().splitlines()[-1]
