"""The leader's pages: the overview, the look before feedback is made, a feedback page, the report."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from tornado import web

from mbkurs.grading.privacy import open_to_others
from mbkurs.grading.report import report
from mbkurs.grading.rubric import RubricError
from mbkurs.labui.assignments import LOOK_ONLY, with_links
from mbkurs.labui.server import log_file
from mbkurs.labui.startpage import PageHandler
from mbkurs.language import nice_date
from mbkurs.leader import formgrader
from mbkurs.leader.desk import Desk, Notice
from mbkurs.leader.happened import happened
from mbkurs.leader.overview import Overview, courses, names, overview
from mbkurs.places import languages
from mbkurs.words import words

HERE = Path(__file__).parent
TYPES = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@cache
def templates() -> Environment:
    return Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True)


class LeaderHandler(PageHandler):
    """What every request of the leader's has in common."""

    @property
    def desk(self) -> Desk:
        return self.settings["mbkurs_leader"]

    @property
    def language(self) -> str:
        return self.home.language

    @property
    def say(self) -> dict:
        return words(self.language, "leader")

    def assignment(self, asked: str) -> str:
        """The assignment that was asked for; else the first there is."""
        there = list(names(self.desk.assignments, self.language))
        if asked and asked not in there:
            raise web.HTTPError(404)
        return asked or there[0]

    def course(self, language: str) -> Path:
        if language not in languages():
            raise web.HTTPError(404)
        return self.desk.assignments / language

    def to_leader(self, assignment: str) -> str:
        return self.url("mbkurs/leader") + f"?assignment={assignment}"

    async def overview(self, assignment: str) -> Overview:
        """How it stands; a fault in the course itself is told, and nothing is shown."""
        try:
            return await self.desk.quick(overview, self.desk.assignments, self.language, assignment)
        except RubricError:
            self.log.exception("The rubric of %s", assignment)
            trouble = self.say["trouble"]["not-ready"].format(log=log_file(self.home))
            self.desk.say(Notice(troubles=[trouble]))
            return Overview(assignment)

    def draw(self, template: str, **values) -> None:
        self.set_header("Cache-Control", "no-store")
        page = templates().get_template(f"{template}.html.j2")
        common = {
            "lang": self.language,
            "say": self.say,
            "url": self.url,
            "xsrf": self.xsrf_token.decode(),
            "language_names": {code: words(code, "lab")["start"]["name"] for code in languages()},
            "folder": self.desk.assignments,
        }
        self.finish(page.render(common | values))


class PageOfLeader(LeaderHandler):
    """The overview of one assignment."""

    @web.authenticated
    async def get(self) -> None:
        if self.get_query_argument("token", None):
            self.redirect(self.url("mbkurs/leader"))  # see StartHandler
            return
        name = self.assignment(self.get_query_argument("assignment", ""))
        now = await self.overview(name)
        self.draw(
            "leader",
            now=now,
            assignments=names(self.desk.assignments, self.language),
            deadline=now.day and nice_date(now.day, self.language),
            exposed=[course for course in now.courses if open_to_others(course)],
            privacy=words(self.language, "grading")["privacy"],
            work=self.desk.work.state,
            stopped=(self.desk.work.last or {}).get("stopped", False),
            notice=happened(self.desk, self.language),
        )


class WorkOfLeader(LeaderHandler):
    """``GET``: how far the work has come, in words; ``{}`` when nothing is going on."""

    @web.authenticated
    def get(self) -> None:
        state = self.desk.work.state
        if state:
            first = (key for key in ("stopping", "waiting") if state[key])
            counted = state["kind"] in ("grade", "back")
            key = next(first, "starting" if counted and not state["total"] else state["kind"])
            state = state | {"said": self.say["work"][key].format(**state)}
        self.set_header("Cache-Control", "no-store")
        self.finish(state)


class MarkByHand(LeaderHandler):
    """Opens formgrader at the next submission that waits, at one trainee's, or at the first to read again."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        there = courses(self.desk.assignments, self.language, self.assignment(assignment))
        found = await self.desk.quick(self.find, there, assignment)
        self.desk.say(Notice())
        if found is None:
            ready = self.get_query_argument("after", "")
            self.desk.say(Notice([self.say["done"]["read-all" if ready else "nothing-to-read"]]))
            self.redirect(self.to_leader(assignment))
            return
        course, submission = found
        await self.desk.quick(self.desk.formgrader.use, course)
        self.redirect(self.url("formgrader/submissions", submission) + "/")

    def find(self, there: list[Path], assignment: str):
        who, after = self.get_query_argument("who", ""), self.get_query_argument("after", "")
        if who:
            return formgrader.submission_of(self.course(self.get_query_argument("course")), assignment, who)
        found = formgrader.submission(there, assignment, after=after)
        return found or (None if after else formgrader.any_submission(there, assignment))


class Confirm(LeaderHandler):
    """Who would get what, before anything is made."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        self.desk.say(Notice())
        self.draw("confirm", now=await self.overview(self.assignment(assignment)))


class Returned(LeaderHandler):
    """A feedback page that was made."""

    @property
    def content_security_policy(self) -> str:
        return LOOK_ONLY

    @web.authenticated
    def get(self, language: str, assignment: str, who: str) -> None:
        folder = self.course(language) / "returned" / self.assignment(assignment)
        file = folder / f"{who}.html"
        if file.parent != folder or not file.is_file() or file.is_symlink():
            raise web.HTTPError(404)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        back = (self.say["confirm"]["to-leader"], self.to_leader(assignment))
        self.finish(with_links(file.read_text(encoding="utf-8"), [back]))


class Report(LeaderHandler):
    """The report, made anew; with ``?form=csv`` or ``xlsx`` the same as a file."""

    @property
    def content_security_policy(self) -> str:
        return "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

    @web.authenticated
    async def get(self, language: str, assignment: str) -> None:
        course, form = self.course(language), self.get_query_argument("form", "html")
        try:
            page = await self.desk.quick(report, course, self.assignment(assignment))
        except Exception:  # whatever it is, the leader gets a sentence, and the log the rest
            self.log.exception("The report was not made")
            trouble = self.say["trouble"]["no-report"].format(log=log_file(self.home))
            self.desk.say(Notice(troubles=[trouble]))
            self.redirect(self.to_leader(assignment))
            return
        if form in TYPES:
            file = page.with_suffix(f".{form}")
            self.set_attachment_header(file.name)
            self.set_header("Content-Type", TYPES[form])
            self.finish(file.read_bytes())
            return
        say, own = self.say, self.request.path
        links = [(say["confirm"]["to-leader"], self.to_leader(assignment))]
        links += [(say["report"]["csv"], f"{own}?form=csv"), (say["report"]["excel"], f"{own}?form=xlsx")]
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(with_links(page.read_text(encoding="utf-8"), links))


class Static(LeaderHandler):
    """The page's own script and style."""

    @web.authenticated
    def get(self, name: str) -> None:
        kind = "text/javascript" if name.endswith(".js") else "text/css"
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish((HERE / "static" / name).read_bytes())
