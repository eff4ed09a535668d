"""An assignment and its rubric fit each other: what is asked is marked, and what is marked is asked."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.exercises import ExerciseError
from mbkurs.grading.assignment import load, rubric_path
from mbkurs.grading.rubric import RubricError


def rubrics(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in (page for page in project.pages if page.kind == "assignment"):
        try:
            load(page.file)
        except RubricError as error:
            for line in str(error).splitlines():
                problem = line.partition(": ")[2]
                yield tell(rubric_path(page.file), page.language, "rubric", problem=problem)
        except ExerciseError:
            continue  # the rule on exercises says so
