"""What a rubric quotes from a day, or from a page of the book, stands there word for word.

A trainee who lost points looks it up; and who mends a day does not have every rubric in mind.
"""

import re
from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.grading import rubric
from mbkurs.grading.assignment import rubric_path
from mbkurs.notebooks.citations import CITATION

_QUOTE = re.compile(r"«([^«»]*)»|“([^“”]*)”")
_DAY = re.compile(r"\b\d+\.\d\b")
_MARKUP = re.compile(r"</?span[^>]*>|\]\([^)]*\)|[*_\[\]“”«»\"‘’']")


def quotes(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in (page for page in project.pages if page.kind == "assignment" and project.course):
        file = rubric_path(page.file)
        try:
            decisions = rubric.load(file, page.language)["decisions"]
        except rubric.RubricError:
            continue  # the rule on rubrics says so
        for decision in decisions:
            source = decision["source"]["text"]
            there = "\n".join(map(_text, _pages(project, page.language, source)))
            for quote in _quoted(source):
                if _plain(quote) not in there:
                    yield tell(file, f"{decision['exercise']} {page.language}", "quote", quote=quote)


def _pages(project: Project, language: str, source: str) -> list[Page]:
    """The days that a source names, and the pages of the book."""
    days = {day.page for day in project.course.days if day.id in _DAY.findall(source)}
    return [page for page in project.pages if page.language == language and _may_hold(page, days)]


def _may_hold(page: Page, days: set[str]) -> bool:
    return page.kind == "book" or page.kind == "day" and page.name in days


def _quoted(source: str) -> list[str]:
    """Each quotation in its unbroken pieces."""
    whole = ("".join(found) for found in _QUOTE.findall(source))
    return [piece.strip(" .,") for quote in whole for piece in quote.split("…") if piece.strip(" .,")]


def _text(page: Page) -> str:
    return _plain("\n".join(passage.text for passage in page.everything))


def _plain(text: str) -> str:
    """Words alone: no markup, no quotation marks, no citations."""
    words = " ".join(_MARKUP.sub("", CITATION.sub("", text)).split()).lower()
    return re.sub(r" (?=[.,])", "", words)
