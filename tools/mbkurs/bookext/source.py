"""From a course page to what the book reads: exercises and boxes drawn, citations turned into links.

Everything happens while a page is read. No kernel runs, and line numbers stay as they are in the file.
"""

import re

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output
from sphinx.application import Sphinx
from sphinx.util import logging

from mbkurs.bookext.config import language_of
from mbkurs.exercises import ExerciseError, render, show
from mbkurs.notebooks.citations import with_links
from mbkurs.notebooks.files import Declaration, days, declaration
from mbkurs.notebooks.framepages import box
from mbkurs.notebooks.generated import ANCHOR, NEWS

CITE = "cite:"  # how a citation travels through MyST, until pages have their addresses
# Links in HTML that we make ourselves; frame pages stand at the top of their language.
_TO_DAY = re.compile(r'href="(?:\.\./)+modules/[a-z]+/([a-z0-9/-]+)\.ipynb')
_log = logging.getLogger(__name__)


def read_source(app: Sphinx, docname: str, source: list[str]) -> None:
    """Sphinx' ``source-read``: replaces the text of a page. What is wrong becomes a warning."""
    language = language_of(app.config.language)
    is_notebook = str(app.env.doc2path(docname)).endswith(".ipynb")
    if not is_notebook:
        _note_sources(app, source[0], language)
    source[0] = drawn(docname, source[0], language, is_notebook)


def drawn(docname: str, text: str, language: str, is_notebook: bool) -> str:
    """The text of a page as MyST reads it: exercises and boxes as HTML, citations as links ``cite:KEY``."""
    if is_notebook:
        return _notebook(docname, text, language)
    lines = "\n".join(_lines(docname, text, 1, language, boxes=True))
    return _TO_DAY.sub(lambda found: f'href="{found[1]}.html', lines)


def _note_sources(app: Sphinx, text: str, language: str) -> None:
    """A page that is made from others is made anew when they change."""
    made_from = {"%exercises": days(language), "%news": [NEWS]}
    for line in made_from.keys() & set(text.split("\n")):
        for path in made_from[line]:
            app.env.note_dependency(str(path))


def _notebook(docname: str, text: str, language: str) -> str:
    notebook = nbformat.reads(text, as_version=4)
    for index, cell in enumerate(notebook.cells):
        # As MyST-NB counts the lines of its own warnings.
        first = (index + 1) * 10_000 + 2
        if cell.cell_type == "markdown":
            cell.source = "\n".join(_lines(docname, cell.source, first, language))
        elif cell.cell_type == "code":
            _draw(docname, cell, first, language)
    return nbformat.writes(notebook)


def _draw(docname: str, cell: NotebookNode, line: int, language: str) -> None:
    """Give a declaring cell its output and take its code away; any other code is not for readers."""
    found = declaration(cell)
    cell.outputs, cell.execution_count = [], None
    cell.metadata["tags"] = ["remove-input" if found else "remove-cell"]
    if not found:
        return
    try:
        html = _html(found, language)
    except ExerciseError as error:
        for problem in error.problems:
            _warn(problem, docname, line, "exercise" if found.magic == "exercise" else "box")
    else:
        cell.outputs = [new_output("display_data", data={"text/html": html})]


def _html(found: Declaration, language: str) -> str:
    if found.magic == "exercise":
        html = render(found.kind, found.id, found.body, language)["text/html"]
        return html.replace("<div ", f'<div id="{ANCHOR.format(found.id)}" ', 1)
    return show(found.kind, found.body, language)["text/html"]


def _lines(docname: str, text: str, first: int, language: str, boxes: bool = False) -> list[str]:
    lines = []
    for number, line in enumerate(text.split("\n"), first):
        try:
            drawn = box(line, language) if boxes else None
            lines.append(drawn or with_links(line, language, (CITE + "{}").format))
        except LookupError as error:
            _warn(str(error), docname, number, "citation")
            lines.append(line)
        except ExerciseError as error:
            _warn(" ".join(error.problems), docname, number, "box")
            lines.append("")
    return lines


def _warn(text: str, docname: str, line: int, subtype: str) -> None:
    _log.warning(text, location=(docname, line), type="mbkurs", subtype=subtype)
