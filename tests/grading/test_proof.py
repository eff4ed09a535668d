"""The key is tried on a model answer before anybody is marked by it."""

import pytest

from mbkurs.grading import autograde
from mbkurs.grading.assignment import load
from mbkurs.grading.grade import GradeError, grade
from mbkurs.grading.graders import Marker
from mbkurs.grading.proof import prove
from mbkurs.grading.rubric import RubricError
from mbkurs.places import ASSIGNMENTS
from tests.grading import toy
from tests.grading.site import NAME, rows, send, texts_of

SOURCES = sorted(ASSIGNMENTS.glob("*/source/*/*.ipynb"))


@pytest.mark.parametrize("notebook", SOURCES, ids=lambda path: f"{path.parents[2].name}-{path.stem}")
def test_every_key_of_the_course_holds(notebook):
    prove(load(notebook))


def test_the_toy_with_several_choices_holds(tmp_path):
    prove(load(toy.make(tmp_path)))


def breaking(self, *arguments, **keywords):
    raise ZeroDivisionError


@pytest.mark.parametrize(
    "mistake", [breaking, lambda *_, **__: 0.0, lambda *_, **__: 99.0], ids=["raises", "nothing", "too much"]
)
def test_a_key_that_fails_stops_before_anybody_is_marked(place, monkeypatch, mistake):
    """What an instructor cell calls goes wrong: the first run stops, and nobody has a 0."""
    monkeypatch.setattr(Marker, "decision", mistake)
    send(place, "Kari", texts_of(place))
    with pytest.raises(GradeError, match="The key was tried and failed"):
        grade(place.course("nb"), NAME)
    assert rows(place.course("nb")) == {}


def test_what_differs_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(autograde, "determine_grade", lambda cell: (1.5, 2))
    with pytest.raises(RubricError, match="toy-door: the model answer gives 1.5 points and should give 2.0"):
        prove(load(toy.make(tmp_path)))
