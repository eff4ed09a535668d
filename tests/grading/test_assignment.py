"""Notebook and rubric belong together."""

import pytest

from mbkurs.grading.assignment import declared_ids, load
from mbkurs.grading.rubric import RubricError
from mbkurs.places import ASSIGNMENTS, languages
from tests.grading import toy
from tests.grading.test_rubric import spoil


def test_exercises_come_with_their_story(tmp_path):
    assignment = load(toy.make(tmp_path, "en"))
    assert list(assignment.exercises) == ["toy-door", "toy-several", "toy-words"]
    assert assignment.exercises["toy-door"]["story"].startswith("# Toy")
    assert assignment.exercises["toy-several"]["story"] == ""
    assert assignment.rubric["title"] == "Toy en"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("decisions.0.exercise", "toy-window", "toy-window: the notebook has no such exercise"),
        ("decisions.0.exercise", "toy-window", "toy-door: the rubric does not say how to mark it"),
        ("decisions.0.full", ["ring"], "toy-door: the notebook has no option ring"),
        ("written.0.exercise", "toy-door", "toy-door: is marked twice"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path, place, value, said):
    with pytest.raises(RubricError) as error:
        load(toy.make(tmp_path, change=spoil(place, value)))
    assert said in str(error.value)


@pytest.mark.parametrize("notebook", sorted(ASSIGNMENTS.glob("*/source/*/*.ipynb")), ids=str)
def test_the_courses_own_assignments_fit_their_rubrics(notebook):
    assert load(notebook).marks.keys() == declared_ids(notebook)


def test_every_language_has_every_assignment():
    found = {
        language: {path.name for path in (ASSIGNMENTS / language / "source").iterdir()}
        for language in languages()
    }
    rubrics = {path.stem for path in (ASSIGNMENTS / "rubrics").glob("*.yml")}
    assert all(names == rubrics for names in found.values())
