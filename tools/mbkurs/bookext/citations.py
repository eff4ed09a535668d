"""Gives citations the address of the sources page, once Sphinx knows the addresses."""

from docutils import nodes
from sphinx.application import Sphinx

from mbkurs.bookext.config import language_of
from mbkurs.bookext.source import CITE


def link_citations(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Sphinx' ``doctree-resolved``: ``cite:alf`` becomes the line of that source on the sources page.

    A book without such a page links to the list of sources on the same page.
    """
    sources = f"book/{language_of(app.config.language)}/sources"
    known = sources in app.env.all_docs
    for link in doctree.findall(nodes.reference):
        if not link.get("refuri", "").startswith(CITE):
            continue
        page = app.builder.get_relative_uri(docname, sources) if known and docname != sources else ""
        link["refuri"] = f"{page}#ref-{link['refuri'].removeprefix(CITE)}"
        link["classes"] = ["mb-cite"]
