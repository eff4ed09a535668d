"""``python3 course.py clean``: what a machine can mend in a notebook, and nothing that an author decides."""

from copy import deepcopy
from pathlib import Path

from nbformat import NotebookNode

from mbkurs.language import system_language
from mbkurs.notebooks.citations import cited
from mbkurs.notebooks.files import assignments, days, declaration, read, text
from mbkurs.notebooks.ids import remember
from mbkurs.places import ROOT, languages
from mbkurs.words import words

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def cleaned(notebook: NotebookNode) -> NotebookNode:
    """A copy without outputs, counts and editor metadata, and with the keys of its sources box in place."""
    copy = deepcopy(notebook)
    own = copy.metadata.get("mbkurs", {})
    copy.metadata = NotebookNode(kernelspec=KERNEL, language_info={"name": "python"}, mbkurs=own)
    copy.nbformat_minor = 5
    for cell in copy.cells:
        cell.metadata = NotebookNode()
        cell.source = _source(cell, copy)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return copy


def _source(cell: NotebookNode, notebook: NotebookNode) -> str:
    source = "\n".join(line.rstrip() for line in cell.source.strip().split("\n"))
    found = declaration(cell)
    if found and found.magic == "show" and found.kind == "sources":
        return f"%%show sources\nkeys: [{', '.join(citations(notebook))}]"
    if found and found.magic == "exercise":
        cell["id"] = found.id
    return source


def citations(notebook: NotebookNode) -> list[str]:
    """The keys that a page cites in its text, in order of appearance."""
    return cited("\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown"))


def run(arguments: list[str]) -> int:
    """Clean every notebook of the course, and say which ones changed. Takes no arguments."""
    say = words(system_language(arguments), "notebooks")
    if arguments and arguments[0] != "--language":
        print(say["no-arguments"])
        return 2
    for code in languages():
        for path in days(code) + assignments(code):
            if _clean(path):
                print(say["cleaned"].format(file=path.relative_to(ROOT)))
    for name in remember():
        print(say["remembered"].format(id=name))
    return 0


def _clean(path: Path) -> bool:
    before = path.read_text(encoding="utf-8")
    after = text(cleaned(read(path)))
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
    return after != before
