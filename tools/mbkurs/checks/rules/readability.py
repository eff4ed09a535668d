"""A page, and the instructions of its exercises, are no harder to read than the limits in ``reading.yml``."""

from collections.abc import Iterator

import yaml

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.measures import lix, reading_ease, words_in
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.checks.prose import blocks

INSTRUCTIONS = ("intro", "prompt", "hint")
ENOUGH = 100  # words; below this the measures say little


def readability(project: Project, tell: Teller) -> Iterator[Finding]:
    file = project.root / "modules" / "data" / "reading.yml"
    limits = yaml.safe_load(file.read_text(encoding="utf-8"))
    for page in project.pages:
        own = limits["languages"].get(page.language)
        if own:
            sort = "law" if page.name in limits["law_pages"] else "page"
            yield from _too_hard(page, _prose(page), own, sort, tell)
            yield from _too_hard(page, _instructions(page), own, "instructions", tell)


def _too_hard(page: Page, parts: dict[str, str], own: dict, sort: str, tell: Teller) -> Iterator[Finding]:
    text = "\n".join(parts.values())
    if len(words_in(text)) < ENOUGH:
        return
    # A high LIX is hard, a low reading ease is hard.
    measure, sign = (lix, 1) if own["measure"] == "lix" else (reading_ease, -1)
    value = measure(text)
    if sign * value > sign * own[sort]:
        long_enough = [place for place, part in parts.items() if len(words_in(part)) >= ENOUGH / 4]
        worst = sorted(long_enough, key=lambda place: sign * measure(parts[place]), reverse=True)[:3]
        values = {"value": f"{value:.0f}", "limit": own[sort], "worst": ", ".join(worst)}
        yield tell(page.file, "–", f"hard-{own['measure']}-{sort}", **values)


def _prose(page: Page) -> dict[str, str]:
    """The page's running text by place, headings left out."""
    texts = {p.place: [b.text for b in blocks(p.text) if b.kind == "text"] for p in page.passages}
    return {place: "\n".join(parts) for place, parts in texts.items()}


def _instructions(page: Page) -> dict[str, str]:
    return {e.id: "\n".join(e.body[key] for key in INSTRUCTIONS if key in e.body) for e in page.exercises}
