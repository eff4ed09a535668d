"""Every exercise and box can be shown, and no exercise of a day says that it is handed in."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.exercises import ExerciseError, parse, show


def exercises(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.pages:
        for found in page.declarations:
            try:
                if found.magic == "exercise":
                    body = parse(found.kind, found.id, found.body, tell.language)
                    if page.kind == "day" and body.get("sees") == "handed-in":
                        yield tell(page.file, found.cell, "handed-in-day")
                elif found.kind != "sources":  # the rule on citations looks at those
                    show(found.kind, found.body, tell.language)
            except ExerciseError as error:
                for problem in error.problems:
                    yield tell(page.file, found.cell, "not-shown", problem=problem)
