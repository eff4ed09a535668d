"""Texts that Sphinx itself writes into pages, in the language of the page."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from sphinx.application import Sphinx

from mbkurs.bookext.config import language_of
from mbkurs.words import words


def add_catalogue(app: Sphinx, folder: Path) -> None:
    """Make a catalogue from ``sphinx`` in ``words/<language>/book.yml`` and give it to Sphinx."""
    catalogue = Catalog(locale=app.config.language)
    for message, translation in words(language_of(app.config.language), "book")["sphinx"].items():
        catalogue.add(message, translation)
    path = folder / app.config.language / "LC_MESSAGES" / "sphinx.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    app.add_message_catalog("sphinx", str(folder))
