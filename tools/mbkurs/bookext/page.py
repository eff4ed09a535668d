"""What the page template needs to know about a page."""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from mbkurs.bookext import assets, navigation, offline
from mbkurs.bookext.addresses import address, twin
from mbkurs.bookext.config import language_of
from mbkurs.bookext.downloads import downloads
from mbkurs.bookext.handin import hand_in
from mbkurs.bookext.policy import THEME_SCRIPT, policy
from mbkurs.words import words

_log = logging.getLogger(__name__)


def add_course(app: Sphinx, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Sphinx' ``html-page-context``: puts ``course`` into the context of ``layout.html``."""
    language = language_of(app.config.language)
    live = 'data-exercise="' in context.get("body", "")
    context["course"] = {
        "language": language,
        "words": words(language, "book"),
        "reading": words(language, "reading"),
        "policy": policy(),
        "theme_script": THEME_SCRIPT,
        "version": assets.version,
        "live": live,
        "hand_in": hand_in(pagename, language),
        "style": assets.style(with_exercises=live),
        "description": _description(doctree) or words(language, "book")["description"],
        "edition": offline.edition(context.get("body", "")),
        "contents": navigation.contents(app.env, pagename, language),
        "titles": {name: navigation.title_of(app.env, name, language) for name in app.env.titles},
        "sections": navigation.sections(app.env, pagename),
        "place": navigation.place(pagename, language, set(app.env.all_docs)),
        "downloads": downloads(app.config.course_files, pagename, language),
        "languages": _others(app, pagename, language, context["pathto"]),
        "alternates": _alternates(app, pagename, context["pathto"]),
        "canonical": _absolute(app, pagename, language),
        **navigation.neighbours(app.env, pagename, language),
    }


def _description(doctree: nodes.document | None) -> str:
    """The beginning of the page's first paragraph, for search engines."""
    first = doctree.next_node(nodes.paragraph) if doctree else None
    text = " ".join(first.astext().split()) if first else ""
    return text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " …"


def _others(app: Sphinx, pagename: str, language: str, pathto) -> list[dict]:
    """The same page in the other languages, as ``{code, name, href}``."""
    return [
        {
            "code": code,
            "name": words(code, "book")["language-name"],
            "href": _relative(pagename, code, pathto),
        }
        for code in app.config.course_languages
        if code != language
    ]


def _alternates(app: Sphinx, pagename: str, pathto) -> list[dict]:
    """The page in all languages, itself among them as search engines demand, as ``{code, href}``."""
    return [
        {"code": code, "href": _absolute(app, pagename, code) or _relative(pagename, code, pathto)}
        for code in app.config.course_languages
    ]


def _relative(pagename: str, code: str, pathto) -> str:
    root = pathto("index").removesuffix("index.html").replace("#", "")
    return f"{root}../{code}/{address(twin(pagename, code))}.html"


def _absolute(app: Sphinx, pagename: str, code: str) -> str:
    """The page's address for the world; empty for a book without one."""
    base = app.config.html_baseurl
    return base and f"{base.rstrip('/')}/{code}/{address(pagename)}.html"


def find_missing_twins(app: Sphinx, env) -> None:
    """Sphinx' ``env-updated``: a page that one language lacks is a warning: the switch would lead nowhere."""
    here = language_of(app.config.language)
    for docname in sorted(env.all_docs):
        suffix = Path(env.doc2path(docname)).suffix
        for code in app.config.course_languages:
            path = f"{twin(docname, code)}{suffix}"
            if code != here and not Path(app.srcdir, path).exists():
                text = words(here, "book")["build"]["no-twin"].format(path=path)
                _log.warning(text, location=(docname, 1), type="mbkurs", subtype="twin")
