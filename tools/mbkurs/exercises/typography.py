"""Quotation marks and apostrophes as a book sets them; in a cell they are typed as on any keyboard."""

from docutils.utils.smartquotes import smartyPants


def typographic(node, language: str):
    """The declaration with every text in it set as Sphinx sets the pages round it."""
    if isinstance(node, str):
        return smartyPants(node, "q", language)
    if isinstance(node, dict):
        return {key: typographic(child, language) for key, child in node.items()}
    if isinstance(node, list):
        return [typographic(child, language) for child in node]
    return node
