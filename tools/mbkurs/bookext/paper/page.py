"""From a page of the built book to a chapter on paper: nothing that only works on a screen."""

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

_ONLY_ON_SCREEN = "script, style, template, button, dialog, nav, input, [hidden], [popover], .js-only"
# What MyST-NB and Sphinx wrap around the output of a cell.
_WRAPPERS = "div.cell, div.cell_output, div.output, div[data-exercise], div.pst-scrollable-table-container"
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_NUMBERS = re.compile(r"^\s*\d[\d–,.:]*\s*$")  # "90", "8–10": never divided between two lines
_BASE = "https://book.invalid/"  # joins relative links; never asked for


def article(file: Path) -> Tag:
    """The text of a built page, as it stands between the parts of the layout."""
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").article


def identity(address: str, fragment: str = "") -> str:
    """The id of a page or of a place on it in a document of many pages.

    It begins with a letter, as EPUB demands, and holds the page, as every day has a "landing".
    """
    place = f"--{fragment}" if fragment else ""
    return f"p-{address.replace('/', '-')}{place}"


def clean(text: Tag, address: str, folder: Path, top: int) -> str:
    """Make the article a chapter whose heading has the level ``top``. Returns that heading's text.

    ``address`` is the page's in the book, as in ``01-arriving/1-welcome``; ``folder`` is where its file lies.
    The heading itself is taken out: the document sets it, with the number of the day.
    """
    for tag in text.select(_ONLY_ON_SCREEN):
        tag.decompose()
    for tag in text.select(_WRAPPERS):
        tag.unwrap()
    for tag in text.select("[id]"):
        tag["id"] = identity(address, tag["id"])
    for link in text.select("a[href]"):
        link["href"] = _inside(link["href"], address)
    for image in text.select("img[src]"):
        image["src"] = (folder / image["src"]).resolve().as_uri()
    for cell in text.find_all("td", string=_NUMBERS):
        cell["class"] = "numbers"
    title = text.h1.extract().get_text()
    _step_down(text, top)
    return title


def _inside(href: str, address: str) -> str:
    """A link to another page becomes a link inside the document; others stay as they are."""
    url = urlsplit(urljoin(f"{_BASE}{address}.html", href))
    if not url.geturl().startswith(_BASE):
        return href
    return "#" + identity(url.path.strip("/").removesuffix(".html"), url.fragment)


def _step_down(text: Tag, top: int) -> None:
    """Set headings below ``top``, never more than one step at a time, as PDF/UA demands."""
    before = top
    for heading in text.find_all(_HEADINGS):
        level = min(int(heading.name[1]) + top - 1, before + 1, 6)
        heading.name, before = f"h{level}", level
