"""A notebook is as ``python3 course.py clean`` would leave it."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.notebooks import files
from mbkurs.notebooks.clean import cleaned


def clean(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.pages:
        if page.notebook and files.text(cleaned(page.notebook)) != page.file.read_text(encoding="utf-8"):
            yield tell(page.file, "–", "not-clean")
