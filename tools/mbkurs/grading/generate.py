"""What ``generate_assignment`` runs: the gradebook learns the cells, the trainee gets a clean notebook."""

from copy import deepcopy
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor

from mbkurs.grading.assignment import Assignment, load
from mbkurs.grading.cells import graded
from mbkurs.grading.folders import source
from mbkurs.grading.proof import prove
from mbkurs.grading.rebuild import marks_of
from mbkurs.grading.sheet import EMPTY, NAME


class AddGradingCells(NbGraderPreprocessor):
    """First: puts the cells that the rubric asks for into the notebook."""

    def preprocess(self, nb, resources):
        place = resources["metadata"]
        assignment = load(Path(place["path"]).resolve() / f"{place['name']}.ipynb")
        prove(assignment)
        return deepcopy(graded(assignment)), resources


class KeepTraineesPart(NbGraderPreprocessor):
    """Last, after the gradebook has the cells: what is released is the source notebook and an empty sheet."""

    def preprocess(self, nb, resources):
        nb.cells = [cell for cell in nb.cells if "nbgrader" not in cell.metadata]
        # nbconvert's writer puts "outputs" beside the notebook.
        resources.setdefault("outputs", {})[NAME] = EMPTY.encode("utf-8")
        nbformat.validate(nb)
        return nb, resources


def generated(book: Gradebook, course: Path, assignment: Assignment) -> bool:
    """Whether nbgrader already knows the assignment, its cells and points, as they are now."""
    name = assignment.name
    release, original = course / "release" / name / f"{name}.ipynb", source(course, name)
    if not release.is_file() or release.stat().st_mtime < original.stat().st_mtime:
        return False
    try:
        known = book.find_notebook(name, name)
    except MissingEntry:
        return False
    notebook = graded(assignment)
    cells = {
        cell.metadata.nbgrader.grade_id: cell.source for cell in notebook.cells if "nbgrader" in cell.metadata
    }
    wanted, there = marks_of(notebook, known)
    return wanted == there and cells == {cell.name: cell.source for cell in known.source_cells}
