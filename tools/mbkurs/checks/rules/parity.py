"""Every page is there in every language, with the same cells, headings, exercises and keys in order."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import TEXT_KEYS, Page
from mbkurs.checks.project import Project
from mbkurs.checks.prose import blocks
from mbkurs.places import languages


def parity(project: Project, tell: Teller) -> Iterator[Finding]:
    first, *others = languages()
    for name in sorted({page.name for page in project.pages}):
        pages = {language: project.by_name.get((language, name)) for language in languages()}
        for language in (code for code, page in pages.items() if page is None):
            there = next(page for page in pages.values() if page)
            yield tell(there.file, "–", "missing-language", language=language)
        for other in others:
            if pages[first] and pages[other]:
                yield from _difference(pages[first], pages[other], tell)


def _difference(page: Page, other: Page, tell: Teller) -> Iterator[Finding]:
    if page.notebook:
        here, there = _cells(page), _cells(other)
        if here != there:
            yield tell(other.file, _first(here, there), "cells-differ", language=page.language)
            return
    for passage, twin in zip(page.passages, other.passages, strict=False):
        if _levels(passage.text) != _levels(twin.text):
            yield tell(other.file, twin.place, "headings-differ", language=page.language)
            return
    if len(page.passages) != len(other.passages):
        yield tell(other.file, other.passages[-1].place, "headings-differ", language=page.language)
    twins = {exercise.id: exercise for exercise in other.exercises}
    for exercise in page.exercises:
        if exercise.id in twins and (at := _apart(exercise.body, twins[exercise.id].body)):
            yield tell(other.file, exercise.id, "exercise-differs", language=page.language, at=at)


def _cells(page: Page) -> list[str]:
    kinds = {found.cell: f"{found.magic} {found.kind}" for found in page.declarations}
    return [f"{cell.get('id')} {kinds.get(cell.get('id'), cell.cell_type)}" for cell in page.notebook.cells]


def _first(here: list[str], there: list[str]) -> str:
    """The id of the first cell that differs."""
    pairs = zip([*here, "–"], [*there, "–"], strict=False)
    wanted, found = next((a, b) for a, b in pairs if a != b)
    return (wanted if wanted != "–" else found).split()[0]


def _levels(source: str) -> list[int]:
    return [block.level for block in blocks(source) if block.kind == "heading"]


def _apart(here, there, key: str = "") -> str:
    """The first place at which two exercises differ in anything but their texts; empty if none."""
    if isinstance(here, dict) and isinstance(there, dict):
        if list(here) != list(there):
            odd = [name for name in [*here, *there] if (name in here) != (name in there)]
            return f"{key}.{(odd or list(there))[0]}".lstrip(".")
        pairs = [(here[name], there[name], name) for name in here]
    elif isinstance(here, list) and isinstance(there, list):
        if len(here) != len(there):
            return key
        pairs = [(a, b, str(number)) for number, (a, b) in enumerate(zip(here, there, strict=True), 1)]
    else:
        is_text = isinstance(here, str) and isinstance(there, str)
        return "" if here == there or (is_text and _is_read(key)) else key
    deeper = ((name, _apart(a, b, f"{key}.{name}".lstrip("."))) for a, b, name in pairs)
    return next((at for _, at in deeper if at), "")


def _is_read(path: str) -> bool:
    parts = path.split(".")
    return parts[-1] in TEXT_KEYS or "ends" in parts[:-1]
