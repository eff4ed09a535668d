"""What a printed document holds: the whole course, or one module as a workbook."""

from dataclasses import dataclass, field
from pathlib import Path

from mbkurs.bookext import navigation, toc
from mbkurs.bookext.addresses import address, assignment
from mbkurs.bookext.downloads import WHOLE
from mbkurs.bookext.paper.chapter import Chapter, chapter
from mbkurs.bookext.paper.links import mend
from mbkurs.places import ROOT
from mbkurs.syllabus import Module, load
from mbkurs.words import words

# What a workbook has after its days: whom to call, and what words mean.
_AT_THE_BACK = ("crisis-help", "glossary")


@dataclass
class Part:
    """Chapters under one heading."""

    id: str
    number: str  # "Module 1" for a module, empty for other parts
    title: str
    about: str
    chapters: list[Chapter]

    @property
    def is_single(self) -> bool:
        """Whether the part is one page: then it has one heading, the part's."""
        return not self.number and len(self.chapters) == 1

    @property
    def label(self) -> str:
        return f"{self.number}: {self.title}" if self.number else self.title


@dataclass
class Document:
    """Everything between the covers."""

    language: str
    name: str  # of the file, without suffix
    title: str
    subtitle: str
    is_workbook: bool
    parts: list[Part] = field(default_factory=list)


def documents(book: Path, language: str, root: Path = ROOT) -> list[Document]:
    """The whole course first, then a workbook for each module that has days.

    ``book`` is the folder of the built book, with a folder for each language.
    """
    contents = toc.contents(language, root)
    names = toc.pages(contents)
    modules = [module for module in load().modules if _days(module, names)]
    found = [_course(book, language, contents), *(_workbook(book, language, m, names) for m in modules)]
    for document in found:
        mend([chapter for part in document.parts for chapter in part.chapters])
    return found


def _course(book: Path, language: str, contents: dict) -> Document:
    say = words(language, "book")
    whole = Document(language, WHOLE, say["title"], say["tagline"], is_workbook=False)
    groups = [{"caption": words(language, "paper")["welcome"], "chapters": [{"file": contents["root"]}]}]
    for group in groups + contents.get("parts", []):
        names = [page["file"] for page in group["chapters"]]
        # One list of sources at the end of the book stands for the lists of its days.
        whole.parts.append(_part(book, language, group["caption"], names, own_sources=False))
    return whole


def _workbook(book: Path, language: str, module: Module, names: list[str]) -> Document:
    say = words(language, "paper")
    subtitle = say["workbook"].format(module=module.number)
    workbook = Document(language, module.folder, module.title[language], subtitle, is_workbook=True)
    workbook.parts.append(_part(book, language, "", _days(module, names) + _assignments(module, names)))
    at_the_back = [name for name in names if name in (f"book/{language}/{page}" for page in _AT_THE_BACK)]
    workbook.parts += [_part(book, language, "", [name]) for name in at_the_back]
    return workbook


def _part(book: Path, language: str, caption: str, names: list[str], own_sources: bool = True) -> Part:
    """A part of the book; a module's has a number and says what the module is about.

    A page without a ``caption`` is a part of its own, with its own title.
    """
    place = f"part-{address(names[0]).replace('/', '-')}"
    day = navigation.day_of(names[0])
    level = 2 if day or len(names) > 1 else 1
    chapters = [chapter(book, language, name, level, own_sources) for name in names]
    if not day:
        return Part(place, "", caption or chapters[0].title, "", chapters)
    module = next(module for module in load().modules if module.number == day.module)
    number = words(language, "book")["module"].format(number=module.number)
    return Part(place, number, module.title[language], module.about[language], chapters)


def _assignments(module: Module, names: list[str]) -> list[str]:
    return [name for name in names if assignment(name).startswith(f"{module.number:02}-")]


def _days(module: Module, names: list[str]) -> list[str]:
    return [name for name in names if (day := navigation.day_of(name)) and day.module == module.number]
