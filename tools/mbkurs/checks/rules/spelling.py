"""Every word is in the language's dictionary, or in the project's own list."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.page import Page
from mbkurs.checks.project import Project
from mbkurs.checks.prose import blocks
from mbkurs.checks.speller import Speller


def spelling(project: Project, tell: Teller) -> Iterator[Finding]:
    spellers = {code: Speller(code, project.root) for code in {page.language for page in project.pages}}
    for page in project.pages:
        told = set()
        for place, language, text in _texts(page):
            speller = spellers.get(language)
            for word in speller.unknown(text) if speller else ():
                if word not in told:
                    told.add(word)
                    yield tell(page.file, place, "misspelt", word=word, language=language)
    for speller in spellers.values():
        speller.remember()


def _texts(page: Page) -> Iterator[tuple[str, str, str]]:
    """Place, language and text of everything on the page."""
    for passage in page.passages:
        for block in blocks(passage.text):
            yield passage.place, page.language, block.text
            for language, text in block.foreign:
                yield passage.place, language, text
    for exercise in page.exercises:
        for text in exercise.texts:
            yield exercise.id, page.language, text
