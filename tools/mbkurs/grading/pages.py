"""Pages for trainees: one Jinja environment that escapes everything, one look, no script and no request."""

import re
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from mbkurs.exercises.textform import line, prose
from mbkurs.words import words

COURSE_TEXT = lru_cache(maxsize=2000)  # the same on every trainee's page
TEMPLATES = Path(__file__).resolve().parent / "templates"


def page(name: str, language: str, **data) -> str:
    """``templates/<name>.html.j2`` in one language."""
    say = words(language, "grading")
    return _environment().get_template(f"{name}.html.j2").render(say=say, language=language, **data)


@cache
def _environment() -> Environment:
    loader = FileSystemLoader([TEMPLATES, TEMPLATES / "formgrade"])
    environment = Environment(autoescape=True, loader=loader, undefined=StrictUndefined, trim_blocks=True)
    environment.filters |= {"number": number, "moment": moment, "paragraphs": paragraphs}
    environment.filters |= {"compact": compact, "prose": _prose, "line": _line, "story": _story}
    return environment


def number(value: float, language: str) -> str:
    """Points as people write them: ``0,5`` in bokmål."""
    return f"{value:g}".replace(".", words(language, "grading")["decimal"])


def moment(time: datetime, language: str) -> str:
    """A moment in the reader's own time zone."""
    return time.astimezone().strftime(words(language, "grading")["moment"])


def paragraphs(text: str) -> list[str]:
    """What a person wrote, by blank lines."""
    return [part for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


@COURSE_TEXT
def compact(css: str) -> Markup:
    """A style sheet without the blanks that are only for those who write it."""
    return Markup(re.sub(r"\s*([{};,])\s*|(?<=:)\s+", r"\1", css))


@COURSE_TEXT
def _prose(text: str | None) -> Markup:
    """Course text; it escapes everything but emphasis itself."""
    return Markup(prose(text))


@COURSE_TEXT
def _story(markdown: str) -> Markup:
    """The course's own Markdown without its headings; HTML in it is shown, not used."""
    lines = [text for text in markdown.splitlines() if not text.startswith("#")]
    return Markup(MarkdownIt("commonmark", {"html": False}).render("\n".join(lines)))


@COURSE_TEXT
def _line(text: str) -> Markup:
    return Markup(line(text))
