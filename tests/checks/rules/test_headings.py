from mbkurs.checks.rules.headings import headings
from tests.checks.conftest import prose


def test_headings_in_order(tiny, tell):
    tiny.both(prose("title", "# A day"), prose("one", "## One\n\n### Deeper"), prose("two", "## Two"))
    assert list(headings(tiny.project(), tell)) == []


def test_a_level_is_skipped(tiny, tell):
    file = tiny.write("en", prose("title", "# A day"), prose("one", "### Deep"))
    assert list(headings(tiny.project(), tell)) == [tell(file, "one", "skipped-level", text="Deep", wanted=2)]


def test_a_second_title(tiny, tell):
    file = tiny.write("en", prose("title", "# A day"), prose("one", "# Another"))
    assert list(headings(tiny.project(), tell)) == [tell(file, "one", "two-titles", text="Another")]


def test_a_page_that_starts_below_the_title(tiny, tell):
    file = tiny.write("en", prose("title", "## A day"))
    assert list(headings(tiny.project(), tell)) == [tell(file, "title", "no-title", text="A day")]


def test_a_page_without_headings(tiny, tell):
    file = tiny.write("en", prose("title", "Just words."))
    assert list(headings(tiny.project(), tell)) == [tell(file, "–", "no-heading")]
