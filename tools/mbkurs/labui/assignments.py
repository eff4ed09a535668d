"""Requests about assignments: the look before handing in, the hand-in, and feedback that came back."""

import re
from html import escape
from pathlib import Path

from jupyter_server.utils import url_path_join
from tornado import web

from mbkurs.grading.handin import write
from mbkurs.grading.parcel import SUFFIX
from mbkurs.grading.web import HandInHandler
from mbkurs.labui.assignment_list import path
from mbkurs.labui.startpage import PageHandler
from mbkurs.labui.trouble import Trouble, writing
from mbkurs.words import words

HANDIN = r"mbkurs/handin/([a-z0-9-]+)"
FEEDBACK = r"mbkurs/feedback/([^/]+\.html)"
FILE = r"mbkurs/handed-in/([a-z0-9-]+\.mbkurs\.json)"
TAKE_IN = r"mbkurs/feedback"
MOST = 2_000_000  # bytes of a feedback page; ours are under 10 000
# Feedback came from outside: it may be looked at, and nothing in it may run or reach the course.
LOOK_ONLY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


def with_links(page: str, links: list[tuple[str, str]]) -> str:
    """One of the course's own pages with ``(text, address)`` links on top: the way back, the file to send."""
    shown = " · ".join(f'<a href="{escape(address)}">{escape(text)}</a>' for text, address in links)
    return re.sub(r"<main\b[^>]*>", lambda main: f"{main[0]}\n<nav><p>{shown}</p></nav>", page, count=1)


class HandIn(HandInHandler):
    """The look at what will be handed in, and the hand-in, from wherever this trainee's answers are now."""

    def initialize(self) -> None:
        self.home = self.settings["mbkurs_home"].answers

    def finish(self, chunk=None):
        """The pages of the grading room, with the way back to the start page and to the questions."""
        if isinstance(chunk, str):
            slug, language = self.path_args[0], self.course_language
            say = words(language, "lab")
            opened = url_path_join(self.base_url, "doc/tree", path(language, slug))
            start = url_path_join(self.base_url, "mbkurs/start")
            back = [(say["page"]["to-start"], start), (say["start"]["assignment-open"], opened)]
            chunk = with_links(chunk, back + self.newest_file(slug, say))
        return super().finish(chunk)

    def newest_file(self, slug: str, say: dict) -> list[tuple[str, str]]:
        """The file that was made last, for sending."""
        made = sorted((self.home / "handed-in").glob(f"{slug}-*{SUFFIX}"))
        address = [url_path_join(self.base_url, "mbkurs/handed-in", file.name) for file in made[-1:]]
        return [(say["start"]["file-to-send"], each) for each in address]


class File(PageHandler):
    """A file that was handed in, to be sent to the course leader."""

    @web.authenticated
    def get(self, name: str) -> None:
        file = self.home.answers / "handed-in" / name
        if not file.is_file():
            raise web.HTTPError(404)
        self.set_attachment_header(name)
        self.finish(file.read_bytes())


class Feedback(PageHandler):
    """A feedback page or a receipt from the trainee's folder."""

    @property
    def content_security_policy(self) -> str:
        return LOOK_ONLY

    @web.authenticated
    def get(self, name: str) -> None:
        folders = [self.home.answers / "feedback", self.home.answers / "handed-in"]
        file = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if file is None or file.resolve().parent not in [folder.resolve() for folder in folders]:
            raise web.HTTPError(404)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        way_back = (words(self.home.language, "lab")["page"]["to-start"], self.url("mbkurs/start"))
        self.finish(with_links(file.read_text(encoding="utf-8"), [way_back]))


class TakeIn(PageHandler):
    """Keeps a feedback file that the course leader sent, so that the start page can open it."""

    @web.authenticated
    def post(self) -> None:
        sent = self.request.files.get("file", [])
        try:
            if not sent or not _is_page(sent[0]):
                raise Trouble("no-feedback")
            self.keep(sent[0])
        except Trouble as trouble:
            self.show(trouble)
        else:
            self.redirect(url_path_join(self.base_url, "mbkurs/start"))

    def keep(self, sent) -> None:
        folder = self.home.answers / "feedback"
        name = re.sub(r"[^\w .-]", "", Path(sent.filename).stem).strip(". ") or "feedback"
        with writing(folder):
            folder.mkdir(exist_ok=True)
            target = folder / f"{name}.html"
            number = 2
            while target.exists() and target.read_bytes() != sent.body:
                target, number = folder / f"{name} {number}.html", number + 1
            write(target, sent.body)


def _is_page(sent) -> bool:
    start = sent.body[:200].lstrip().lower()
    return len(sent.body) <= MOST and start.startswith(b"<!doctype html")
