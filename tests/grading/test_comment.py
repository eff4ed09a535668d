"""Levels stand in the comment as lines that anyone can read."""

from mbkurs.grading.comment import divided, line

LEVELS = [{"title": "not yet", "text": "Nothing."}, {"title": "there", "text": "All."}]
CRITERIA = [{"title": "Hears", "levels": LEVELS}, {"title": "Asks", "levels": LEVELS}]


def test_levels_and_words_come_apart():
    comment = f"{line(CRITERIA[0], LEVELS[1])}\n {line(CRITERIA[1], LEVELS[0])} \nWell said.\n\n▸ Mine: own"
    levels, rest = divided(comment, CRITERIA)
    assert [(level["criterion"], level["text"]) for level in levels] == [
        ("Hears", "All."),
        ("Asks", "Nothing."),
    ]
    assert rest == "Well said.\n\n▸ Mine: own"


def test_no_comment_is_no_level():
    assert divided("", CRITERIA) == ([], "")
