from mbkurs.checks.rules.ids import ids
from tests.checks.conftest import PAGE, note, prose


def test_the_same_id_in_both_languages_is_as_it_should_be(tiny, tell):
    tiny.both(prose("title", "# A day"), note("why"))
    assert list(ids(tiny.project(), tell)) == []


def test_an_exercise_id_on_two_days(tiny, tell):
    tiny.write("en", note("why"))
    file = tiny.write("en", note("why"), page="01-tiny/2-second")
    assert list(ids(tiny.project(), tell)) == [tell(file, "why", "exercise-id-twice", id="why", page=PAGE)]


def test_a_cell_id_twice_on_a_page(tiny, tell):
    file = tiny.write("en", prose("one", "# A day"))
    text = file.read_text(encoding="utf-8").replace('"id": "setup"', '"id": "one"')
    file.write_text(text, encoding="utf-8")
    assert tell(file, "one", "cell-id-twice", id="one") in list(ids(tiny.project(), tell))


def test_a_retired_id(tiny, tell):
    retired = tiny.root / "modules" / "syllabus" / "retired-ids.yml"
    retired.write_text("- {id: why, kind: text}", encoding="utf-8")
    file = tiny.write("en", note("why"))
    assert list(ids(tiny.project(), tell)) == [tell(file, "why", "retired-id", id="why")]
