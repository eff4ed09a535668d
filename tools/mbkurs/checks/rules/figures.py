"""A written module has a figure of the project's own; a figure speaks the language of its page."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.checks.prose import targets
from mbkurs.places import languages

FIGURE = ".svg"  # text that can be translated, sharp on paper, small on a phone


def figures(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.pages:
        for place, name in _figures(page):
            if not name.endswith(f"-{page.language}{FIGURE}"):
                yield tell(page.file, place, "figure-language", image=name, language=page.language)
    for module in project.course.modules if project.course else ():
        if all(project.written(day) for day in module.days):
            for language in languages():
                pages = [project.page(day, language) for day in module.days]
                if not any(_figures(page) for page in pages):
                    yield tell(project.root / "modules" / language / module.folder, "–", "no-figure")


def _figures(page: Page) -> list[tuple[str, str]]:
    """Place and file name of every figure on a page."""
    return [
        (passage.place, PurePosixPath(target.href).name)
        for passage in page.passages
        for target in targets(passage.text)
        if target.is_image and target.href.endswith(FIGURE)
    ]
