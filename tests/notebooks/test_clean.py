"""Cleaning takes away what programs leave behind, and changes no word."""

import nbformat
import pytest

from mbkurs.notebooks import files
from mbkurs.notebooks.clean import cleaned
from tests.notebooks.test_prepare import PAGES


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-3:]))
def test_the_notebooks_in_git_are_clean(path):
    assert files.text(cleaned(files.read(path))) == path.read_text(encoding="utf-8"), (
        "python3 course.py clean"
    )


def used_notebook():
    source = 'title: T\nprompt: "P?"'
    cells = [
        nbformat.v4.new_markdown_cell("# Title \n\nA fact [@alf] and [@oyg].  ", id="title"),
        nbformat.v4.new_code_cell(f"%%exercise text my-note\n{source}\n", id="3f2a", execution_count=7),
        nbformat.v4.new_code_cell("%%show sources\nkeys: []", id="sources"),
    ]
    cells[1].outputs = [nbformat.v4.new_output("stream", text="a private sentence")]
    cells[1].metadata["scrolled"] = True
    own = {"page": "x", "language": "nb"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"mbkurs": own, "widgets": {"state": 1}})


def test_outputs_counts_and_state_go_and_ids_are_readable():
    clean = cleaned(used_notebook())
    assert "a private sentence" not in files.text(clean)
    assert clean.cells[1].id == "my-note" and clean.cells[1].execution_count is None
    assert set(clean.metadata) == {"kernelspec", "language_info", "mbkurs"}


def test_the_sources_box_holds_what_the_page_cites():
    assert cleaned(used_notebook()).cells[2].source == "%%show sources\nkeys: [alf, oyg]"


def test_cleaning_twice_changes_nothing_more():
    once = cleaned(used_notebook())
    assert files.text(cleaned(once)) == files.text(once)
