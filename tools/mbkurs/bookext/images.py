"""No image without words for those who do not see it."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from mbkurs.bookext.config import language_of
from mbkurs.words import words

_log = logging.getLogger(__name__)


def find_silent_images(app: Sphinx, doctree: nodes.document) -> None:
    """Sphinx' ``doctree-read``: an image without alternative text is a warning."""
    text = words(language_of(app.config.language), "book")["build"]["no-alt"]
    for image in doctree.findall(nodes.image):
        if not image.get("alt", "").strip():
            line = image.line or image.parent.line
            _log.warning(
                text.format(file=image["uri"]), location=(app.env.docname, line), type="mbkurs", subtype="alt"
            )
