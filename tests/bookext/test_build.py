"""One language is built, and whatever is wrong in it is told with file, place and remedy."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mbkurs.bookext.build import build
from mbkurs.places import ROOT
from mbkurs.words import words

REMEDY = words("en", "book")["build"]["remedy"]


def told(small: Path) -> list[tuple[str, str, str]]:
    result = build("nb", small / "out" / "book", ["nb", "en"], small, "en")
    return [(finding.file.as_posix(), finding.place, finding.remedy) for finding in result.findings]


def test_a_whole_page_has_no_findings(small):
    assert told(small) == []
    assert (small / "out/book/nb/index.html").exists()


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("Se [siden](who-is-not-there.md).", "link"),
        ("Se [stedet](#not-on-this-page).", "link"),
        ("Det står i loven [@no-such-source].", "citation"),
        ("![](../assets/year-nb.svg)", "alt"),
        ("#### For langt ned", "heading"),
        ("%crisis boredom", "box"),
        ("%crises all", "box"),
        ("![En strek](../assets/no-such.svg)", "image"),
    ],
)
def test_a_broken_line_is_told_with_file_line_and_remedy(small, line, remedy):
    page = small / "book/nb/index.md"
    page.write_text(f"# MB-kurset\n\nHei.\n\n{line}\n", "utf-8")
    assert told(small) == [("book/nb/index.md", "line 5", REMEDY[remedy])]


def test_a_page_without_its_twin_is_told(small):
    (small / "book/nb/year.md").write_text("# Året\n\nTekst.\n", "utf-8")
    assert told(small) == [("book/nb/year.md", "line 1", REMEDY["twin"])]


def notebook(*cells: dict) -> str:
    meta = {"mbkurs": {"page": "01-arriving/1-welcome", "language": "nb"}}
    for cell in cells:
        cell.setdefault("metadata", {})
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return json.dumps({"cells": cells, "metadata": meta, "nbformat": 4, "nbformat_minor": 5})


def test_a_finding_in_a_notebook_names_the_cell(small):
    for language in ("nb", "en"):
        page = small / f"modules/{language}/01-arriving/1-welcome.ipynb"
        page.parent.mkdir(parents=True)
        page.write_text(
            notebook(
                {"cell_type": "code", "id": "setup", "source": "%load_ext mbkurs"},
                {"cell_type": "markdown", "id": "begin", "source": "# Hei\n\nSe [her](nowhere.ipynb)."},
                {"cell_type": "code", "id": "note", "source": "%%exercise text note\ntitle: Uten spørsmål"},
                {"cell_type": "markdown", "id": "law", "source": "Ja.\n\nLoven [@no-such-source]."},
            ),
            "utf-8",
        )
    path = "modules/nb/01-arriving/1-welcome.ipynb"
    assert sorted(told(small)) == sorted(
        [
            (path, "cell begin, line 3", REMEDY["link"]),
            (path, "cell note, line 1", REMEDY["exercise"]),
            (path, "cell law, line 3", REMEDY["citation"]),
        ]
    )


def test_plain_jupyter_book_builds_the_bokmaal_book_without_warnings(tmp_path):
    command = [Path(sys.executable).with_name("jupyter-book"), "build", ".", "-W", "--path-output", tmp_path]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    day = (tmp_path / "_build/html/01-arriving/1-welcome.html").read_text("utf-8")
    assert '<html lang="nb"' in day
    assert "data-exercise=" in day
    assert "/en/" not in day  # no way to a book that is not built
