"""Tries the key before anybody is marked by it: a mistake of the course's own must cost nobody points."""

from nbformat import NotebookNode

from mbkurs.grading.assignment import Assignment
from mbkurs.grading.autograde import RunGraders, auto_score
from mbkurs.grading.rebuild import rebuilt
from mbkurs.grading.rubric import RubricError
from mbkurs.grading.sheet import Answers


def prove(assignment: Assignment) -> None:
    """Marks a model answer, a half right one and an empty one; raises ``RubricError`` if points differ."""
    wrong = [
        f"{name}: {what} gives {found} points and should give {points}."
        for what, answers, expected in _trials(assignment)
        for name, found in _marked(assignment, answers).items()
        if found != (points := expected[name])
    ]
    if wrong:
        raise RubricError("The key was tried and failed. " + " ".join(wrong))


def _trials(assignment: Assignment) -> list[tuple[str, dict, dict]]:
    """``(what is tried, the answers, {exercise: points or None for a person to give})``."""
    written = {
        entry["exercise"]: {"kind": "text", "value": {"text": str(entry["model_answer"])}, "saved": ""}
        for entry in assignment.rubric["written"]
    }
    by_hand, nothing = dict.fromkeys(written), dict.fromkeys(assignment.marks, 0.0)
    right, half, points, halves = {}, {}, {}, {}
    for entry in assignment.rubric["decisions"]:
        name, several = entry["exercise"], assignment.exercises[entry["exercise"]].get("several", False)
        near = entry.get("half", [])[:1]
        right[name] = _choice(entry["full"] if several else entry["full"][:1])
        half[name] = _choice(entry["full"][:1] + near if several and near else near)
        points[name], halves[name] = float(entry["points"]), entry["points"] / 2 if near else 0.0
    return [
        ("the model answer", written | right, by_hand | points),
        ("a half right answer", written | half, by_hand | halves),
        ("an empty answer", {}, nothing),
    ]


def _choice(keys: list[str]) -> dict:
    return {"kind": "choice", "value": {"chosen": keys}, "saved": ""}


def _marked(assignment: Assignment, answers: dict) -> dict[str, float | str | None]:
    notebook, _ = RunGraders().preprocess(rebuilt(assignment, Answers(answers)), {})
    cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    return {name: _score(cells[name]) for name in assignment.marks}


def _score(cell: NotebookNode) -> float | str | None:
    try:
        return "an error instead of" if cell.metadata.mbkurs["problem"] else auto_score(cell)
    except ValueError:
        return "too many"
