"""A day is between 2,200 and 4,000 words of prose, exercises not counted."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.measures import words_in
from mbkurs.checks.project import Project
from mbkurs.checks.prose import text_of

LEAST, MOST = 2_200, 4_000


def length(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.days:
        count = sum(len(words_in(text_of(passage.text))) for passage in page.passages)
        if count < LEAST:
            yield tell(page.file, "–", "too-short", count=count, least=LEAST)
        if count > MOST:
            yield tell(page.file, "–", "too-long", count=count, most=MOST)
