"""The Sphinx configuration of one language: ``_config.yml`` and what the language changes in it."""

import os
import re
from pathlib import Path

from jupyter_book.config import get_final_config

from mbkurs.words import words

# Sphinx names Norwegian differently for its own texts and for the stemmer of the search.
_SPHINX_LANGUAGE = {"nb": "nb_NO"}
_SEARCH_LANGUAGE = {"nb": "no"}
BASE = "MBKURS_BOOK_URL"  # in the environment: the address of the published book


def language_of(sphinx_language: str) -> str:
    """``nb_NO`` is ``nb``: the course's own code."""
    return sphinx_language.split("_")[0]


def is_address(base: str) -> bool:
    """Whether a book can be at ``base``; empty is a book without an address of its own."""
    return not base or bool(re.fullmatch(r"https?://[^/\s]+(?:/\S*)?", base))


def configuration(language: str, root: Path, toc: Path) -> dict:
    """All Sphinx options for one language. ``toc`` is made absolute, or Sphinx looks below ``root``.

    ``html_baseurl`` is the address of the folder above the languages: ``BASE``, or what
    ``_config.yml`` says, with a slash at the end; empty for a book without an address of its own.
    """
    own = {
        "external_toc_path": toc.resolve().as_posix(),
        "language": _SPHINX_LANGUAGE.get(language, language),
        "html_search_language": _SEARCH_LANGUAGE.get(language, language),
        "html_title": words(language, "book")["title"],
        "show_warning_types": True,
        "latex_individualpages": False,
    }
    config, _ = get_final_config(user_yaml=root / "_config.yml", cli_config=own, sourcedir=root)
    base = os.environ.get(BASE) or config.get("html_baseurl") or ""
    return config | {"html_baseurl": base and f"{base.rstrip('/')}/"}
