"""A day is 300 minutes, at least 120 of them doing; a module is 900; the whole course is 10 800."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.syllabus.model import COURSE_MINUTES, DAY_MINUTES, DOING_MINUTES, MODULE_MINUTES


def minutes(project: Project, tell: Teller) -> Iterator[Finding]:
    if project.course is None:
        return
    folder = project.root / "modules" / "syllabus"
    for module in project.course.modules:
        file = folder / f"{module.folder}.yml"
        for day in module.days:
            if day.minutes != DAY_MINUTES:
                yield tell(file, day.id, "day-minutes", minutes=day.minutes, wanted=DAY_MINUTES)
            if day.doing_minutes < DOING_MINUTES:
                yield tell(file, day.id, "doing-minutes", minutes=day.doing_minutes, wanted=DOING_MINUTES)
        if module.minutes != MODULE_MINUTES:
            yield tell(file, module.number, "module-minutes", minutes=module.minutes, wanted=MODULE_MINUTES)
    if project.course.minutes != COURSE_MINUTES:
        yield tell(folder, "–", "course-minutes", minutes=project.course.minutes, wanted=COURSE_MINUTES)
