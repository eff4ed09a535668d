"""The group's answers in numbers, and which decisions were hard."""

import pytest

from mbkurs.grading.assignment import load
from mbkurs.grading.counts import Bar, criteria, decisions
from mbkurs.grading.standing import Answer, Standing, Trainee
from tests.grading import toy


@pytest.fixture
def group(tmp_path):
    """Makes a group in which each trainee has a score for toy-door and a level for toy-words."""
    assignment = load(toy.make(tmp_path))

    def made(*scores):
        trainees = [
            Trainee(
                str(number),
                str(number),
                answers={
                    "toy-door": Answer(score, frozenset({"knock" if score == 2 else "leave"})),
                    "toy-several": Answer(0.0),
                    "toy-words": Answer(3.0, levels={"hears": number % 3}),
                },
            )
            for number, score in enumerate(scores)
        ]
        return Standing(assignment, None, trainees, [], [], [])

    return made


@pytest.mark.parametrize(
    ("scores", "hard", "nobody"),
    [
        ([2, 2, 0], False, False),
        ([2, 0], True, False),
        ([2, 1, 1, 2, 2], False, False),
        ([1, 0], False, True),
        ([None, None], False, False),
        ([None, 0], False, True),
        ([], False, False),
    ],
)
def test_hard_for_half_and_right_for_nobody(group, scores, hard, nobody):
    door, several = decisions(group(*scores), ["none", "some", "all"])
    assert (door.hard, door.nobody) == (hard, nobody)
    marked = [score for score in scores if score is not None]
    assert door.bar.parts == [("none", marked.count(0)), ("some", marked.count(1)), ("all", marked.count(2))]
    assert (several.hard, several.nobody, several.bar.total) == (False, False, 0), "nobody answered it"


def test_what_was_chosen_is_counted(group):
    door, _ = decisions(group(2, 0, 0), ["", "", ""])
    assert door.options == [("KNOCK-TEXT", 1, True), ("WAIT-TEXT", 0, False), ("LEAVE-TEXT", 2, False)]


def test_each_level_of_each_criterion_is_counted(group):
    ((title, (hears, asks)),) = criteria(group(2, 2, 2, 2))
    assert title == "Title-nb"
    assert hears.parts == [("T0 nb", 2), ("T1 nb", 1), ("T2 nb", 1)] and asks.total == 0


def test_a_bar_is_drawn_to_its_end_and_empty_parts_are_not():
    assert Bar("x", [("a", 1), ("b", 0), ("c", 3)]).segments() == [(0.0, 25.0, 0.1), (25.0, 75.0, 1.0)]
    assert Bar("x", [("a", 0), ("b", 0)]).segments() == []
