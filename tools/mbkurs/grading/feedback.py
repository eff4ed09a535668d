"""What a trainee gets back: one page that can be understood without knowing nbgrader.

Pass or not yet. For each exercise: what was asked, what was answered, what that choice leads to, the points
in words, the reason and its source, the level reached with its words, and the leader's comment. No key, no
other level. For a trainee who passes without points: the same, and no points.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.utils import is_grade, is_task
from sqlalchemy.orm import selectinload
from traitlets import default

from mbkurs.grading.comment import divided
from mbkurs.grading.outcome import outcome
from mbkurs.grading.pages import number, page
from mbkurs.grading.preview import item
from mbkurs.grading.sheet import Answers
from mbkurs.words import words


class FeedbackExporter(Exporter):
    """For ``c.GenerateFeedback.exporter_class``: an autograded notebook and the gradebook become a page."""

    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self):
        return ".html"

    def from_notebook_node(self, nb, resources=None, **kw):
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        place = resources["nbgrader"]
        with Gradebook(place["db_url"]) as book:
            submission = book.find_submission(place["assignment"], place["student"])
            return feedback(nb, _marks(submission), _moment(submission)), resources


class Pages:
    """The pages of many trainees, with one gradebook."""

    def __init__(self, course: Path, book: Gradebook, assignment: str):
        self.course, self.book, self.assignment = course, book, assignment
        # Held, so that SQLAlchemy need not ask again for each trainee which cell a mark belongs to, and
        # which marks and comments there are.
        known = book.find_notebook(assignment, assignment)
        self._cells = [*known.grade_cells, *known.task_cells]
        marks = selectinload(SubmittedNotebook.grades), selectinload(SubmittedNotebook.comments)
        theirs = book.db.query(SubmittedAssignment).filter_by(assignment=book.find_assignment(assignment))
        self._held = theirs.options(selectinload(SubmittedAssignment.notebooks).options(*marks)).all()

    def page(self, trainee: str) -> str:
        """The page of one trainee with a marked notebook; raises ``MissingEntry``, and ``OSError``."""
        submission = self.book.find_submission(self.assignment, trainee)
        path = self.course / "autograded" / trainee / self.assignment / f"{self.assignment}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"] = [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
        return feedback(nbformat.from_dict(notebook), _marks(submission), _moment(submission))


def _moment(submission: SubmittedAssignment) -> datetime | None:
    return submission.timestamp and submission.timestamp.replace(tzinfo=UTC)


def _marks(submission: SubmittedAssignment) -> dict[str, dict]:
    """``{exercise: {score, max, waiting, comment}}`` of a submission."""
    marks = {}
    for notebook in submission.notebooks:
        comments = {comment.name: comment.comment for comment in notebook.comments}
        for grade in notebook.grades:
            marks[grade.name] = {
                "score": 0 if grade.needs_manual_grade else grade.score,
                "max": grade.cell.max_score,
                "waiting": grade.needs_manual_grade,
                "comment": comments.get(grade.name) or "",
            }
    return marks


def feedback(notebook: NotebookNode, marks: dict[str, dict], time) -> str:
    """The page for an autograded notebook; ``marks`` is ``{exercise: {score, max, waiting, comment}}``."""
    language, points = notebook.metadata.mbkurs.language, notebook.metadata.mbkurs.get("points", True)
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in _cells(notebook)}
    items = [_item(cell, marks[name], language, points) for name, cell in cells.items()]
    waiting = any(mark["waiting"] for mark in marks.values())
    written = [
        (cell.metadata.mbkurs.rubric.criteria, marks[name]) for name, cell in cells.items() if is_task(cell)
    ]
    return page(
        "feedback",
        language,
        title=notebook.metadata.mbkurs.title,
        time=time,
        items=items,
        outcome=outcome(waiting, [(criteria, mark["comment"], mark["score"]) for criteria, mark in written]),
        with_points=points,
        points=sum(mark["score"] for mark in marks.values()),
        max=sum(mark["max"] for mark in marks.values()),
    )


def _cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if is_grade(cell) or is_task(cell)]


def _item(cell: NotebookNode, mark: dict, language: str, points: bool) -> dict:
    """One exercise as the page shows it."""
    look, name = cell.metadata.mbkurs, cell.metadata.nbgrader.grade_id
    sheet = Answers({name: look.answer} if look.answer else {}, look.problem if look.answer is None else "")
    shown = item(look.exercise, name, sheet)
    levels, comment = divided(mark["comment"], look.rubric.get("criteria", []))
    answered = bool(shown["chosen"] or shown["written"])
    return shown | {
        "result": _result(mark, language, points),
        "reason": look.rubric.get("reason", "") if answered else "",
        "source": look.rubric.get("source", {}).get("text", ""),
        "levels": [] if mark["waiting"] else levels,
        "comment": "" if mark["waiting"] else comment,
    }


def _result(mark: dict, language: str, points: bool) -> str:
    """The points in words; without points only whether the answer has been read."""
    say = words(language, "grading")["feedback"]
    if mark["waiting"]:
        return say["waiting"]
    score, most = number(mark["score"], language), number(mark["max"], language)
    return say["points"].format(points=score, max=most) if points else ""
