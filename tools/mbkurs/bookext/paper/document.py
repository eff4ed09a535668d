"""What a printed document holds: the whole course, or one module as a workbook."""

from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from mbkurs.bookext import navigation, toc
from mbkurs.bookext.addresses import address
from mbkurs.bookext.paper.exercise import Afterword, on_paper
from mbkurs.bookext.paper.page import article, clean, identity
from mbkurs.places import ROOT
from mbkurs.syllabus import Module, load
from mbkurs.words import words


@dataclass
class Chapter:
    """One page of the book. ``number`` is "Day 1.1" for a course day, empty for other pages."""

    id: str
    number: str
    title: str
    html: str

    @property
    def label(self) -> str:
        return f"{self.number}: {self.title}" if self.number else self.title


@dataclass
class Part:
    """Chapters under one heading."""

    id: str
    title: str
    about: str
    chapters: list[Chapter]


@dataclass
class Document:
    """Everything between the covers. ``crisis`` is the id of the page with help, to be named at the front."""

    language: str
    name: str  # of the file, without suffix
    title: str
    subtitle: str
    is_workbook: bool
    parts: list[Part] = field(default_factory=list)

    @cached_property
    def crisis(self) -> str:
        return identity("crisis-help")


def documents(book: Path, language: str, root: Path = ROOT) -> list[Document]:
    """The whole course first, then a workbook for each module that has days.

    ``book`` is the folder of the built book, with a folder for each language.
    """
    contents = toc.contents(language, root)
    return [_course(book, language, contents), *_workbooks(book, language, contents)]


def _course(book: Path, language: str, contents: dict) -> Document:
    say = words(language, "book")
    whole = Document(language, "MB-kurset", say["title"], say["tagline"], is_workbook=False)
    whole.parts.append(_part(book, language, words(language, "paper")["welcome"], [contents["root"]]))
    for part in contents.get("parts", []):
        names = [chapter["file"] for chapter in part["chapters"]]
        whole.parts.append(_part(book, language, part["caption"], names))
    # One list of sources at the end of the book stands for the lists of its days.
    return _joined(whole, "section.mb-sources:has(~ *), section[id] > section .mb-sources")


def _workbooks(book: Path, language: str, contents: dict) -> list[Document]:
    names = toc.pages(contents)
    found = []
    for module in load().modules:
        days = [name for name in names if (day := navigation.day_of(name)) and day.module == module.number]
        if days:
            found.append(_workbook(book, language, module, days, names))
    return found


def _workbook(book: Path, language: str, module: Module, days: list[str], names: list[str]) -> Document:
    say = words(language, "book")
    caption = f"{say['module'].format(number=module.number)}: {module.title[language]}"
    subtitle = words(language, "paper")["workbook"].format(module=module.number)
    workbook = Document(language, module.folder, module.title[language], subtitle, is_workbook=True)
    workbook.parts.append(_part(book, language, caption, days))
    help_page = f"book/{language}/crisis-help"
    if help_page in names:
        workbook.parts.append(_part(book, language, words(language, "paper")["help"], [help_page]))
    return _joined(workbook, None)


def _part(book: Path, language: str, title: str, names: list[str]) -> Part:
    day = navigation.day_of(names[0])
    about = next((m.about[language] for m in load().modules if day and m.number == day.module), "")
    return Part(f"part-{address(names[0]).replace('/', '-')}", title, about, [_chapter(book, language, n) for n in names])


def _chapter(book: Path, language: str, docname: str) -> Chapter:
    where, day = address(docname), navigation.day_of(docname)
    file = book / language / f"{where}.html"
    text = article(file)
    after = on_paper(text, where)
    if after:
        text.append(_afterwords(after, language))
    title = clean(text, where, file.parent, top=2)
    number = words(language, "book")["day"].format(number=day.id) if day else ""
    return Chapter(identity(where), number, title, text.decode_contents())
