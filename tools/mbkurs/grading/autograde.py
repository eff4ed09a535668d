"""The second pass of ``nbgrader autograde``: marks the rebuilt notebook in this process, without a kernel."""

import json

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import determine_grade, is_grade, is_task
from sqlalchemy import text

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
        cell.outputs = [new_output("execute_result", {"text/plain": repr(points)}, execution_count=1)]
        cell.execution_count = 1


class SaveGrades(NbGraderPreprocessor):
    """Writes the points into the gradebook, in one transaction; a mark given by hand stays.

    A mark given by hand is asked for again only if the answer changed since.
    """

    def preprocess(self, nb, resources):
        place = resources["nbgrader"]
        where = (place["notebook"], place["assignment"], place["student"])
        with Gradebook(place["db_url"]) as book:
            seen = _seen(book, where)
            for cell in nb.cells:
                if is_grade(cell) or is_task(cell):
                    name = cell.metadata.nbgrader.grade_id
                    grade = book.find_grade(name, *where)
                    self._settle(grade, cell, changed=seen.get(name) != cell.metadata.mbkurs["seen"])
                    seen[name] = cell.metadata.mbkurs["seen"]
            _remember(book, where, seen)
            book.db.commit()
        return nb, resources

    def _settle(self, grade, cell: NotebookNode, changed: bool) -> None:
        grade.auto_score = auto_score(cell)
        if grade.manual_score is None:
            grade.needs_manual_grade = grade.auto_score is None
        elif changed:
            grade.needs_manual_grade = True


def auto_score(cell: NotebookNode) -> float | None:
    """Points, or ``None`` where a person must look. A written answer that was left empty is settled as 0."""
    if cell.metadata.mbkurs["problem"]:
        return None
    if is_task(cell):
        return 0.0 if cell.metadata.mbkurs["blank"] else None
    return determine_grade(cell)[0]


_TABLE = "CREATE TABLE IF NOT EXISTS mbkurs_seen (submission TEXT PRIMARY KEY, answers TEXT NOT NULL)"


def _seen(book: Gradebook, where: tuple[str, str, str]) -> dict[str, str]:
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
