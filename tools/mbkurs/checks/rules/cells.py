"""A notebook holds the set-up cell first, then text, exercises and boxes, and nothing else."""

import re
from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.notebooks.files import declaration

ID = re.compile(r"[a-z0-9-]{1,64}")


def cells(project: Project, tell: Teller) -> Iterator[Finding]:
    for file in project.unreadable:
        yield tell(file, "–", "not-a-notebook")
    for page in project.pages:
        if page.notebook:
            yield from _set_up(page, tell)
            yield from _own_cells(page, tell)


def _set_up(page: Page, tell: Teller) -> Iterator[Finding]:
    wanted = f"%load_ext mbkurs\n%course_language {page.language}"
    first = page.notebook.cells[0] if page.notebook.cells else None
    if not first or first.get("id") != "setup" or first.source.strip() != wanted:
        yield tell(page.file, "setup", "set-up-cell", wanted=wanted.replace("\n", " / "))
    own = page.notebook.metadata.get("mbkurs", {})
    if own.get("language") != page.language or (page.kind == "day" and own.get("page") != page.name):
        yield tell(page.file, "metadata", "metadata", page=page.name, language=page.language)


def _own_cells(page: Page, tell: Teller) -> Iterator[Finding]:
    for cell in page.notebook.cells[1:]:
        place = cell.get("id", "–")
        found = declaration(cell)
        if not ID.fullmatch(place):
            yield tell(page.file, place, "cell-id")
        if cell.cell_type == "code" and not found:
            yield tell(page.file, place, "strange-cell")
        if cell.cell_type == "markdown" and re.search(r"<(?!/?span\b)[a-z/!]", cell.source):
            yield tell(page.file, place, "raw-html")
        if found and found.magic == "exercise" and found.id != place:
            yield tell(page.file, place, "exercise-cell-id", id=found.id)
