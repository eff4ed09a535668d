"""A day has at least three exercises of three kinds; a module 18 of six kinds, a dialogue among them."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.places import languages
from mbkurs.syllabus import Module

DAY, DAY_KINDS = 3, 3
MODULE, MODULE_KINDS = 18, 6


def variety(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.days:
        kinds = [exercise.kind for exercise in page.exercises]
        if len(kinds) < DAY or len(set(kinds)) < DAY_KINDS:
            yield tell(page.file, "–", "day-variety", count=len(kinds), kinds=len(set(kinds)))
    for module in project.course.modules if project.course else ():
        if all(project.written(day) for day in module.days):
            yield from _module(project, module, tell)


def _module(project: Project, module: Module, tell: Teller) -> Iterator[Finding]:
    for language in languages():
        folder = project.root / "modules" / language / module.folder
        pages = [project.page(day, language) for day in module.days]
        kinds = [exercise.kind for page in pages for exercise in page.exercises]
        if len(kinds) < MODULE or len(set(kinds)) < MODULE_KINDS:
            yield tell(folder, "–", "module-variety", count=len(kinds), kinds=len(set(kinds)))
        if "dialogue" not in kinds:
            yield tell(folder, "–", "no-dialogue")
