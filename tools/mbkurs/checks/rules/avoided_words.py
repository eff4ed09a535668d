"""Words that ``words-to-avoid.yml`` lists do not appear, except where the word itself is discussed.

A word is discussed where it stands in *emphasis*, or on a page that the file allows it on.
"""

import re
from collections.abc import Iterator

import yaml

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.checks.prose import blocks

EMPHASIS = re.compile(r"\*[^*]+\*")


def avoided_words(project: Project, tell: Teller) -> Iterator[Finding]:
    file = project.root / "modules" / "data" / "words-to-avoid.yml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    allowed = {(entry["page"], key) for entry in data["allowed"] for key in entry["keys"]}
    for page in project.pages:
        listed = data["words"].get(page.language, [])
        entries = [entry for entry in listed if (page.name, entry["key"]) not in allowed]
        for place, text in _undiscussed(page):
            for entry in entries:
                match = re.search(rf"(?<!\w)(?:{entry['pattern']})(?!\w)", text, re.IGNORECASE)
                if match:
                    yield tell(page.file, place, "avoided-word", word=match[0], instead=entry["instead"])


def _undiscussed(page: Page) -> Iterator[tuple[str, str]]:
    for passage in page.passages:
        for block in blocks(passage.text):
            yield passage.place, block.plain
    for exercise in page.exercises:
        for text in exercise.texts:
            yield exercise.id, EMPHASIS.sub("", text)
