"""Each language of the book speaks its own language, and only that."""

import re

from bs4 import BeautifulSoup

from mbkurs.places import languages
from mbkurs.words import words

# What Sphinx, MyST, docutils and the theme could write into a page.
ENGLISH = re.compile(
    r"\b(Link to this|Permalink|Search|Next|Previous|Contents|On this page|Skip to|Toggle|Menu|Note|Warning|"
    r"See also|Footnotes|Table|Figure|Copyright|By The|Light|Dark|Print|Download|Edit|Show|Hide)\b"
)


def keys(node, path=""):
    if not isinstance(node, dict):
        return {path}
    return {key for name, child in node.items() for key in keys(child, f"{path}.{name}")}


def test_all_languages_have_the_same_texts():
    first, *others = [keys(words(language, "book")) for language in languages()]
    assert all(first == other for other in others)


def interface(path) -> list[str]:
    """Everything on a page that is not course text: visible words, labels and titles."""
    soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
    for tag in soup.select(
        "article p, article li, article td, article th, article :is(h1, h2, h3), [lang]:not(html), script"
    ):
        if tag.name != "html" and not tag.find_parent("form"):
            tag.decompose()
    labels = [
        tag[name]
        for name in ("aria-label", "title", "placeholder")
        for tag in soup.find_all(attrs={name: True})
    ]
    return [*soup.stripped_strings, *labels]


def test_no_english_in_the_norwegian_interface(book):
    found = {
        (path.name, text)
        for path in (book / "nb").rglob("*.html")
        for text in interface(path)
        if ENGLISH.search(text)
    }
    assert found == set()
    assert "Søk" in interface(book / "nb/index.html")  # the interface is really looked at


def test_pages_name_their_language_as_people_do(book):
    for language in languages():
        for path in (book / language).rglob("*.html"):
            assert f'<html lang="{language}"' in path.read_text("utf-8")
