"""Exactly what will be handed in, and what will not: shown before anything leaves the trainee's machine."""

from pathlib import Path

from mbkurs.grading.assignment import exercises
from mbkurs.grading.graders import Marker, Unmarkable
from mbkurs.grading.pages import page
from mbkurs.grading.sheet import Answers
from mbkurs.notebooks import files


def preview(notebook: Path, sheet: Answers, *, trainee: str = "", points: bool = True, form: str = "") -> str:
    """The page "this will be handed in / this will not" for an assignment's notebook and a trainee's answers.

    ``form`` is the HTML that guards the page's form (Jupyter's XSRF field); without it there is no form.
    ``points`` is False where the choice of passing without points is already ticked.
    """
    language = files.language(files.read(notebook))
    shown = {"title": title(notebook), "items": items(notebook, sheet), "problem": sheet.problem}
    return page("preview", language, **shown, form=form, trainee=trainee, points=points)


def items(notebook: Path, sheet: Answers) -> list[dict]:
    """Each exercise of the notebook with its answer: see ``item``."""
    found = exercises(files.read(notebook))
    return [item(exercise, name, sheet) for name, exercise in found.items()]


def item(exercise: dict, name: str, sheet: Answers) -> dict:
    """One exercise with its answer: ``{name, exercise, written: str, chosen: [option], problem: code}``."""
    answer = {"name": name, "exercise": exercise, "written": "", "chosen": [], "problem": ""}
    try:
        marker = Marker(sheet)
        if exercise["kind"] == "text":
            answer["written"] = marker.written(name)
        else:
            keys = [option["key"] for option in exercise["options"]]
            chosen = marker.chosen(name, keys, exercise.get("several", False))
            answer["chosen"] = [option for option in exercise["options"] if option["key"] in chosen]
    except Unmarkable as error:
        answer["problem"] = error.code
    return answer


def title(notebook: Path) -> str:
    """The first heading of a notebook."""
    node = files.read(notebook)
    markdown = "\n".join(cell.source for cell in node.cells if cell.cell_type == "markdown")
    return next((line[2:].strip() for line in markdown.splitlines() if line.startswith("# ")), "")
