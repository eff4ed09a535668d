"""Where a page stands in the book: ``modules/nb/01-arriving/1-welcome`` is ``01-arriving/1-welcome``.

Both languages have the same addresses under their own folder: a reader can change the language on any page.
"""

import re

_PREFIX = re.compile(r"^(?:book|modules)/[a-z]{2}/")
_LANGUAGE = re.compile(r"^(book|modules|assignments)/[a-z]{2}/")
_ASSIGNMENT = re.compile(r"^assignments/[a-z]{2}/source/([a-z0-9-]+)/\1$")


def address(docname: str) -> str:
    """The address of a page inside its language, without ``.html``; pages Sphinx makes keep their name."""
    slug = assignment(docname)
    return f"assignments/{slug}" if slug else _PREFIX.sub("", docname)


def assignment(docname: str) -> str:
    """The assignment that a page is, as in ``01-arriving``; empty for any other page."""
    found = _ASSIGNMENT.match(docname)
    return found[1] if found else ""


def twin(docname: str, language: str) -> str:
    """The document that is the same page in another language."""
    return _LANGUAGE.sub(rf"\1/{language}/", docname)
