"""The course as the rules see it: the syllabus, and every page in every language."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mbkurs.checks.page import Page, page_of_book, page_of_notebook, page_of_syllabus
from mbkurs.places import ROOT, languages
from mbkurs.syllabus import Course, Day, SyllabusError, load
from mbkurs.syllabus.references import reference_keys


@dataclass(frozen=True)
class Project:
    """A checkout of the course. ``course`` is None where the syllabus can't be read (a rule says why)."""

    root: Path
    course: Course | None
    pages: tuple[Page, ...]
    sources: frozenset[str]  # the keys of the bibliography
    unreadable: tuple[Path, ...] = ()  # notebooks that are none

    @property
    def days(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.kind == "day")

    @cached_property
    def by_name(self) -> dict[tuple[str, str], Page]:
        """Pages by language and name; the name is the same in every language."""
        return {(page.language, page.name): page for page in self.pages}

    def page(self, day: Day, language: str) -> Page | None:
        return self.by_name.get((language, day.page))

    def written(self, day: Day) -> bool:
        """Whether the day's notebook is there in every language."""
        return all(self.page(day, language) for language in languages())


def project_at(root: Path = ROOT) -> Project:
    """Read the whole course below ``root``."""
    try:
        course = load(root / "modules" / "syllabus")
    except SyllabusError:
        course = None
    pages, unreadable = [], []
    for language in languages():
        for kind, folder in _notebook_folders(root, language):
            for file in sorted(folder.glob("*/*.ipynb")):
                page = page_of_notebook(file, folder, language, kind)
                (pages if page else unreadable).append(page or file)
        book = root / "book" / language
        pages += [page_of_book(file, book, language) for file in sorted(book.rglob("*.md"))]
        for module in course.modules if course else ():
            file = root / "modules" / "syllabus" / f"{module.folder}.yml"
            pages.append(page_of_syllabus(file, module, language))
    return Project(root, course, tuple(pages), frozenset(reference_keys()), tuple(unreadable))


def _notebook_folders(root: Path, language: str) -> list[tuple[str, Path]]:
    return [("day", root / "modules" / language), ("assignment", root / "assignments" / language / "source")]
