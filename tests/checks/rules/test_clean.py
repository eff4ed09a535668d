from nbformat.v4 import new_output

from mbkurs.checks.rules.clean import clean
from tests.checks.conftest import note, prose


def test_a_clean_notebook(tiny, tell):
    tiny.both(prose("title", "# A day"), note("why"))
    assert list(clean(tiny.project(), tell)) == []


def test_an_output_left_in_the_file(tiny, tell):
    cell = note("why")
    cell.outputs = [new_output("stream", text="left over")]
    file = tiny.write("en", cell, clean=False)
    assert list(clean(tiny.project(), tell)) == [tell(file, "–", "not-clean")]
