"""What plain Markdown cannot say: the plan of a day, crisis help, sources, the map of topics."""

import yaml

from mbkurs.exercises.declaration import ExerciseError, Loader
from mbkurs.syllabus import boxes
from mbkurs.syllabus.references import references_html
from mbkurs.words import words

# name of the box -> (its one key in the cell, the function that draws it)
BOXES = {
    "plan": ("day", boxes.plan_html),
    "crisis": ("theme", boxes.crisis_html),
    "sources": ("keys", references_html),
    "map": ("module", boxes.map_html),
}


def show(what: str, text: str, language: str) -> dict:
    """A mime bundle for a ``%%show`` cell: the same HTML in JupyterLab, book and paper.

    Raises ``ExerciseError`` for an unknown box, a wrong key, or a value that the course does not have.
    """
    say = words(language, "exercises")
    if what not in BOXES:
        problem = say["show"]["unknown"].format(what=what, known=", ".join(BOXES))
        raise ExerciseError(what, [problem], language)
    key, draw = BOXES[what]
    try:
        body = yaml.load(text, Loader) or {}
    except yaml.YAMLError:
        body = {}
    if not isinstance(body, dict) or set(body) != {key}:
        problem = say["show"]["key"].format(what=what, key=key)
        raise ExerciseError(what, [problem], language)
    try:
        html = draw(body[key], language)
    except LookupError as error:
        raise ExerciseError(what, [str(error.args[0])], language) from error
    return {"text/html": html, "text/plain": f"[{say['show'][what]}]"}
