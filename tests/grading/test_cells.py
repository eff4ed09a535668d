"""The graded notebook: the source plus a cell for each exercise, and nothing twice."""

from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import is_grade, is_task

from mbkurs.grading.assignment import load
from mbkurs.grading.cells import graded
from mbkurs.grading.graders import Marker
from mbkurs.grading.sheet import Answers
from tests.grading import toy


def test_each_exercise_is_followed_by_its_mark_cell(tmp_path):
    assignment = load(toy.make(tmp_path))
    notebook = graded(assignment)
    MetadataValidator().validate_nb(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert ids[1::2] == ["story", "mark-toy-door", "mark-toy-several", "mark-toy-words"]
    assert ids[2::2] == ["toy-door", "toy-several", "toy-words"]
    assert [is_grade(cell) for cell in notebook.cells[3::2]] == [True, True, False]
    assert is_task(notebook.cells[-1]) and notebook.cells[-1].metadata.nbgrader.points == 4
    assert len(assignment.notebook.cells) == 4, "the assignment's own notebook is left as it is"


def test_the_grade_cell_holds_the_rubrics_points_and_key(tmp_path):
    cell = graded(load(toy.make(tmp_path))).cells[3]
    for chosen, points in (("knock", 2), ("wait", 1), ("leave", 0)):
        entry = {"kind": "choice", "value": {"chosen": [chosen]}, "saved": ""}
        assert eval(cell.source, {"sheet": Marker(Answers({"toy-door": entry}))}) == points
