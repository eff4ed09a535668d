"""Every notebook of the course runs, and shows to a kernel exactly what its working copy holds (nbval)."""

import subprocess
import sys

import nbformat
import pytest

from mbkurs.notebooks import files, prepare, rendered
from mbkurs.places import languages

PAGES = [path for code in languages() for path in files.days(code) + files.assignments(code)]


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """Prepared copies of all notebooks, outputs in place."""
    folder = tmp_path_factory.mktemp("prepared")
    for number, path in enumerate(PAGES):
        nbformat.write(rendered(files.read(path)), folder / f"{number:02}-{path.name}")
    return folder


def nbval(folder, home):
    """nbval on every notebook of a folder; answers would go to ``home``."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "-q",
        "-p",
        "no:cacheprovider",
        "--nbval-current-env",
    ]
    settings = {"MBKURS_HOME": str(home), "IPYTHONDIR": str(home / "ipython")}
    return subprocess.run(
        [*command, "-c", "/dev/null", str(folder)], capture_output=True, text=True, cwd=folder,
        env={**__import__("os").environ, **settings},
    )  # fmt: skip


def test_a_kernel_shows_what_the_copies_hold(copies, tmp_path):
    result = nbval(copies, tmp_path)
    assert result.returncode == 0, result.stdout[-3000:]
    assert " passed" in result.stdout


@pytest.mark.parametrize("change", ["title: Another title", "titel: T"])
def test_a_cell_that_shows_something_else_fails(tmp_path, change):
    path = next(path for path in PAGES if "nb" in path.parts)
    copy = rendered(files.read(path))
    cell = next(cell for cell in copy.cells if cell.source.startswith("%%exercise"))
    cell.source = cell.source.replace(cell.source.split("\n")[1], change, 1)
    copy.cells = [copy.cells[0], cell]
    nbformat.write(copy, tmp_path / "changed.ipynb")
    assert nbval(tmp_path, tmp_path).returncode == 1


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_working_copy_is_closed_and_cites_by_author_and_year(path):
    copy = prepare(files.read(path))
    assert all(cell.metadata.editable is False and cell.metadata.deletable is False for cell in copy.cells)
    assert not any("[@" in cell.source for cell in copy.cells if cell.cell_type == "markdown")
    nbformat.validate(copy)
