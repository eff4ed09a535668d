"""The page on which a leader marks one submission: answer, rubric and model answer side by side."""

import os

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_task

from mbkurs.grading.comment import line
from mbkurs.grading.pages import page
from mbkurs.grading.preview import item
from mbkurs.grading.sheet import Answers

# Set where formgrader runs inside the leader's own page: its address, to which this page then leads back.
LEADER_PAGE = "MBKURS_LEADER_PAGE"


def formgrade_page(notebook: NotebookNode, resources: dict) -> str:
    """For ``c.HTMLExporter.filters``: formgrader's own page for an autograded notebook, in its language."""
    items = [_item(cell) for cell in notebook.cells if is_grade(cell) or is_task(cell)]
    name = " ".join(filter(None, [resources["first_name"], resources["last_name"]]))
    return page(
        "formgrader",
        notebook.metadata.mbkurs.language,
        title=notebook.metadata.mbkurs.title,
        place=resources,
        leader=os.environ.get(LEADER_PAGE, ""),
        trainee=name or resources["student"],
        points=notebook.metadata.mbkurs.get("points", True),
        written=[item for item in items if item["task"]],
        decisions=[item for item in items if not item["task"]],
    )


def _item(cell: NotebookNode) -> dict:
    look, name = cell.metadata.mbkurs, cell.metadata.nbgrader.grade_id
    sheet = Answers({name: look.answer} if look.answer else {}, look.problem if look.answer is None else "")
    criteria = [_criterion(criterion) for criterion in look.rubric.get("criteria", [])]
    keys = look.rubric.get("full", []), look.rubric.get("half", [])
    texts = {option["key"]: option["text"] for option in look.exercise.get("options", [])}
    return item(look.exercise, name, sheet) | {
        "task": is_task(cell),
        "points": cell.metadata.nbgrader.points,
        "rubric": look.rubric | {"criteria": criteria},
        "problem": look.problem,
        "full": [texts[key] for key in keys[0]],
        "half": [texts[key] for key in keys[1]],
    }


def _criterion(criterion: dict) -> dict:
    levels = [level | {"line": line(criterion, level)} for level in criterion["levels"]]
    return criterion | {"levels": levels}
