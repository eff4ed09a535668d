"""Points for decisions; what no machine can mark is flagged."""

import pytest

from mbkurs.grading.graders import Marker, Unmarkable
from mbkurs.grading.sheet import Answers
from mbkurs.places import languages
from mbkurs.words import words

ASKED = {"points": 3, "full": ["a", "b"], "half": ["c"], "options": ["a", "b", "c", "d"], "several": False}


def points(value, kind="choice", **change) -> float:
    entry = {"kind": kind, "value": value, "saved": ""}
    return Marker(Answers({"x": entry})).decision("x", **ASKED | change)


@pytest.mark.parametrize(("chosen", "expected"), [("a", 3), ("b", 3), ("c", 1.5), ("d", 0)])
def test_one_may_be_chosen(chosen, expected):
    assert points({"chosen": [chosen]}) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"), [("ab", 3), ("ba", 3), ("a", 1.5), ("abc", 1.5), ("c", 0), ("abd", 0), ("", 0)]
)
def test_several_may_be_chosen(chosen, expected):
    assert points({"chosen": list(chosen)}, several=True) == expected


def test_no_answer_gives_nothing_and_is_no_problem():
    assert Marker(Answers()).decision("x", **ASKED) == 0
    assert points(None) == 0
    assert Marker(Answers()).written("x") == ""


@pytest.mark.parametrize(
    ("value", "kind", "code"),
    [
        ({"chosen": ["z"]}, "choice", "unknown-option"),
        ({"chosen": ["a", "b"]}, "choice", "too-many"),
        ({"chosen": "a"}, "choice", "wrong-type"),
        ({"chosen": [1]}, "choice", "wrong-type"),
        ({}, "choice", "wrong-type"),
        ("a", "choice", "wrong-type"),
        ({"chosen": ["a"]}, "text", "wrong-type"),
        (None, "", "wrong-type"),
    ],
)
def test_what_cannot_be_marked_is_flagged(value, kind, code):
    with pytest.raises(Unmarkable) as error:
        points(value, kind)
    assert error.value.code == code
    assert all(words(language, "grading")["problems"][code] for language in languages())


def test_a_sheet_that_cannot_be_read_flags_every_answer():
    for ask in (lambda marker: marker.decision("x", **ASKED), lambda marker: marker.written("x")):
        with pytest.raises(Unmarkable) as error:
            ask(Marker(Answers(problem="damaged")))
        assert error.value.code == "damaged"


def test_written_words_are_stripped_and_must_be_text():
    assert (
        Marker(Answers({"x": {"kind": "text", "value": {"text": " ord \n"}, "saved": ""}})).written("x")
        == "ord"
    )
    with pytest.raises(Unmarkable):
        Marker(Answers({"x": {"kind": "text", "value": {"text": 3}, "saved": ""}})).written("x")
