"""Marks many submissions with one gradebook: the same rows and files as ``nbgrader autograde``, in less time.

A submission whose marked notebook is already there, with its rows, is left as it is, so that a run that was
stopped goes on where it stopped. First the rows, then the files: a kill in between leaves the old files, and
the next run does both again.
"""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment
from sqlalchemy import text

from mbkurs.answers import rename
from mbkurs.grading.assignment import Assignment
from mbkurs.grading.autograde import RunGraders, fingerprints, remembered, save
from mbkurs.grading.folders import submitted, time_of
from mbkurs.grading.rebuild import rebuilt, written
from mbkurs.grading.sheet import NAME, Answers, read_answers
from mbkurs.grading.students import enrolled


@dataclass(frozen=True)
class Marked:
    """One submission: how many answers wait for a person, codes of what could not be read, and lateness."""

    waiting: int
    problems: list[str]
    late: bool


class Marking:
    """One run over one assignment; ``again`` marks also what has not changed."""

    def __init__(self, course: Path, book: Gradebook, assignment: Assignment, *, again: bool = False):
        self.course, self.book, self.assignment, self.again = course, book, assignment, again
        self.people, self.graders = enrolled(book), RunGraders()
        # The assignment and its cells stay as they are while we hold the course: asked for once, and held.
        book.db().expire_on_commit = False
        known = book.find_notebook(assignment.name, assignment.name)
        self._held = [known.assignment, known]
        self._cells = [*known.grade_cells, *known.task_cells]
        # What a power cut takes is marked again by the next run, so no row need wait for the disk.
        book.db.execute(text("PRAGMA synchronous = NORMAL"))

    def mark(self, trainee: str) -> Marked:
        """Marks what a trainee handed in; raises ``OSError`` where writing fails."""
        name, source = self.assignment.name, submitted(self.course, trainee, self.assignment.name)
        notebook = self._notebook(trainee, source)
        content, target = written(notebook), self.course / "autograded" / trainee / name
        where, time = (name, name, trainee), time_of(source)
        submission = self._submission(trainee)
        done = submission and not self.again
        if not done or not self._there(notebook, content, target, where, time, submission):
            submission = self._save(trainee, time, notebook, where)
            _files(source, target, f"{name}.ipynb", content)
        submission = self._with_time(trainee, submission)
        waiting = sum(grade.needs_manual_grade for each in submission.notebooks for grade in each.grades)
        marked = Marked(waiting, _problems(notebook), submission.total_seconds_late > 0)
        for each in self._held:  # else they keep every submission, and memory grows
            self.book.db.expire(each, ["submissions"])
        return marked

    def _notebook(self, trainee: str, source: Path) -> NotebookNode:
        """The marked notebook, made from the course's own and the sheet."""
        if source.is_symlink():
            sheet = Answers(problem="link")
        else:
            sheet = read_answers(source / NAME, set(self.assignment.exercises))
        notebook, person = rebuilt(self.assignment, sheet), self.people.get(trainee)
        notebook.metadata.mbkurs["points"] = sheet.points and (person is None or person.points)
        return self.graders.preprocess(notebook, {})[0]

    def _submission(self, trainee: str) -> SubmittedAssignment | None:
        try:
            return self.book.find_submission(self.assignment.name, trainee)
        except MissingEntry:
            return None

    def _there(self, notebook, content: str, target: Path, where: tuple, time, submission) -> bool:
        """Whether files and rows are already what they would become."""
        same_time = submission.timestamp == (time and time.replace(tzinfo=None))
        if not same_time or remembered(self.book, where) != fingerprints(notebook):
            return False
        try:
            return (target / f"{self.assignment.name}.ipynb").read_text(encoding="utf-8") == content
        except (OSError, ValueError):
            return False

    def _save(self, trainee: str, time: datetime | None, notebook: NotebookNode, where: tuple):
        """The rows."""
        self.book.update_or_create_student(trainee)
        moment = {"timestamp": time} if time else {}
        with self.book.db.no_autoflush:  # else SQLAlchemy warns of every half-made submission
            self.book.update_or_create_submission(self.assignment.name, trainee, **moment)
        save(self.book, where, notebook)
        return self.book.find_submission(self.assignment.name, trainee)

    def _with_time(self, trainee: str, submission: SubmittedAssignment) -> SubmittedAssignment:
        """Gives the extra days of the list."""
        person = self.people.get(trainee)
        days = person and person.extra_days
        if days is not None and (submission.extension or timedelta()) != timedelta(days=days):
            self.book.grant_extension(self.assignment.name, trainee, days=days)
        return submission


def _problems(notebook: NotebookNode) -> list[str]:
    return sorted({cell.metadata.get("mbkurs", {}).get("problem", "") for cell in notebook.cells} - {""})


def _files(source: Path, target: Path, name: str, content: str) -> None:
    """Puts the marked notebook, and what nbgrader wants beside it, in the place of the old folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # What Windows will not delete just now lies in the trainee's own folder, and goes with it.
    own = {"prefix": ".new-", "ignore_cleanup_errors": True}
    with tempfile.TemporaryDirectory(dir=target.parent, **own) as beside:
        new = Path(beside) / "new"
        new.mkdir()
        for other in (NAME, "timestamp.txt", "submission_secret.txt"):
            if (source / other).is_file() and not source.is_symlink():
                shutil.copyfile(source / other, new / other, follow_symlinks=False)
        (new / name).write_text(content, encoding="utf-8")
        if target.exists():
            rename.put(target, Path(beside) / "old")
        rename.put(new, target)
