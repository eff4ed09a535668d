"""The leader's round: take in, mark, return. nbgrader does the work, by the same path as its commands."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import urlencode

from nbgrader.api import Gradebook
from sqlalchemy.exc import SQLAlchemyError

from mbkurs.grading.arrivals import Taken, arrived
from mbkurs.grading.assignment import load
from mbkurs.grading.collect import from_exchange
from mbkurs.grading.feedback import Pages
from mbkurs.grading.folders import source
from mbkurs.grading.gate import admit
from mbkurs.grading.generate import generated
from mbkurs.grading.gradebook import gradebook, one_at_a_time, own_programs_first
from mbkurs.grading.handin import write
from mbkurs.grading.intake import take_in
from mbkurs.grading.marking import Marking
from mbkurs.grading.proof import prove
from mbkurs.grading.roster import Person
from mbkurs.grading.rubric import RubricError
from mbkurs.grading.students import enrol, enrolled


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


# Goes through the trainees and may tell how far it has come: `lambda them: rich.progress.track(them)`, or a
# generator of one's own that yields every one of the list in turn. Closing it, or an exception in it, stops
# the run between two trainees; what is marked stays, and the next run goes on from there.
Progress = Callable[[list[str]], Iterable[str]]


def grade(
    course: Path,
    assignment: str,
    progress: Progress = iter,
    *,
    people: list[Person] | None = None,
    deadline: date | None = None,
    waiting: Callable[[], None] = lambda: None,
) -> Report:
    """Takes in what lies in ``<course>/handed-in`` and marks what has changed since the last time.

    ``people`` becomes the course's list, ``deadline`` the last day, in the leader's time zone; without them
    both stay as they were. Late work is marked as late, and never costs anything.
    Marks given by hand stay. Compares who has handed in with who has a mark: nobody is left out in silence.
    Stopped or killed at any moment, nothing is lost, and another run ends in the same result.
    ``waiting`` is called if another leader is marking in the course just now; then their turn comes first.
    Raises ``GradeError`` if the assignment cannot be prepared.
    """
    (course / "handed-in").mkdir(exist_ok=True)
    with one_at_a_time(course, waiting), gradebook(course) as book:
        new = _prepared(course, assignment, book)
        if people is not None:
            enrol(book, people)
        if deadline:
            book.update_or_create_assignment(assignment, duedate=end_of(deadline))
        names, report = _come_in(course, assignment, set(enrolled(book)))
        marking = Marking(course, book, load(source(course, assignment)), again=new)
        for trainee in progress(names):
            _mark(marking, trainee, report)
    return report


def _come_in(course: Path, assignment: str, known: set[str]) -> tuple[list[str], Report]:
    """Who can be marked, and what became of every file and folder that came in."""
    taken = take_in(arrived(course), course, known) + from_exchange(course, assignment)
    names, notes = admit(course, assignment)
    return names, Report(taken=taken + notes)


def _mark(marking: Marking, trainee: str, report: Report) -> None:
    """One trainee; whatever goes wrong there, the next one's turn comes, and the report says it."""
    try:
        marked = marking.mark(trainee)
    except (OSError, SQLAlchemyError, ValueError, LookupError) as error:
        marking.book.db.rollback()
        report.failed[trainee] = str(error)
        return
    report.graded[trainee] = marked.waiting
    if marked.late:
        report.late.append(trainee)
    if marked.problems:
        report.flagged[trainee] = marked.problems


def _prepared(course: Path, assignment: str, book: Gradebook) -> bool:
    """Makes nbgrader know the assignment as it is now; returns whether it was needed."""
    try:
        prove(load(source(course, assignment)))
        if generated(book, course, load(source(course, assignment))):
            return False
    except RubricError as error:
        raise GradeError(str(error).splitlines()[0]) from None
    with nbgrader(course) as api:
        _checked(api.generate_assignment(assignment, force=True))
    book.db.rollback()
    return True


def give_back(
    course: Path, assignment: str, progress: Progress = iter, *, only: set[str] | None = None
) -> Path:
    """Makes everybody's feedback; returns the folder with one page a trainee, ``returned/<assignment>``.

    ``only`` names the trainees whose feedback is made; the others' pages stay as they are.
    """
    folder = course / "returned" / assignment
    folder.mkdir(parents=True, exist_ok=True)
    there = marked_trainees(course, assignment)
    if not there:
        return folder
    with gradebook(course) as book:
        pages = Pages(course, book, assignment)
        for trainee in progress([each for each in there if only is None or each in only]):
            page = write(folder / f"{trainee}.html", pages.page(trainee))
            # nbgrader's own place too, so that its release_feedback can go on from here.
            beside = course / "feedback" / trainee / assignment
            beside.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(page, beside / f"{assignment}.html")
    return folder


def marked_trainees(course: Path, assignment: str) -> list[str]:
    """Everybody with a marked notebook, in the order of their ids."""
    notebooks = (course / "autograded").glob(f"*/{assignment}/{assignment}.ipynb")
    return sorted(notebook.parents[1].name for notebook in notebooks)


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
def nbgrader(course: Path) -> Iterator:
    """nbgrader's ``NbGraderAPI`` with the course's own config, silent; only to prepare an assignment."""
    # Half a second to load, and seldom needed.
    from nbgrader.apps import NbGraderAPI
    from nbgrader.apps.baseapp import NbGrader

    here = Path.cwd()
    os.chdir(course)
    try:
        with own_programs_first():
            app = NbGrader()
            app.initialize([], root=str(course))
            app.log.handlers, app.log.propagate = [], False
            yield NbGraderAPI(app.coursedir, parent=app)
    finally:
        os.chdir(here)


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
