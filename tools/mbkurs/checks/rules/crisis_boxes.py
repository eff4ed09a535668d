"""A day that touches something dangerous shows, before its first exercise, whom to call."""

from collections.abc import Iterator

import yaml

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.places import languages

# What a day touches -> the box that helps. For coercion any box will do; "all" does for everything.
BOX = {
    "suicide": "suicide",
    "self-harm": "suicide",
    "overdose": "substances",
    "substances": "substances",
    "violence": "violence",
    "abuse": "violence",
}


def crisis_boxes(project: Project, tell: Teller) -> Iterator[Finding]:
    for day in project.course.days if project.course else ():
        for page in filter(None, (project.page(day, language) for language in languages())):
            shown = _themes_at_the_top(page)
            for theme in day.care if "all" not in shown else ():
                if BOX.get(theme) not in shown and not (theme == "coercion" and shown):
                    yield tell(page.file, "–", "no-crisis-box", care=theme, theme=BOX.get(theme, "general"))


def _themes_at_the_top(page: Page) -> set[str]:
    themes = set()
    for found in page.declarations:
        if found.magic == "exercise":
            break
        if found.kind == "crisis":
            body = yaml.safe_load(found.body)
            theme = body.get("theme") if isinstance(body, dict) else None
            themes.update(theme if isinstance(theme, list) else [theme])
    return themes
