"""A cell is typed on any keyboard; a reader sees the marks of their language."""

import pytest

from mbkurs.exercises import render
from mbkurs.exercises.render import MIME

CELL = """
title: {title}
prompt: {prompt}
"""


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("en", '"I can\'t", he said. "*Not* today."', "“I can’t”, he said. “*Not* today.”"),
        ("en", "She asked: \"Did he say 'no'?\"", "She asked: “Did he say ‘no’?”"),
        ("nb", "«Jeg kan ikke», sa han.", "«Jeg kan ikke», sa han."),
    ],
)
def test_marks_are_those_of_the_language(language, typed, shown):
    quoted = "'" + typed.replace("'", "''") + "'"
    shown_exercise = render("text", "a-note", CELL.format(title=quoted, prompt=quoted), language)
    assert shown_exercise[MIME]["title"] == shown_exercise[MIME]["prompt"] == shown
