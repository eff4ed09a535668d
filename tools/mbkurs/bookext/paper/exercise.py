"""Exercises on paper: lines and boxes to write on, and what is read afterwards out of sight until then."""

import json
from dataclasses import dataclass
from html import escape
from math import ceil

from bs4 import BeautifulSoup, Tag

# Handwriting fills a line with fewer words than a keyboard does.
_LINES_PER_ROW = 1.5


@dataclass(frozen=True)
class Afterword:
    """What is to be read when an exercise is done: answers, explanations, where a choice leads."""

    exercise: str  # the exercise's id in the document
    id: str
    title: str
    html: str


def on_paper(text: Tag) -> list[Afterword]:
    """Prepare all exercises of a page; take their answers out and return them in order.

    Must come before the page is cleaned: it reads the properties that the page carries for its script.
    """
    found = []
    for holder in text.select("[data-exercise]"):
        props = json.loads(holder.script.string)
        section = holder.select_one(".mb-exercise")
        section["id"] = f"exercise-{props['id']}"
        _lines(section)
        _numbers(section)
        if props["kind"] == "sort":
            _grid(section, props)
        if props["kind"] == "dialogue":
            _open(section)
        found += _taken_out(section, props)
    for rest in text.select("details"):
        _open(rest.parent)
    return found


def _tag(html: str) -> Tag:
    return BeautifulSoup(html, "html.parser").find(True)


def _lines(section: Tag) -> None:
    for lines in section.select(".mb-lines"):
        count = ceil(int(lines["data-rows"]) * _LINES_PER_ROW)
        lines.replace_with(_tag(f'<div class="mb-lines">{"<div></div>" * count}</div>'))


def _numbers(section: Tag) -> None:
    for numbers in section.select(".mb-numbers"):
        rings = " ".join(f"<span>{number}</span>" for number in numbers.get_text().split())
        numbers.replace_with(_tag(f'<div class="mb-numbers">{rings}</div>'))


def _grid(section: Tag, props: dict) -> None:
    """Cards to sort become a table with a field to tick under each group."""
    groups = "".join(f'<th scope="col">{escape(group["text"])}</th>' for group in props["groups"])
    field = '<td><span class="tick"></span></td>' * len(props["groups"])
    rows = "".join(f'<tr><th scope="row">{escape(card["text"])}</th>{field}</tr>' for card in props["cards"])
    head = f'<tr><th scope="col">{escape(props["words"]["cards"])}</th>{groups}</tr>'
    cards = section.select_one(".mb-boxes")
    cards.find_previous_sibling("p").decompose()
    cards.replace_with(_tag(f'<table class="grid"><thead>{head}</thead><tbody>{rows}</tbody></table>'))


def _open(holder: Tag) -> None:
    """Show what is folded away: a conversation on paper is read with its places in view."""
    for details in holder.select("details"):
        details.summary.name = "p"
        details.p["class"] = "unfolded"
        details.unwrap()


def _taken_out(section: Tag, props: dict) -> list[Afterword]:
    details = section.select_one("details")
    if not details:
        return []
    place, label = f"after-{props['id']}", details.summary.extract().get_text()
    html = details.decode_contents()
    details.replace_with(_tag(f'<p class="turn"><a href="#{place}">{escape(label)}</a></p>'))
    return [Afterword(section["id"], place, props["title"], html)]
