"""The pages around the modules, ``book/<language>/*.md``: their boxes, and the links that lead to them."""

import re

from mbkurs.exercises import ExerciseError, show
from mbkurs.notebooks import generated
from mbkurs.syllabus.references import reference_keys

PICTURE = re.compile(r"\]\((?:\.\./)+book/(assets/[a-z0-9.-]+)\)")
BOX = re.compile(r"%([a-z]+)(?: +(\S+))?\s*")
LINK = re.compile(r"\]\((?:\.\./)+book/([a-z-]+)/([a-z0-9/-]+)\.md(#[^)\s]*)?\)")
GENERATED = {
    "exercises": generated.exercises,
    "news": generated.news,
}  # Markdown of many lines, for pages' ends
KEY_OF_BOX = {"plan": "day", "crisis": "theme", "map": "module"}


def box(line: str, language: str) -> str | None:
    """The HTML of a paragraph like ``%crisis all``, on one line; ``None`` for any other line.

    ``%exercises`` and ``%news`` are Markdown of many lines.

    Raises ``ExerciseError`` for a box or value that the course does not have.
    """
    found = BOX.fullmatch(line)
    if not found:
        return None
    what, value = found.groups()
    if what in GENERATED:
        return _generated(what, language)
    body = (
        f"keys: {reference_keys()}"
        if what == "sources"
        else f"{KEY_OF_BOX.get(what, 'keys')}: {_quoted(value)}"
    )
    # One line, so that the lines after it keep their numbers in a message.
    return " ".join(show(what, body, language)["text/html"].split("\n"))


def _generated(what: str, language: str) -> str:
    try:
        return GENERATED[what](language)
    except LookupError as error:
        raise ExerciseError(what, [str(error.args[0])], language) from error


def with_addresses(text: str, book: str) -> str:
    """Markdown whose links to frame pages lead to ``{book}<language>/<page>`` of a running server.

    Pictures come from ``{book}assets/``.
    """
    text = PICTURE.sub(lambda match: f"]({book}{match[1]})", text)
    return LINK.sub(lambda match: f"]({book}{match[1]}/{match[2]}{match[3] or ''})", text)


def _quoted(value: str | None) -> str:
    return "null" if value is None else value if value.isdigit() else f'"{value}"'
