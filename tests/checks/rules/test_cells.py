from nbformat.v4 import new_code_cell

from mbkurs.checks.rules.cells import cells
from tests.checks.conftest import PAGE, note, prose

TITLE = prose("title", "# A day\n\nSomething <span lang='nb'>annet</span>.")


def test_a_sound_page(tiny, tell):
    tiny.both(TITLE, note("why"))
    assert list(cells(tiny.project(), tell)) == []


def test_code_that_is_neither_exercise_nor_box(tiny, tell):
    file = tiny.write("en", TITLE, new_code_cell("print(1)", id="odd"))
    assert list(cells(tiny.project(), tell)) == [tell(file, "odd", "strange-cell")]


def test_raw_html(tiny, tell):
    file = tiny.write("en", prose("title", "# A day\n\n<div>Boxed</div>"))
    assert list(cells(tiny.project(), tell)) == [tell(file, "title", "raw-html")]


def test_a_cell_that_is_not_named_after_its_exercise(tiny, tell):
    cell = note("why")
    cell["id"] = "other"
    file = tiny.write("en", TITLE, cell, clean=False)
    assert list(cells(tiny.project(), tell)) == [tell(file, "other", "exercise-cell-id", id="why")]


def test_an_id_that_is_no_slug(tiny, tell):
    file = tiny.write("en", prose("Title_1", "# A day"))
    assert list(cells(tiny.project(), tell)) == [tell(file, "Title_1", "cell-id")]


def test_a_page_that_says_the_wrong_language(tiny, tell):
    file = tiny.write("nb", TITLE)
    english = tiny.root / "modules" / "en" / f"{PAGE}.ipynb"
    english.parent.mkdir(parents=True)
    english.write_bytes(file.read_bytes())
    wanted = "%load_ext mbkurs / %course_language en"
    assert list(cells(tiny.project(), tell)) == [
        tell(english, "setup", "set-up-cell", wanted=wanted),
        tell(english, "metadata", "metadata", page=PAGE, language="en"),
    ]


def test_a_file_that_is_no_notebook(tiny, tell):
    file = tiny.write("en", TITLE)
    file.write_text("<<<<<<< ours", encoding="utf-8")
    assert list(cells(tiny.project(), tell)) == [tell(file, "–", "not-a-notebook")]
