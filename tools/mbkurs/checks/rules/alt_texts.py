"""Every image says in words what it shows (WCAG 1.1.1)."""

import re
from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.checks.prose import targets

FILE_NAME = re.compile(r"\.(png|jpe?g|svg|webp|gif)$", re.IGNORECASE)


def alt_texts(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.pages:
        for passage in page.passages:
            for target in targets(passage.text):
                if target.is_image and (not target.text.strip() or FILE_NAME.search(target.text)):
                    yield tell(page.file, passage.place, "no-alt-text", image=target.href)
