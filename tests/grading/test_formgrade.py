"""The page on which a leader marks: for a pass without points it has levels and no points."""

import re

import pytest

from mbkurs.grading.assignment import load
from mbkurs.grading.formgrade import formgrade_page
from mbkurs.grading.rebuild import rebuilt
from mbkurs.grading.sheet import Answers
from tests.grading import toy

PLACE = {
    "first_name": "Kari",
    "last_name": None,
    "student": "k1",
    "base_url": "",
    "submission_id": "s",
    "notebook_id": "toy",
    "assignment_id": "toy",
    "index": 0,
    "total": 1,
}


@pytest.mark.parametrize("points", [True, False])
def test_points_are_shown_only_where_they_are_wanted(tmp_path, points):
    answers = {
        "toy-words": {"kind": "text", "value": {"text": "Mine"}},
        "toy-door": {"kind": "choice", "value": {"chosen": ["knock"]}},
    }
    page = formgrade_page(rebuilt(load(toy.make(tmp_path)), Answers(answers, points=points)), PLACE)
    seen = re.sub(r"<(style|script)>.*?</\1>|<span hidden>.*?</span>", "", page, flags=re.S)
    assert "T2 nb" in seen and "LEVEL-2 nb" in seen
    for shown in ("Alle poeng", "av 4", "2 · T2 nb"):
        assert (shown in seen) == points
    assert ("bestått uten poeng" in seen) != points
    assert "Godt nok" not in seen, "the levels say it"
    assert seen.count('class="score tabbable"') == (3 if points else 0)
