"""A topic that the syllabus places on a written day has a heading, an outcome and an exercise there."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.checks.prose import blocks
from mbkurs.places import languages
from mbkurs.syllabus import Day


def topics(project: Project, tell: Teller) -> Iterator[Finding]:
    if project.course is None:
        return
    for day in project.course.days:
        pages = [project.page(day, language) for language in languages()]
        if any(pages):
            yield from _places(project, day, tell)
        for page in filter(None, pages):
            yield from _there(page, day, tell)
    taught = {use.number for day in project.course.days for use in day.topics}
    for topic in project.course.topics:
        if topic.number not in taught:
            file = project.root / "modules" / "syllabus" / "topics.yml"
            yield tell(file, topic.number, "topic-nowhere", number=topic.number)


def _places(project: Project, day: Day, tell: Teller) -> Iterator[Finding]:
    file = project.root / "modules" / "syllabus" / f"{day.folder}.yml"
    for use in day.topics:
        for key in ("heading", "outcome", "exercise"):
            if getattr(use, key) is None:
                yield tell(file, f"{day.id} topics", "topic-place", number=use.number, key=key)


def _there(page: Page, day: Day, tell: Teller) -> Iterator[Finding]:
    headed = {p.place for p in page.passages if any(b.kind == "heading" for b in blocks(p.text))}
    exercises = {found.id for found in page.declarations if found.magic == "exercise"}
    for use in day.topics:
        if use.heading and use.heading not in headed:
            yield tell(page.file, use.heading, "topic-heading", number=use.number, id=use.heading)
        if use.exercise and use.exercise not in exercises:
            yield tell(page.file, use.exercise, "topic-exercise", number=use.number, id=use.exercise)
