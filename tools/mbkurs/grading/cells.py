"""The notebook that is graded: the course's notebook with the cells that its rubric asks for.

The notebook in git holds no points and no key. ``generate_assignment`` and ``autograde`` both get them here,
so points cannot disagree.
"""

from functools import lru_cache

import nbformat
from nbformat import NotebookNode

from mbkurs.grading.assignment import Assignment, exercise, option_keys
from mbkurs.grading.sheet import NAME


@lru_cache(maxsize=8)
def graded(assignment: Assignment) -> NotebookNode:
    """The notebook with nbgrader's cells: a test cell after each decision, a task cell after each text.

    Shared by all who ask for it: copy it before changing it.
    """
    node = nbformat.from_dict(assignment.notebook)
    cells = [_opening(assignment)]
    for cell in node.cells:
        cells.append(cell)
        if asked := exercise(cell):
            cells.append(_mark_cell(assignment, asked.id))
    node.cells = cells
    return node


def _opening(assignment: Assignment) -> NotebookNode:
    names = list(assignment.exercises)
    source = f"from mbkurs.grading.graders import marker\n\nsheet = marker({NAME!r}, {names!r})"
    metadata = _nbgrader("grading")
    return nbformat.v4.new_code_cell(source, id="grading", metadata=metadata)


def _mark_cell(assignment: Assignment, name: str) -> NotebookNode:
    asked, entry = assignment.exercises[name], assignment.marks[name]
    look = {"exercise": asked, "rubric": entry}
    if asked["kind"] == "text":
        metadata = _nbgrader(name, task=True, points=entry["points"]) | {"mbkurs": look}
        return nbformat.v4.new_markdown_cell(asked["prompt"], id=f"mark-{name}"[:64], metadata=metadata)
    source = (
        f"sheet.decision(\n    {name!r},\n    points={entry['points']!r},\n    full={entry['full']!r},\n"
        f"    half={entry.get('half', [])!r},\n    options={option_keys(asked)!r},\n"
        f"    several={asked.get('several', False)!r},\n)"
    )
    metadata = _nbgrader(name, grade=True, points=entry["points"]) | {"mbkurs": look}
    return nbformat.v4.new_code_cell(source, id=f"mark-{name}"[:64], metadata=metadata)


def _nbgrader(name: str, **what) -> dict:
    """nbgrader's own cell metadata (schema 3)."""
    base = {
        "schema_version": 3,
        "grade_id": name,
        "grade": False,
        "solution": False,
        "task": False,
        "locked": True,
    }
    return {"nbgrader": base | what}
