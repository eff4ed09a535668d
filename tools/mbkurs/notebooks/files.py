"""Reads and writes course notebooks, and finds what their cells declare."""

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from mbkurs.places import ASSIGNMENTS, MODULES

DECLARATION = re.compile(r"%%(exercise|show) *([^\n]*)\n?(.*)", re.DOTALL)


@dataclass(frozen=True)
class Declaration:
    """What a code cell declares: ``%%exercise KIND ID`` or ``%%show WHAT`` with its YAML."""

    magic: str  # "exercise" or "show"
    kind: str  # a kind of exercise, or a box
    id: str  # the exercise's id; empty for a box
    body: str
    cell: str  # the cell's id


def read(path: Path) -> NotebookNode:
    """A notebook of format 4. Raises ``OSError`` and nbformat's errors for what is no notebook."""
    return nbformat.read(path, as_version=4)


def text(notebook: NotebookNode) -> str:
    """The notebook as it stands in git: UTF-8 as written, indent 1, a newline at the end."""
    return nbformat.writes(notebook, version=4) + "\n"


def declaration(cell: NotebookNode) -> Declaration | None:
    """What a cell declares, or ``None`` for text and for the setup cell."""
    match = DECLARATION.fullmatch(cell.source) if cell.cell_type == "code" else None
    if not match:
        return None
    kind, _, exercise_id = match[2].strip().partition(" ")
    return Declaration(match[1], kind, exercise_id.strip(), match[3], cell.get("id", ""))


def declarations(notebook: NotebookNode) -> list[Declaration]:
    """All exercises and boxes of a page, in order."""
    return [found for cell in notebook.cells if (found := declaration(cell))]


def language(notebook: NotebookNode) -> str:
    """The page's language. Raises ``KeyError`` where the metadata does not say."""
    return notebook.metadata["mbkurs"]["language"]


def days(code: str) -> list[Path]:
    """The day notebooks of a language, in order."""
    return sorted((MODULES / code).glob("*/*.ipynb"))


def assignments(code: str) -> list[Path]:
    """The assignment notebooks of a language, in order."""
    return sorted((ASSIGNMENTS / code / "source").glob("*/*.ipynb"))
