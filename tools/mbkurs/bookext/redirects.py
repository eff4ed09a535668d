"""Old addresses that still lead somewhere: ``book/redirects.yml`` and the small pages that are made of it."""

from pathlib import Path, PurePosixPath

import yaml
from jinja2 import Environment, FileSystemLoader
from sphinx.application import Sphinx
from sphinx.util import logging

from mbkurs.bookext.addresses import address
from mbkurs.bookext.config import language_of
from mbkurs.bookext.policy import policy
from mbkurs.places import BOOK
from mbkurs.words import words

_FILE = "book/redirects.yml"
_log = logging.getLogger(__name__)


def redirects(root: Path) -> dict[str, str]:
    """Old address and new, without language and ``.html``. Empty where nothing has moved."""
    path = root / _FILE
    return (yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None) or {}


def find_lost_redirects(app: Sphinx, env) -> None:
    """Sphinx' ``env-updated``: an old address that is in use, or a new one that is no page, is a warning."""
    pages = {address(name) for name in env.all_docs}
    say = words(language_of(app.config.language), "book")["build"]
    for old, new in redirects(Path(app.srcdir)).items():
        if old in pages:
            _warn(app, say["redirect-in-use"].format(old=old), old)
        elif new not in pages:
            _warn(app, say["redirect-nowhere"].format(old=old, new=new), old)


def _warn(app: Sphinx, text: str, old: str) -> None:
    lines = Path(app.srcdir, _FILE).read_text(encoding="utf-8").split("\n")
    line = next((at for at, line in enumerate(lines, 1) if line.startswith(old)), 1)
    _log.warning(text, location=f"{Path(app.srcdir, _FILE)}:{line}", type="mbkurs", subtype="redirect")


def write_redirects(app: Sphinx, problem: Exception | None) -> None:
    """Sphinx' ``build-finished``: a page at every old address, which leads on with and without JavaScript."""
    if problem or app.builder.name != "html":
        return
    language = language_of(app.config.language)
    templates = Environment(loader=FileSystemLoader(BOOK / "assets" / "templates"), autoescape=True)
    page = templates.get_template("redirect.html")
    for old, new in redirects(Path(app.srcdir)).items():
        path = Path(app.outdir, f"{old}.html")
        up = "../" * (len(PurePosixPath(old).parts) - 1)
        path.parent.mkdir(parents=True, exist_ok=True)
        html = page.render(
            language=language, words=words(language, "book"), policy=policy(), href=f"{up}{new}.html"
        )
        path.write_text(html, encoding="utf-8")
