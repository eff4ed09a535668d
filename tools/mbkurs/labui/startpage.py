"""The start page: an ordinary page of its own, without JupyterLab, so it is there at once on any device."""

from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from mbkurs.answers import sheet_path, store
from mbkurs.labui import assignment_list, shortcut
from mbkurs.labui.handler import OfTrainee
from mbkurs.labui.home import Home, in_hub, move_answers
from mbkurs.labui.progress import is_written, notebook_path, progress
from mbkurs.labui.trouble import Trouble, writing
from mbkurs.language import nice_date
from mbkurs.mydata import forget
from mbkurs.mydata.export import page
from mbkurs.places import languages
from mbkurs.syllabus import Day, Module, load
from mbkurs.syllabus.boxes import crisis_html
from mbkurs.words import words

# Everything comes from this server, and nothing may put the page in a frame.
POLICY = "default-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'"


@cache
def template():
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=folder, autoescape=True, trim_blocks=True).get_template("start.html.j2")


class PageHandler(OfTrainee, JupyterHandler):
    """Requests that answer with a page."""

    @property
    def content_security_policy(self) -> str:
        return POLICY

    def url(self, *parts: str) -> str:
        return url_path_join(self.base_url, *parts)

    def show(self, trouble: Trouble | None = None) -> None:
        """The start page, with a sentence about what went wrong just now."""
        language = self.home.language
        page = StartPage(self.home, language, self.url)
        sentence = trouble.sentence(language) if trouble else None
        self.set_header("Cache-Control", "no-store")
        self.finish(template().render(page.content(), trouble=sentence, xsrf=self.xsrf_token.decode()))


class StartHandler(PageHandler):
    @web.authenticated
    def get(self) -> None:
        if self.get_query_argument("token", None):
            # The login cookie is set now; the token should not stay in the address and the history.
            self.redirect(self.url("mbkurs/start"))
        else:
            self.show()


class ChangeHandler(PageHandler):
    """The forms of the start page."""

    @web.authenticated
    def post(self, what: str) -> None:
        changes = {"language": self.speak, "computer": self.computer, "folder": self.folder,
                   "starts": self.starts, "shortcut": self.shortcut, "forget": self.forget}  # fmt: skip
        if what not in changes:
            raise web.HTTPError(404)
        try:
            changes[what]()
        except Trouble as trouble:
            self.show(trouble)
        else:
            self.redirect(self.url("mbkurs/start"))

    def speak(self) -> None:
        language = self.get_body_argument("language")
        if language in languages():
            self.home.speak(language)

    def computer(self) -> None:
        """Is the computer the trainee's own? If not, answers go to the folder they name. And the shortcut."""
        alone = self.get_body_argument("alone", "")
        if self.get_body_argument("shortcut", "") == "yes" and shortcut.offered():
            shortcut.make(self.home)
        if alone == "no" and self.get_body_argument("folder", "").strip():
            self.folder()
        if alone in ("yes", "no"):
            self.home.change(alone=alone == "yes")

    def folder(self) -> None:
        move_answers(self.home, Path(self.get_body_argument("folder").strip().strip('"')).expanduser())

    def starts(self) -> None:
        day = self.get_body_argument("starts", "")
        try:
            self.home.change(starts=date.fromisoformat(day).isoformat() if day else None)
        except ValueError as error:
            raise Trouble("no-date", date=day) from error

    def shortcut(self) -> None:
        shortcut.make(self.home)

    def forget(self) -> None:
        """Delete everything, if the trainee has said so twice: the tick and the button."""
        if self.get_body_argument("sure", "") == "yes":
            with writing(self.home.answers):
                forget.forget()


class ExportHandler(PageHandler):
    """Everything the trainee has written, in one readable file."""

    @web.authenticated
    def get(self) -> None:
        language = self.home.language
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_attachment_header(words(language, "lab")["start"]["export-file"])
        self.finish(page(language))


class StartPage:
    """What the start page shows, as plain values for the template."""

    def __init__(self, home: Home, language: str, url) -> None:
        self.home, self.language, self.url = home, language, url
        self.say = words(language, "lab")["start"]
        self.ticked = store.read(sheet_path("journal"))["days"] if home.answers.is_dir() else {}

    def content(self) -> dict:
        settings = self.home.settings
        return {
            "lang": self.language,
            "say": self.say,
            "language_names": {code: words(code, "lab")["start"]["name"] for code in languages()},
            "url": self.url,
            "hub": in_hub(),
            "ask_computer": settings["alone"] is None and not in_hub(),
            "settings": settings,
            "place": self.home.place,
            "home": self.home,
            "missing": not self.home.answers.is_dir(),
            "damaged": store.damaged(sheet_path("journal")),
            "shortcut": shortcut.offered(),
            "crisis": crisis_html("general", self.language),
            "assignments": assignment_list.listed(self.home.answers, self.language, self.url),
            "feedback": assignment_list.feedback(self.home.answers, self.url),
            **self.where(),
        }

    def where(self) -> dict:
        course = load()
        now = progress(course, self.ticked, self.home.settings["starts"], date.today())
        return {
            "progress": now,
            "today": now.today and self.day(now.today),
            "date": now.date and nice_date(now.date, self.language, "EEEE d MMMM"),
            "is_today": now.date == date.today(),
            "next_step": now.next_step and self.day(now.next_step),
            "modules": [self.module(module) for module in course.modules],
        }

    def module(self, module: Module) -> dict:
        return {
            "number": module.number,
            "title": module.title[self.language],
            "about": module.about[self.language],
            "days": [self.day(day) for day in module.days],
        }

    def day(self, day: Day) -> dict:
        written = is_written(self.home.course, self.language, day)
        return {
            "id": day.id,
            "title": day.title[self.language],
            "where": self.say["where"].format(module=day.module, day=day.number),
            "hours": f"{day.minutes / 60:g}",
            "done": day.id in self.ticked,
            "url": self.url("doc/tree", notebook_path(self.language, day)) if written else None,
        }
