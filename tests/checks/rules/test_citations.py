from mbkurs.checks.rules.citations import citations
from tests.checks.conftest import box, note, prose

TITLE = prose("title", "# A day\n\nIt began in Bergen [@alf].")


def test_a_page_that_lists_what_it_cites(tiny, tell):
    tiny.both(TITLE, note("why", sources="[oyg]"), box("sources", "keys: [alf]"))
    assert list(citations(tiny.project(), tell)) == []


def test_an_unknown_key_in_text_and_exercise(tiny, tell):
    cells = [prose("title", "# A day [@nobody]"), note("why", sources="[none]")]
    file = tiny.write("en", *cells, box("sources", "keys: [nobody]"))
    assert list(citations(tiny.project(), tell)) == [
        tell(file, "title", "unknown-source", key="nobody"),
        tell(file, "why", "unknown-source", key="none"),
    ]


def test_a_page_without_its_list(tiny, tell):
    file = tiny.write("en", TITLE)
    assert list(citations(tiny.project(), tell)) == [tell(file, "–", "no-sources-box")]


def test_a_list_that_is_not_what_is_cited(tiny, tell):
    file = tiny.write("en", TITLE, box("sources", "keys: [oyg]"), clean=False)
    assert list(citations(tiny.project(), tell)) == [tell(file, "sources", "sources-box", wanted="alf")]
