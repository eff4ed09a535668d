"""``[@key]`` in course text: found, and turned into author and year."""

import re
from collections.abc import Callable

from mbkurs.syllabus.references import reference

CITATION = re.compile(r"\[@([a-z0-9][a-z0-9:-]*)\]")


def cited(text: str) -> list[str]:
    """The keys a text cites, each once, in order."""
    return list(dict.fromkeys(CITATION.findall(text)))


def with_links(text: str, language: str, href: Callable[[str], str] = "#ref-{}".format) -> str:
    """Markdown in which every citation reads ``([ALF 2019](href))``.

    Raises ``LookupError`` with a sentence in ``language`` for a key that the bibliography does not have.
    """
    return CITATION.sub(lambda match: f"([{reference(match[1], language)['label']}]({href(match[1])}))", text)
