"""Words that the glossary explains, explained in place where a page first has them.

In the page a term is a link to the glossary, with the explanation hidden behind it; ``terms.js`` makes the
link a button that opens it. So it works without JavaScript and on paper.
"""

import re
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from mbkurs.bookext.glossary import Entry, glossary_of

# Where a term would be in the way, or is not the course's own text.
_NOT_IN = (nodes.title, nodes.reference, nodes.literal, nodes.literal_block, nodes.strong, nodes.raw)


class Explanation(nodes.Inline, nodes.Element):
    """What a term means. The text is an attribute: search shall find it only in the glossary."""


def visit_explanation(translator, node: Explanation) -> None:
    """The HTML of an explanation, closed until its term is activated."""
    translator.body.append(
        f'<span class="mb-explanation" id="{node["about"]}" popover><b>{escape(node["title"])}</b> '
        f'{node["html"]} <a href="{escape(node["href"])}">{escape(node["page"])}</a></span>'
    )


def depart_explanation(translator, node: Explanation) -> None:
    """Nothing is left to close."""


def explain_terms(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Sphinx' ``doctree-resolved``: explains each entry of the glossary at its first mention on a page."""
    entries, page = app.env.course_glossary, glossary_of(app)
    if not entries or docname == page:
        return
    left = dict(enumerate(entries))
    pattern = _pattern(entries)
    href = app.builder.get_relative_uri(docname, page)
    for text in [text for text in doctree.findall(nodes.Text) if _is_open(text)]:
        parts = _parts(text.astext(), pattern, left, href, app.env.titles[page].astext())
        if len(parts) > 1:
            text.parent.replace(text, parts)


def _pattern(entries: tuple[Entry, ...]) -> re.Pattern:
    """All forms of all entries, whole words only, longer phrases first: "peer worker" is no "peer"."""
    forms = [(form, number) for number, entry in enumerate(entries) for form in entry.forms]
    forms.sort(key=lambda form: len(form[0].split(r"\s+")), reverse=True)
    either = "|".join(f"(?P<e{number}_{at}>{form})" for at, (form, number) in enumerate(forms))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


def _is_open(text: nodes.Text) -> bool:
    """Whether a term may stand here: running text in the page's own language."""
    node = text
    while node.parent:
        before = node.parent.children[: node.parent.index(node)]
        tags = "".join(other.astext() for other in before if isinstance(other, nodes.raw))
        if isinstance(node.parent, _NOT_IN) or tags.count("<span") > tags.count("</span"):
            return False
        node = node.parent
    return True


def _parts(text: str, pattern: re.Pattern, left: dict[int, Entry], href: str, page: str) -> list[nodes.Node]:
    """The text with its terms, each followed by its explanation; what was explained leaves ``left``."""
    parts, end = [], 0
    for found in pattern.finditer(text):
        entry = left.pop(int(found.lastgroup[1:].split("_")[0]), None)
        if entry:
            parts += [nodes.Text(text[end : found.start()]), *_term(found[0], entry, href, page)]
            end = found.end()
    return [*parts, nodes.Text(text[end:])]


def _term(words: str, entry: Entry, href: str, page: str) -> list[nodes.Node]:
    link, about = f"{href}#{entry.anchor}", f"about-{entry.anchor}"
    term = nodes.reference("", words, refuri=link, internal=True, classes=["mb-term"])
    explanation = Explanation(about=about, title=entry.title, html=entry.explanation, href=link, page=page)
    return [term, explanation]
