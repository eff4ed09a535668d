"""Rubrics are data that is checked."""

import pytest

from mbkurs.grading.rubric import RubricError, load, problems
from tests.grading import toy


def test_a_rubric_in_one_language(tmp_path):
    toy.make(tmp_path)
    found = load(tmp_path / "rubrics" / "toy.yml", "en")
    assert found["title"] == "Toy en"
    assert found["written"][0]["points"] == 4
    assert found["written"][0]["criteria"][1]["levels"][2] == {
        "points": 2,
        "title": "T2 en",
        "text": "LEVEL-2 en",
    }


def spoil(path: str, value):
    """Sets one place of the rubric, ``a.0.b``; ``None`` deletes it."""

    def change(data):
        *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        for part in way:
            data = data[part]
        if value is None:
            del data[last]
        else:
            data[last] = value

    return change


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("title.en", None, "$.title: 'en' is a required property"),
        ("decisions.0.points", "2", "$.decisions[0].points"),
        ("decisions.0.full", [], "$.decisions[0].full"),
        ("decisions.0.colour", "red", "colour"),
        ("decisions.0.half", ["knock"], "toy-door: knock is both full and half"),
        ("decisions.1.exercise", "toy-door", "toy-door: is marked twice"),
        ("written.0.criteria.0.levels.0.points", 1, "levels must begin at 0 points"),
        ("written.0.criteria.1.key", "hears", "two criteria have the same key"),
        ("assignment", "other", "it must be the file's name"),
    ],
)
def test_every_defect_is_named(tmp_path, place, value, said):
    toy.make(tmp_path, change=spoil(place, value))
    with pytest.raises(RubricError) as error:
        load(tmp_path / "rubrics" / "toy.yml", "nb")
    assert said in str(error.value) and "toy.yml" in str(error.value)


def test_the_rubric_is_whole():
    assert problems(toy.rubric(), "toy") == []


def test_a_missing_or_broken_file_is_named(tmp_path):
    with pytest.raises(RubricError, match="there is no rubric"):
        load(tmp_path / "none.yml", "nb")
    (tmp_path / "bad.yml").write_text("a: [")
    with pytest.raises(RubricError, match="not YAML"):
        load(tmp_path / "bad.yml", "nb")
