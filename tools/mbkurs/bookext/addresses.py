"""Where a page stands in the book: ``modules/nb/01-arriving/1-welcome`` is ``01-arriving/1-welcome``.

Both languages have the same addresses under their own folder: a reader can change the language on any page.
"""

import re

_PREFIX = re.compile(r"^(?:book|modules)/([a-z]{2})/")


def address(docname: str) -> str:
    """The address of a page inside its language, without ``.html``; pages Sphinx makes keep their name."""
    return _PREFIX.sub("", docname)


def twin(docname: str, language: str) -> str:
    """The document that is the same page in another language."""
    return _PREFIX.sub(lambda found: found[0].replace(f"/{found[1]}/", f"/{language}/"), docname)
