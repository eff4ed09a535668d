"""Every cited source is in the bibliography, and the page's list of sources holds what it cites."""

from collections.abc import Iterator

import yaml

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.notebooks.citations import cited


def citations(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.pages:
        used = [(passage.place, key) for passage in page.passages for key in cited(passage.text)]
        used += [(found.id, key) for found in page.exercises for key in found.body.get("sources", [])]
        for place, key in used:
            if key not in project.sources:
                yield tell(page.file, place, "unknown-source", key=key)
        if page.notebook:
            yield from _list(page, tell)


def _list(page: Page, tell: Teller) -> Iterator[Finding]:
    boxes = [found for found in page.declarations if found.magic == "show" and found.kind == "sources"]
    if page.cited and not boxes:
        yield tell(page.file, "–", "no-sources-box")
    for box in boxes:
        body = yaml.safe_load(box.body)
        keys = body.get("keys") if isinstance(body, dict) else None
        if keys != page.cited:
            yield tell(page.file, box.cell, "sources-box", wanted=", ".join(page.cited))
