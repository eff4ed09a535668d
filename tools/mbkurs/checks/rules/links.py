"""A link within the project leads to something that is there. Links to the outside have a weekly check."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.checks.prose import targets

OUTSIDE = {"https", "http", "mailto", "tel"}


def links(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.pages:
        for passage in page.passages:
            for target in targets(passage.text):
                if not _leads_somewhere(page, target.href):
                    yield tell(page.file, passage.place, "dead-link", href=target.href)


def _leads_somewhere(page: Page, href: str) -> bool:
    parts = urlsplit(href)
    if parts.scheme:
        return parts.scheme in OUTSIDE
    if parts.path.startswith("/"):
        return False
    return not parts.path or (page.file.parent / unquote(parts.path)).exists()
