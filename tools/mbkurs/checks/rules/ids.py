"""Ids are used once: a cell's on its page, an exercise's in the whole course, a retired one never."""

from collections import Counter
from collections.abc import Iterator

import yaml

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project


def ids(project: Project, tell: Teller) -> Iterator[Finding]:
    retired = retired_ids(project)
    first_use: dict[tuple[str, str], str] = {}
    for page in project.pages:
        if page.notebook:
            counts = Counter(cell.get("id", "–") for cell in page.notebook.cells)
            for cell_id in (cell_id for cell_id, times in counts.items() if times > 1):
                yield tell(page.file, cell_id, "cell-id-twice", id=cell_id)
        for found in page.declarations:
            if found.magic != "exercise":
                continue
            if found.id in retired:
                yield tell(page.file, found.cell, "retired-id", id=found.id)
            earlier = first_use.setdefault((page.language, found.id), page.name)
            if earlier != page.name:
                yield tell(page.file, found.cell, "exercise-id-twice", id=found.id, page=earlier)


def retired_ids(project: Project) -> set[str]:
    """The ids in ``modules/syllabus/retired-ids.yml``."""
    file = project.root / "modules" / "syllabus" / "retired-ids.yml"
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else None
    return {entry["id"] for entry in entries or []}
