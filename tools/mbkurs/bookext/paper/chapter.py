"""One page of the built book as a chapter of a printed document."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from mbkurs.bookext import navigation
from mbkurs.bookext.addresses import address
from mbkurs.bookext.paper.exercise import Afterword, on_paper
from mbkurs.bookext.paper.page import article, clean, identity
from mbkurs.words import words


@dataclass
class Chapter:
    """A page without its heading. ``number`` is "Day 1.1" for a course day, empty for other pages."""

    id: str
    number: str
    title: str
    text: Tag

    @property
    def label(self) -> str:
        return f"{self.number}: {self.title}" if self.number else self.title

    @property
    def html(self) -> str:
        return self.text.decode_contents()


def chapter(book: Path, language: str, docname: str, level: int = 2, own_sources: bool = True) -> Chapter:
    """Read a page of the book whose heading has ``level``. ``own_sources`` keeps the sources of a day."""
    where, day = address(docname), navigation.day_of(docname)
    file = book / language / f"{where}.html"
    text = article(file)
    after = on_paper(text)
    if after:
        text.append(_afterwords(after, words(language, "paper")["after"]))
    if day and not own_sources:
        for box in text.select(".mb-sources"):
            box.decompose()
    title = clean(text, where, file.parent, level)
    number = words(language, "book")["day"].format(number=day.id) if day else ""
    return Chapter(identity(where), number, title, text)


def _afterwords(after: list[Afterword], title: str) -> Tag:
    """The end of a day: what each exercise leads to, in the order of the exercises."""
    entries = "".join(
        f'<section id="{word.id}"><h3><a href="#{word.exercise}">{escape(word.title)}</a></h3>'
        f"{word.html}</section>"
        for word in after
    )
    html = f'<section class="afterwords" id="afterwords"><h2>{escape(title)}</h2>{entries}</section>'
    return BeautifulSoup(html, "html.parser").section
