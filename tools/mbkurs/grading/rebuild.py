"""The one hook by which nbgrader gets to see a submission: the notebook that was handed in is never opened.

``autograde`` works in two passes. Before the first it would parse the submitted notebook; ``AnswersExporter``
gives it the course's own graded notebook with the answers of the sheet written into it instead.
"""

import json
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from weakref import finalize

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook, Notebook
from nbgrader.utils import is_grade, is_task

from mbkurs.grading.assignment import Assignment, load
from mbkurs.grading.autograde import RunGraders, save
from mbkurs.grading.cells import graded
from mbkurs.grading.gate import refusal
from mbkurs.grading.rubric import RubricError
from mbkurs.grading.sheet import NAME, Answers, Unreadable, read_answers
from mbkurs.grading.students import wants_points


class AnswersExporter(NotebookExporter):
    """For ``c.Autograde.exporter_class``: marks in the first pass, so that the second has nothing left to do.

    nbgrader makes one for each of its runs, with however many submissions.
    """

    def from_filename(self, filename, resources=None, **kw):
        resources = (resources or {}) | {"output_extension": self.file_extension}
        # nbgrader tells its passes apart by this attribute and nothing public.
        if not self.parent._sanitizing:
            return Path(filename).read_text(encoding="utf-8"), resources
        submitted, place = Path(filename), resources["nbgrader"]
        if code := refusal(submitted.parent):  # nbgrader then takes away what it has copied
            raise Unreadable(code)
        course = self.parent.coursedir
        folder = course.format_path(course.source_directory, ".", place["assignment"])
        assignment = load(Path(folder).resolve() / f"{place['notebook']}.ipynb")
        sheet = read_answers(submitted.with_name(NAME), set(assignment.exercises))
        return written(self._marked(assignment, sheet, place)), resources

    def _marked(self, assignment: Assignment, sheet: Answers, place: dict) -> NotebookNode:
        """The notebook; its marks are in the gradebook then."""
        notebook, book = rebuilt(assignment, sheet), self._gradebook(place["db_url"])
        try:
            # Points are shown only where neither the trainee nor the course's list says no.
            notebook.metadata.mbkurs["points"] = sheet.points and wants_points(book, place["student"])
            check_gradebook(notebook, book.find_notebook(place["notebook"], place["assignment"]))
            notebook, _ = RunGraders(parent=self).preprocess(notebook, {})
            save(book, (place["notebook"], place["assignment"], place["student"]), notebook)
        finally:
            book.db.rollback()
        return notebook

    def _gradebook(self, url: str) -> Gradebook:
        """One for the whole run: to open one costs more than to mark a submission."""
        if not hasattr(self, "_book"):
            self._book = Gradebook(url)
            finalize(self, self._book.close)
        return self._book


def written(notebook: NotebookNode) -> str:
    """A notebook as nbgrader writes it."""
    return nbformat.v4.writes(notebook) + "\n"


def rebuilt(assignment: Assignment, sheet: Answers) -> NotebookNode:
    """The graded notebook with each answer in its cell's metadata: data to be shown, never markup or code."""
    notebook = _own_copy(graded(assignment))
    notebook.metadata.mbkurs["title"] = assignment.rubric["title"]
    notebook.metadata.mbkurs["points"] = sheet.points
    for cell in notebook.cells:
        if is_grade(cell) or is_task(cell):
            answer = sheet.answers.get(cell.metadata.nbgrader.grade_id)
            cell.metadata.mbkurs["answer"] = answer
            cell.metadata.mbkurs["problem"] = sheet.problem
            cell.metadata.mbkurs["seen"] = fingerprint(answer and answer["value"], sheet.problem)
    return notebook


def _own_copy(notebook: NotebookNode) -> NotebookNode:
    """A copy with cells of its own where answers are written in; the others are shared."""
    own = [deepcopy(cell) if is_grade(cell) or is_task(cell) else cell for cell in notebook.cells]
    return NotebookNode(notebook | {"cells": own, "metadata": deepcopy(notebook.metadata)})


def fingerprint(value: object, problem: str) -> str:
    """Says whether an answer changed since it was last marked."""
    return sha256(json.dumps([value, problem], sort_keys=True).encode("utf-8")).hexdigest()


def check_gradebook(notebook: NotebookNode, known: Notebook) -> None:
    """Refuses to grade by another rubric than the one that ``generate_assignment`` put into the gradebook."""
    wanted, there = marks_of(notebook, known)
    if wanted != there:
        differ = ", ".join(sorted(key for key in wanted | there if wanted.get(key) != there.get(key)))
        raise RubricError(
            f"The rubric has changed since the assignment was generated ({differ}). "
            f"Run: nbgrader generate_assignment {known.assignment.name} --force"
        )


def marks_of(notebook: NotebookNode, known: Notebook) -> tuple[dict[str, float], dict[str, float]]:
    """The points of each exercise: those that the notebook asks for, and those in the gradebook."""
    wanted = {
        cell.metadata.nbgrader.grade_id: float(cell.metadata.nbgrader.points)
        for cell in notebook.cells
        if is_grade(cell) or is_task(cell)
    }
    return wanted, {cell.name: cell.max_score for cell in [*known.grade_cells, *known.task_cells]}
