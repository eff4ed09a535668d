from mbkurs.checks.rules.parity import parity
from tests.checks.conftest import exercise, note, prose

TITLE = prose("title", "# A day")
SORT = """
title: Two boxes
prompt: Where?
groups: [{key: mine, text: Mine}, {key: theirs, text: Theirs}]
cards:
  - {key: a, text: One, group: mine}
  - {key: b, text: Two, group: mine}
  - {key: c, text: Three, group: mine}
  - {key: d, text: Four, group: %s}
"""


def test_the_same_page_in_other_words(tiny, tell):
    tiny.write("nb", prose("title", "# En dag\n\n## Del"), note("why", prompt="Hva så du?"))
    tiny.write("en", prose("title", "# A day\n\n## Part"), note("why"))
    assert list(parity(tiny.project(), tell)) == []


def test_a_page_in_one_language_only(tiny, tell):
    file = tiny.write("nb", TITLE)
    assert list(parity(tiny.project(), tell)) == [tell(file, "–", "missing-language", language="en")]


def test_cells_in_another_order(tiny, tell):
    tiny.write("nb", TITLE, note("why"), note("how"))
    file = tiny.write("en", TITLE, note("how"), note("why"))
    assert list(parity(tiny.project(), tell)) == [tell(file, "why", "cells-differ", language="nb")]


def test_a_cell_less_at_the_end(tiny, tell):
    tiny.write("nb", TITLE, note("why"))
    file = tiny.write("en", TITLE)
    assert list(parity(tiny.project(), tell)) == [tell(file, "why", "cells-differ", language="nb")]


def test_another_level_of_heading(tiny, tell):
    tiny.write("nb", TITLE, prose("part", "## Del"))
    file = tiny.write("en", TITLE, prose("part", "### Part"))
    assert list(parity(tiny.project(), tell)) == [tell(file, "part", "headings-differ", language="nb")]


def test_an_exercise_with_another_answer(tiny, tell):
    tiny.write("nb", TITLE, exercise("sort", "boxes", SORT % "mine"))
    file = tiny.write("en", TITLE, exercise("sort", "boxes", SORT % "theirs"))
    expected = tell(file, "boxes", "exercise-differs", language="nb", at="cards.4.group")
    assert list(parity(tiny.project(), tell)) == [expected]


def test_an_exercise_with_a_key_more(tiny, tell):
    tiny.write("nb", TITLE, note("why"))
    file = tiny.write("en", TITLE, note("why", hint="Begin small"))
    expected = tell(file, "why", "exercise-differs", language="nb", at="hint")
    assert list(parity(tiny.project(), tell)) == [expected]


def test_a_page_of_the_book_with_a_heading_more(tiny, tell):
    for language, text in (("nb", "# Om\n\n## Del"), ("en", "# About")):
        (tiny.root / "book" / language).mkdir(parents=True)
        (tiny.root / "book" / language / "about.md").write_text(text, encoding="utf-8")
    file = tiny.root / "book" / "en" / "about.md"
    assert list(parity(tiny.project(), tell)) == [tell(file, "1", "headings-differ", language="nb")]
