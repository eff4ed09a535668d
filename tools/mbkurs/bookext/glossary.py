"""The glossary as data: the entries of ``book/<language>/glossary.md``, and their words in all forms.

An entry is a paragraph that begins with its words in bold. In brackets stands the other language;
a name or an abbreviation there (Nav, DPS) is used in this language too.
"""

import re
from dataclasses import dataclass
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from mbkurs.bookext.config import language_of
from mbkurs.bookext.source import CITE
from mbkurs.words import words

_BRACKETS = re.compile(r"\((.*)\)", re.S)
_CITED = re.compile(r" ?\(\0\)|\0")
_SHORTEST = 4  # letters; "of" and "KS" take no endings


@dataclass(frozen=True)
class Entry:
    """A word that the glossary explains. ``forms`` is a regular expression without groups."""

    anchor: str  # on the glossary page
    title: str
    explanation: str  # HTML
    forms: tuple[str, ...]


def glossary_of(app: Sphinx) -> str:
    """The document that is the glossary in the language that is built; it need not exist."""
    return f"book/{language_of(app.config.language)}/glossary"


def name_entries(app: Sphinx, doctree: nodes.document) -> None:
    """Sphinx' ``doctree-read``: gives every entry of the glossary an address on its page."""
    if app.env.docname == glossary_of(app):
        for paragraph in doctree.findall(nodes.paragraph):
            first = next(iter(_parts(paragraph)), None)
            if isinstance(first, nodes.strong):
                paragraph["ids"].append(f"word-{nodes.make_id(first.astext())}")


def read_entries(app: Sphinx, env) -> list[str]:
    """Sphinx' ``env-updated``: keeps the entries; where they changed, all pages are written anew."""
    page, before = glossary_of(app), getattr(env, "course_glossary", None)
    doctree = env.get_doctree(page) if page in env.all_docs else None
    env.course_glossary = entries(doctree, language_of(app.config.language)) if doctree else ()
    return [] if env.course_glossary == before else sorted(env.all_docs)


def entries(doctree: nodes.document, language: str) -> tuple[Entry, ...]:
    """The entries of a glossary page, in order."""
    endings = words(language, "book")["glossary"]["endings"]
    return tuple(_entry(p, endings) for p in doctree.findall(nodes.paragraph) if p["ids"])


def _parts(paragraph: nodes.paragraph) -> list[nodes.Node]:
    """What a paragraph holds, without the empty text that MyST sets before a bold word."""
    return [node for node in paragraph if node.astext()]


def _entry(paragraph: nodes.paragraph, endings: list) -> Entry:
    first, *rest = _parts(paragraph)
    breaks = [at for at, node in enumerate(rest) if "<br" in node.astext()]
    at = breaks[0] if breaks else 0
    inside = _BRACKETS.search("".join(_text(node) for node in rest[:at]))
    names = [part for part in (inside[1].split(", ") if inside else []) if part != part.lower()]
    forms = [_forms(part, endings) for part in [*first.astext().split(", "), *names]]
    return Entry(paragraph["ids"][0], first.astext(), _html(rest[at + 1 :]), tuple(forms))


def _text(node: nodes.Node) -> str:
    return "" if isinstance(node, nodes.raw) else node.astext()


def _html(children: list[nodes.Node]) -> str:
    """Text, emphasis and foreign passages; links become text, and citations stay on the glossary page."""
    html = "".join(_part(node) for node in children)
    return _CITED.sub("", html).replace("\n", " ").strip()


def _part(node: nodes.Node) -> str:
    if isinstance(node, nodes.raw):
        return node.astext() if node["format"] == "html" else ""
    if isinstance(node, nodes.reference) and node.get("refuri", "").startswith(CITE):
        return "\0"
    text = escape(node.astext(), quote=False)
    return f"<em>{text}</em>" if isinstance(node, nodes.emphasis) else text


def _forms(phrase: str, endings: list) -> str:
    """A regular expression for a phrase in all its forms; names and abbreviations have but one."""
    if phrase != phrase.lower():
        return re.escape(phrase)
    first, *rest = (_form(word, endings) for word in phrase.split())
    return r"\s+".join([f"(?i:{first[0]}){first[1:]}" if first[0].isalpha() else first, *rest])


def _form(word: str, endings: list) -> str:
    if len(word) < _SHORTEST:
        return re.escape(word)
    found = {re.escape(word)}
    for off, added in endings:
        if word.endswith(off):
            found |= {re.escape(word.removesuffix(off) + ending) for ending in added.split()}
    longest_first = sorted(found, key=len, reverse=True)
    return word[0] + "(?:" + "|".join(form[1:] for form in longest_first) + ")"
