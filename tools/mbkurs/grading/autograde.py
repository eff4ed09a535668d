"""Marks the rebuilt notebook in this process, without a kernel, and puts the marks into the gradebook."""

import json

from nbformat import NotebookNode, from_dict
from nbgrader.api import Grade, Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import determine_grade, is_grade, is_task
from sqlalchemy import text

from mbkurs.grading.gradebook import begin
from mbkurs.grading.graders import Marker, Unmarkable
from mbkurs.grading.sheet import Answers


class RunGraders(NbGraderPreprocessor):
    """Evaluates the course's own grade cells; what they cannot mark gets a ``problem`` instead of points."""

    def preprocess_cell(self, cell, resources, index):
        if is_grade(cell) or is_task(cell):
            try:
                self._mark(cell)
            except Unmarkable as error:
                cell.metadata.mbkurs["problem"] = error.code
            except Exception:  # a mistake of the course's own must never become a silent 0 for everybody
                self.log.exception("The grade cell %s fails", cell.metadata.nbgrader.grade_id)
                cell.metadata.mbkurs["problem"] = "grader-failed"
        return cell, resources

    def _mark(self, cell: NotebookNode) -> None:
        name, look = cell.metadata.nbgrader.grade_id, cell.metadata.mbkurs
        sheet = Marker(Answers({name: look["answer"]} if look["answer"] else {}, look["problem"]))
        if is_task(cell):
            look["blank"] = not sheet.written(name)
            return
        points = eval(
            cell.source, {"__builtins__": {}, "sheet": sheet}
        )  # the course's own source, see rebuild.py
        result = {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": repr(points)}}
        cell.outputs = [from_dict(result | {"execution_count": 1})]
        cell.execution_count = 1


def save(book: Gradebook, where: tuple[str, str, str], notebook: NotebookNode) -> None:
    """The points of a marked notebook, in one transaction; ``where`` is (notebook, assignment, trainee).

    A mark given by hand stays, and is asked for again only if the answer changed since.
    """
    begin(book)
    seen, now = remembered(book, where), fingerprints(notebook)
    submission = book.find_submission_notebook(*where)
    # As they are now that nobody else can change them, not as they were read before.
    rows = book.db.query(Grade).filter(Grade.notebook_id == submission.id).populate_existing()
    grades = {grade.cell.name: grade for grade in rows}
    for cell in notebook.cells:
        if is_grade(cell) or is_task(cell):
            name = cell.metadata.nbgrader.grade_id
            _settle(grades[name], cell, changed=seen.get(name) != now[name])
    _remember(book, where, seen | now)
    book.db.commit()


def _settle(grade, cell: NotebookNode, changed: bool) -> None:
    grade.auto_score = auto_score(cell)
    if grade.manual_score is None:
        grade.needs_manual_grade = grade.auto_score is None
    elif changed:
        grade.needs_manual_grade = True


def fingerprints(notebook: NotebookNode) -> dict[str, str]:
    """Of each answer in a marked notebook."""
    cells = [cell.metadata for cell in notebook.cells if is_grade(cell) or is_task(cell)]
    return {cell.nbgrader.grade_id: cell.mbkurs["seen"] for cell in cells}


def auto_score(cell: NotebookNode) -> float | None:
    """Points, or ``None`` where a person must look. A written answer that was left empty is settled as 0."""
    if cell.metadata.mbkurs["problem"]:
        return None
    if is_task(cell):
        return 0.0 if cell.metadata.mbkurs["blank"] else None
    return determine_grade(cell)[0]


_TABLE = "CREATE TABLE IF NOT EXISTS mbkurs_seen (submission TEXT PRIMARY KEY, answers TEXT NOT NULL)"


def remembered(book: Gradebook, where: tuple[str, str, str]) -> dict[str, str]:
    """Fingerprints of the answers that were marked last time: our own table in nbgrader's database."""
    book.db.execute(text(_TABLE))
    row = book.db.execute(
        text("SELECT answers FROM mbkurs_seen WHERE submission = :key"), {"key": json.dumps(where)}
    )
    found = row.scalar()
    return json.loads(found) if found else {}


def _remember(book: Gradebook, where: tuple[str, str, str], seen: dict[str, str]) -> None:
    book.db.execute(
        text("INSERT OR REPLACE INTO mbkurs_seen VALUES (:key, :answers)"),
        {"key": json.dumps(where), "answers": json.dumps(seen)},
    )
