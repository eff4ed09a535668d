import pytest

from mbkurs.checks.rules.avoided_words import avoided_words
from tests.checks.conftest import PAGE, note, prose

LIST = """
words:
  en: [{key: nav, pattern: "(?-i:NAV)", instead: Nav}, {key: misuser, pattern: "addicts?", instead: person}]
allowed: [%s]
"""


@pytest.fixture
def words(tiny):
    def write(allowed=""):
        file = tiny.root / "modules" / "data" / "words-to-avoid.yml"
        file.write_text(LIST % allowed, encoding="utf-8")

    write()
    return write


def test_words_that_only_look_alike_are_fine(tiny, tell, words):
    tiny.write("en", prose("title", "# An addiction\n\nNav and navigation."))
    assert list(avoided_words(tiny.project(), tell)) == []


def test_a_word_is_found_in_prose_and_in_an_exercise(tiny, tell, words):
    file = tiny.write(
        "en", prose("title", "# A day\n\nTwo Addicts."), note("why", prompt="Is an addict here?")
    )
    assert list(avoided_words(tiny.project(), tell)) == [
        tell(file, "title", "avoided-word", word="Addicts", instead="person"),
        tell(file, "why", "avoided-word", word="addict", instead="person"),
    ]


def test_a_word_in_emphasis_is_discussed_not_used(tiny, tell, words):
    tiny.write("en", prose("title", "# A day\n\nThe word *addict*."), note("why", prompt="Why not *addict*?"))
    assert list(avoided_words(tiny.project(), tell)) == []


def test_a_page_can_be_allowed_a_word(tiny, tell, words):
    tiny.write("en", prose("title", "# A day\n\nTwo addicts."))
    words(f"{{page: {PAGE}, keys: [misuser], why: history}}")
    assert list(avoided_words(tiny.project(), tell)) == []


def test_capitals_count_where_the_list_says_so(tiny, tell, words):
    tiny.write("en", prose("title", "# A day\n\nCall NAV."))
    assert len(list(avoided_words(tiny.project(), tell))) == 1
