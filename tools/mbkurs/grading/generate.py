"""What ``generate_assignment`` runs: the gradebook learns the cells, the trainee gets a clean notebook."""

from pathlib import Path

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor

from mbkurs.grading.assignment import load
from mbkurs.grading.cells import graded
from mbkurs.grading.sheet import EMPTY, NAME


class AddGradingCells(NbGraderPreprocessor):
    """First: puts the cells that the rubric asks for into the notebook."""

    def preprocess(self, nb, resources):
        place = resources["metadata"]
        assignment = load(Path(place["path"]).resolve() / f"{place['name']}.ipynb")
        return graded(assignment), resources


class KeepTraineesPart(NbGraderPreprocessor):
    """Last, after the gradebook has the cells: what is released is the source notebook and an empty sheet."""

    def preprocess(self, nb, resources):
        nb.cells = [cell for cell in nb.cells if "nbgrader" not in cell.metadata]
        # nbconvert's writer puts "outputs" beside the notebook.
        resources.setdefault("outputs", {})[NAME] = EMPTY.encode("utf-8")
        nbformat.validate(nb)
        return nb, resources
