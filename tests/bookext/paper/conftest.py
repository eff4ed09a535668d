"""PDF and EPUB of the whole course in every language, made once for the whole run, and tools to read them."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from mbkurs.bookext.paper.command import KINDS, make
from mbkurs.places import languages
from mbkurs.testing.paper import missing

PLACES = [(language, name) for language in languages() for name in ("MB-kurset", "01-arriving")]


@pytest.fixture(scope="session")
def printed(book) -> Path:
    """The folder of the book with its PDFs and EPUBs."""
    if lacking := missing():
        pytest.skip(f"not on this machine: {', '.join(lacking)}; python3 course.py test installs them by apt")
    assert make(book, languages(), set(KINDS), "en")
    return book


@pytest.fixture(params=PLACES, ids=lambda place: "-".join(place))
def pdf(request, printed) -> Path:
    """Each PDF in turn."""
    language, name = request.param
    return printed / language / f"{name}.pdf"


@cache
def reader(file: Path) -> PdfReader:
    return PdfReader(file)


@cache
def pages(file: Path) -> list[str]:
    """The words of each page, one space apart; words divided at the end of a line are joined again."""
    found = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    return [" ".join(re.sub(r"[‐-]\n\s*", "", page).split()) for page in found.stdout.split("\f")[:-1]]


def bookmarks(file: Path) -> dict[str, int]:
    """Title and page number, from 1, of every bookmark, the first of each title."""

    def flat(items):
        for item in items:
            yield from flat(item) if isinstance(item, list) else [item]

    book, found = reader(file), {}
    for item in flat(book.outline):
        # The guide for course leaders to a day has the same title, and comes later.
        found.setdefault(item.title, book.get_destination_page_number(item) + 1)
    return found
