"""The one function that shows an exercise, wherever it is shown."""

import html
import json

from mbkurs.exercises import textform
from mbkurs.exercises.declaration import ExerciseError, parse
from mbkurs.syllabus.references import reference
from mbkurs.words import words

MIME = "application/vnd.mbkurs.exercise+json"


def render(kind: str, exercise_id: str, text: str, language: str) -> dict:
    """A mime bundle for one exercise: its properties, a readable text form, and one plain line.

    Pure: the same cell gives the same bundle, with no kernel and no state.
    Raises ``ExerciseError`` where the declaration is wrong.
    """
    body = parse(kind, exercise_id, text, language)
    try:
        return bundle(properties(kind, exercise_id, body, language))
    except LookupError as error:
        raise ExerciseError(exercise_id, [str(error.args[0])], language) from error


def properties(kind: str, exercise_id: str, body: dict, language: str) -> dict:
    """Everything the live form needs, texts of the interface included; citation keys become "ALF 2019".

    Raises ``LookupError`` with a sentence for a source that the bibliography does not have.
    """
    say = words(language, "exercises")
    if "sources" in body:
        body = body | {"sources": [reference(key, language)["label"] for key in body["sources"]]}
    return {
        "v": 1,
        "kind": kind,
        "id": exercise_id,
        "language": language,
        "sees": "private",
        **body,
        "words": say["common"] | say[kind],
    }


def bundle(props: dict) -> dict:
    """``props`` as JSON under the course's own MIME type, as HTML and as text."""
    # "</" would end the script element that carries the properties.
    data = json.dumps(props, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    form = textform.form(props)
    return {
        MIME: props,
        "text/html": f'<div data-exercise="{html.escape(props["id"])}">'
        f'<script type="application/json">{data}</script>{form}</div>',
        "text/plain": f"[{props['words']['name']}] {props['title']}",
    }
