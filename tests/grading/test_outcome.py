"""Pass or not yet: the levels of the written answers decide, and nothing else."""

import pytest

from mbkurs.grading.comment import line
from mbkurs.grading.outcome import NOT_YET, PASS, WAITING, outcome

LEVELS = [{"points": points, "title": f"T{points}", "text": ""} for points in (0, 1, 2)]
CRITERIA = [{"key": key, "title": key, "levels": LEVELS} for key in ("hears", "asks")]


def comment(*levels: int) -> str:
    return "\n".join(
        line(criterion, LEVELS[level]) for criterion, level in zip(CRITERIA, levels, strict=False)
    )


@pytest.mark.parametrize(
    ("said", "score", "expected"),
    [
        (comment(1, 2), 3, PASS),
        (comment(0, 2), 2, NOT_YET),
        (comment(0, 2), 4, NOT_YET),  # the levels decide, not the points
        (comment(1, 1), 0, PASS),
        ("", 0, NOT_YET),  # nothing was written
        ("", 1, NOT_YET),  # typed points: one criterion must be at its lowest
        ("Fine.", 2, PASS),
        (comment(1), 2, PASS),
        (comment(1), 1, NOT_YET),
    ],
)
def test_no_criterion_may_be_at_its_lowest_level(said, score, expected):
    assert outcome(False, [(CRITERIA, comment(2, 2), 4), (CRITERIA, said, score)]) == expected


def test_what_is_not_read_yet_is_neither():
    assert outcome(True, [(CRITERIA, comment(2, 2), 4)]) == WAITING


def test_decisions_alone_fail_nobody():
    assert outcome(False, []) == PASS
