"""Every exercise and box can be shown."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.exercises import ExerciseError, parse, show


def exercises(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.pages:
        for found in page.declarations:
            try:
                if found.magic == "exercise":
                    parse(found.kind, found.id, found.body, tell.language)
                elif found.kind != "sources":  # the rule on citations looks at those
                    show(found.kind, found.body, tell.language)
            except ExerciseError as error:
                for problem in error.problems:
                    yield tell(page.file, found.cell, "not-shown", problem=problem)
