"""One title a page, first; below it no level is skipped (WCAG 1.3.1, 2.4.6)."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.checks.prose import blocks


def headings(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in (page for page in project.pages if page.kind != "syllabus"):
        level = 0
        for passage in page.passages:
            for block in (block for block in blocks(passage.text) if block.kind == "heading"):
                if level == 0 and block.level != 1:
                    yield tell(page.file, passage.place, "no-title", text=block.text)
                elif level and block.level == 1:
                    yield tell(page.file, passage.place, "two-titles", text=block.text)
                elif level and block.level > level + 1:
                    yield tell(page.file, passage.place, "skipped-level", text=block.text, wanted=level + 1)
                level = block.level
        if level == 0:
            yield tell(page.file, "–", "no-heading")
