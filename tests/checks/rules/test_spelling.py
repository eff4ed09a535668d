import pytest

from mbkurs.checks.rules.spelling import spelling
from tests.checks.conftest import note, prose


@pytest.fixture(autouse=True)
def own_words(tiny):
    (tiny.root / "modules" / "data" / "spelling-en.txt").write_text("Nav\n", encoding="utf-8")
    (tiny.root / "modules" / "data" / "spelling-nb.txt").write_text("# none\n", encoding="utf-8")
    cast = "- {name: Yusuf, place: {nb: Askøy, en: Askøy}}"
    (tiny.root / "modules" / "data" / "cast.yml").write_text(cast, encoding="utf-8")


def test_known_words(tiny, tell):
    english = "# A day\n\nYusuf's letter from Nav is <span lang='nb'>fra kommunen</span>. See `qwx` and https://a.no/qwx"
    tiny.write("en", prose("title", english), note("why", prompt="What colour?"))
    tiny.write("nb", prose("title", "# En dag\n\nSnakk med naboen på Askøy om øvingssamtalen."))
    assert list(spelling(tiny.project(), tell)) == []


def test_a_misspelt_word_is_told_once_a_page(tiny, tell):
    file = tiny.write("en", prose("title", "# A day\n\nThe lettter."), note("why", prompt="Which lettter?"))
    expected = tell(file, "title", "misspelt", word="lettter", language="en")
    assert list(spelling(tiny.project(), tell)) == [expected]


def test_a_misspelt_word_in_an_exercise_and_in_a_foreign_passage(tiny, tell):
    title = prose("title", "# A day\n\n<span lang='nb'>fra kommmunen</span>")
    file = tiny.write("en", title, note("why", prompt="Whcih?"))
    assert list(spelling(tiny.project(), tell))[-1] == tell(
        file, "why", "misspelt", word="Whcih", language="en"
    )
