"""The readable form of an exercise: without JavaScript, on paper, in PDF and EPUB, in search."""

import re
from html import escape
from importlib import import_module


def prose(text: str | None) -> str:
    """Course text as HTML paragraphs: a blank line divides, ``*word*`` gives emphasis."""
    paragraphs = [part for part in re.split(r"\n\s*\n", (text or "").strip()) if part.strip()]
    return "".join(f"<p>{line(part)}</p>" for part in paragraphs)


def line(text: str) -> str:
    """One run of course text as HTML, without a paragraph of its own."""
    joined = escape(re.sub(r"\s*\n\s*", " ", text.strip()), quote=False)
    return re.sub(r"\*([^*]+)\*", r"<em>\1</em>", joined)


def lines_to_write(rows: int) -> str:
    """Empty lines for a pencil; screen readers pass over them."""
    return f'<div class="mb-lines" data-rows="{rows}" aria-hidden="true">{"<br>" * rows}</div>'


def details(summary: str, content: str) -> str:
    """Something that is read after the trainee has thought: closed on screen, open on paper."""
    return f"<details><summary>{line(summary)}</summary>{content}</details>"


def form(props: dict) -> str:
    """The whole exercise as one HTML section; the kind fills the middle."""
    say = props["words"]
    who = " ".join([say["who"][props["sees"]], *([] if props["sees"] == "handed-in" else [say["optional"]])])
    kind = import_module(f"mbkurs.exercises.kinds.{props['kind']}.textform")
    return (
        f'<section class="mb-exercise mb-{props["kind"]}" lang="{props["language"]}">'
        f'<p class="mb-kind">{line(say["name"])}</p><h3>{line(props["title"])}</h3>'
        f'<p class="mb-who">{line(who)}</p>{prose(props.get("intro"))}'
        f"{kind.form(props, say)}{_sources(props, say)}{prose(props.get('afterwards'))}</section>"
    )


def _sources(props: dict, say: dict) -> str:
    if "sources" not in props:
        return ""
    return f'<p class="mb-hint">{line(say["sources"])}: {line("; ".join(props["sources"]))}</p>'


def spoken(props: dict, value) -> list[str]:
    """An answer in plain lines, for a person to read: export, preview, feedback.

    Raises ``LookupError``, ``TypeError`` or ``AttributeError`` for a value that is not of this kind.
    """
    return import_module(f"mbkurs.exercises.kinds.{props['kind']}.textform").spoken(props, value)
