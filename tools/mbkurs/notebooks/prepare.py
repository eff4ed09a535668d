"""A trainee's working copy: every output in place, so that the page is live without a kernel."""

from copy import deepcopy

from nbformat import NotebookNode
from nbformat.v4 import new_output

from mbkurs.exercises import render, show
from mbkurs.notebooks.citations import with_links
from mbkurs.notebooks.files import declaration, language
from mbkurs.notebooks.framepages import with_addresses


def rendered(notebook: NotebookNode) -> NotebookNode:
    """A copy whose exercise cells hold exactly what a kernel would show (nbval compares the two).

    Raises ``ExerciseError`` for a cell that cannot be shown.
    """
    copy = deepcopy(notebook)
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell.execution_count = 1  # nbval takes a cell without a count for one that was never run
            cell.outputs = _outputs(cell, language(notebook))
    return copy


def prepare(notebook: NotebookNode, book: str = "/mbkurs/pages/") -> NotebookNode:
    """The working copy: rendered, every cell closed to editing, citations and links to frame pages in place.

    ``book`` is where the trainee's server shows the pages around the modules.
    """
    copy = rendered(notebook)
    for cell in copy.cells:
        cell.metadata.update(editable=False, deletable=False)
        if cell.cell_type == "markdown":
            cell.source = with_addresses(with_links(cell.source, language(notebook)), book)
        else:
            cell.metadata["jupyter"] = {"source_hidden": True}
    return copy


def _outputs(cell: NotebookNode, code: str) -> list[NotebookNode]:
    found = declaration(cell)
    if found is None:
        return []
    if found.magic == "exercise":
        data = render(found.kind, found.id, found.body, code)
    else:
        data = show(found.kind, found.body, code)
    return [new_output("display_data", data=data)]
