"""Every file of the syllabus can be read and says all that it must."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.syllabus import SyllabusError, load


def syllabus(project: Project, tell: Teller) -> Iterator[Finding]:
    try:
        load(project.root / "modules" / "syllabus")
    except SyllabusError as error:
        for problem in error.problems:
            what, remedy = problem.what(tell.language), problem.remedy(tell.language)
            yield Finding(problem.file, problem.place, what, remedy)
