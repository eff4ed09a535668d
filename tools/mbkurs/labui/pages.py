"""The pages around the modules on the trainee's own server, so that every link of a day leads somewhere."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt
from tornado import web

from mbkurs.labui.startpage import PageHandler
from mbkurs.notebooks.citations import with_links
from mbkurs.notebooks.framepages import box
from mbkurs.places import BOOK, languages
from mbkurs.words import words

ROUTE = r"mbkurs/pages/([a-z]+)/((?:leader/)?[a-z0-9-]+)"
ASSETS = r"mbkurs/pages/assets/([a-z0-9.-]+\.(?:svg|png))"
TO_PAGE = re.compile(r'href="((?:\.\./)*(?:leader/)?[a-z0-9-]+)\.md')
TO_DAY = re.compile(r'href="(?:\.\./)+modules/([a-z]+/[a-z0-9/-]+\.ipynb)')
TO_ASSET = re.compile(r'src="(?:\.\./)+assets/')


@cache
def template():
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=folder, autoescape=True, trim_blocks=True).get_template("page.html.j2")


class FramePageHandler(PageHandler):
    """One page of ``book/<language>/``, drawn from the same file as the public book's."""

    @web.authenticated
    def get(self, language: str, slug: str) -> None:
        file = BOOK / language / f"{slug}.md"
        if language not in languages() or not file.is_file():
            raise web.HTTPError(404)
        text = file.read_text(encoding="utf-8")
        title = text.split("\n", 1)[0].removeprefix("# ").strip()
        self.finish(
            template().render(
                lang=language, title=title, body=self.addressed(html(text, language, self.cite(language))),
                url=self.url, to_start=words(language, "lab")["page"]["to-start"],
            )
        )  # fmt: skip

    def cite(self, language: str):
        return (self.url("mbkurs/pages", language, "sources") + "#ref-{}").format

    def addressed(self, body: str) -> str:
        """Links between files as links between this server's addresses."""
        body = TO_DAY.sub(lambda match: f'href="{self.url("doc/tree", match[1])}', body)
        body = TO_ASSET.sub(lambda match: f'src="{self.url("mbkurs/pages/assets/")}', body)
        return TO_PAGE.sub(lambda match: f'href="{match[1]}', body)


class AssetHandler(PageHandler):
    """The pictures of those pages."""

    @web.authenticated
    def get(self, name: str) -> None:
        file = BOOK / "assets" / name
        if not file.is_file():
            raise web.HTTPError(404)
        self.set_header("Content-Type", "image/svg+xml" if file.suffix == ".svg" else "image/png")
        self.finish(file.read_bytes())


def html(text: str, language: str, cite) -> str:
    """A frame page as HTML: Markdown with its boxes drawn and its citations linked by ``cite(key)``."""
    lines = [box(line, language) or with_links(line, language, cite) for line in text.split("\n")]
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    return markdown.render("\n".join(lines))
