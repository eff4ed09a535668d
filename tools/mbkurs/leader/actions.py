"""What the leader's buttons do. Each ends in the overview, which says what happened."""

import tempfile
from datetime import date
from pathlib import Path

import click
from sqlalchemy.exc import OperationalError
from tornado import web

from mbkurs.grading import privacy, register
from mbkurs.grading.command import sentence
from mbkurs.grading.erase import erase
from mbkurs.grading.handin import write
from mbkurs.grading.roster import MAX_DAYS, RosterError, read
from mbkurs.leader.desk import Notice
from mbkurs.leader.happened import arrived, happened, unwritten
from mbkurs.leader.incoming import put_aside, take
from mbkurs.leader.overview import Row, courses, names
from mbkurs.leader.pages import LeaderHandler
from mbkurs.places import languages
from mbkurs.words import words


class Action(LeaderHandler):
    """``POST mbkurs/leader/WHAT`` with the field ``assignment``: which one the page shows."""

    @web.authenticated
    async def post(self, what: str) -> None:
        self.name = self.assignment(self.get_body_argument("assignment", ""))
        changes = {"take": self.take, "list": self.roster, "deadline": self.deadline, "time": self.time,
                   "aside": self.aside, "grade": self.grade, "back": self.back,
                   "keep": self.keep, "restore": self.restore, "forget": self.forget}  # fmt: skip
        others = {"language": self.speak, "stop": self.stop, "folder": self.folder, "close": self.close}
        if what in others:
            others[what]()
        elif what not in changes:
            raise web.HTTPError(404)
        elif self.desk.work.running:
            # A second click on the same button finds its work going on already: nothing to say.
            self.desk.busy = what not in ("take", "grade", self.desk.work.state["kind"])
        else:
            await self.change(changes[what])
        self.redirect(self.to_leader(self.name))

    async def change(self, what) -> None:
        """Does it, and says what came of it; trouble is a sentence, never a trace."""
        self.desk.say(Notice())
        say = self.say["trouble"]
        try:
            await what()
        except OSError as error:
            self.desk.notice.troubles.append(unwritten(error, say, self.desk))
        except OperationalError:
            self.log.exception("The gradebook")
            self.desk.notice.troubles.append(say["locked"])

    @property
    def sent(self) -> list:
        """The files that were chosen; a browser sends one without a name where none was."""
        return [each for each in self.request.files.get("file", []) if each.filename]

    def speak(self) -> None:
        language = self.get_body_argument("language")
        if language in languages():
            self.home.speak(language)
            self.desk.say(Notice())

    def stop(self) -> None:
        self.desk.work.stop()

    def folder(self) -> None:
        """Opens the folders that the page speaks of in the system's own window."""
        for folder in happened(self.desk, self.language).folders:
            click.launch(folder)  # ``webbrowser`` is not meant for folders, and on a Mac may do nothing

    def close(self) -> None:
        """Lets no other account of this machine into the folders."""
        self.desk.say(Notice([words(self.language, "grading")["privacy"]["closed"]]))
        try:
            for course in courses(self.desk.assignments, self.language, self.name):
                privacy.close(course)
        except OSError as error:
            self.desk.say(Notice(troubles=[unwritten(error, self.say["trouble"], self.desk)]))

    async def take(self) -> None:
        sent = [(each.filename, each.body) for each in self.sent]
        done = await self.desk.quick(take, sent, self.desk.assignments, self.language)
        titles = names(self.desk.assignments, self.language)
        self.desk.notice = arrived(done, self.name, titles, self.language)
        taken = [each for each in done if each.taken.outcome == "taken"]
        rounds = {(str(each.course), each.taken.assignment) for each in taken}
        if rounds:
            self.desk.work.start("grade", self.name, rounds=sorted(rounds))

    async def grade(self) -> None:
        there = courses(self.desk.assignments, self.language, self.name)
        self.desk.work.start("grade", self.name, rounds=[(str(course), self.name) for course in there])

    async def back(self) -> None:
        chosen: dict[str, list[str]] = {}
        for each in self.get_body_arguments("who"):
            language, _, who = each.partition("/")
            chosen.setdefault(str(self.course(language)), []).append(who)
        if chosen:
            self.desk.work.start("back", self.name, who=chosen)
        else:
            self.desk.notice.troubles.append(self.say["done"]["back-none"])

    async def keep(self) -> None:
        self.desk.work.start("keep", self.name, assignments=str(self.desk.assignments))

    async def restore(self) -> None:
        if not self.sent or self.get_body_argument("sure", "") != "yes":
            self.desk.notice.troubles.append(self.say["done"]["not-sure"])
            return
        folder = self.desk.assignments / "backup"
        folder.mkdir(exist_ok=True, mode=0o700)
        file = folder / ".sent.zip"
        await self.desk.quick(write, file, self.sent[0].body)
        asked = {"assignments": str(self.desk.assignments), "file": str(file)}
        self.desk.work.start("restore", self.name, **asked)

    async def roster(self) -> None:
        say = self.say["done"]
        if not self.sent:
            self.desk.notice.troubles.append(say["none-chosen"])
            return
        try:
            listed = await self.desk.quick(self._read, self.sent[0].filename, self.sent[0].body)
        except RosterError as error:
            grading = words(self.language, "grading")
            wrong = [sentence(problem, grading) for problem in error.problems]
            self.desk.notice.troubles += [say["list-failed"], *wrong]
            return
        await self.desk.quick(register.take_list, self.desk.assignments, listed, self.language)
        self.desk.notice.lines.append(say["list"].format(count=len(listed)))

    @staticmethod
    def _read(name: str, content: bytes):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"list{Path(name).suffix}"
            path.write_bytes(content)
            return read(path)

    async def deadline(self) -> None:
        text = self.get_body_argument("day", "").strip()
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError:
            self.desk.notice.troubles.append(self.say["trouble"]["no-day"].format(text=text))
            return
        for course in courses(self.desk.assignments, self.language, self.name):
            await self.desk.quick(register.set_deadline, course, self.name, day)
        self.desk.notice.lines.append(self.say["done"]["deadline" if day else "no-deadline"])

    async def time(self) -> None:
        text = self.get_body_argument("days", "").strip()
        language, _, who = self.get_body_argument("who", "").partition("/")
        if not (text.isdecimal() and int(text) <= MAX_DAYS):
            self.desk.notice.troubles.append(self.say["trouble"]["no-days"].format(text=text))
            return
        row = await self.row(language, who)
        await self.desk.quick(register.give_days, self.course(language), row.id, row.name, int(text))
        self.desk.notice.lines.append(self.say["done"]["time"].format(name=row.name, count=int(text)))

    async def forget(self) -> None:
        """Deletes all that is kept of one trainee, if the leader says so twice: the tick and the button."""
        language, _, who = self.get_body_argument("who", "").partition("/")
        row = await self.row(language, who)
        if self.get_body_argument("sure", "") != "yes":
            self.desk.notice.troubles.append(self.say["done"]["not-forgotten"])
            return
        await self.desk.quick(erase, self.course(language), row.id)
        self.desk.notice.lines.append(self.say["done"]["forgotten"].format(name=row.name))

    async def row(self, language: str, who: str) -> Row:
        """The trainee that was chosen from the list on the page."""
        now = await self.overview(self.name)
        for row in now.rows:
            if (row.language, row.id) == (language, who):
                return row
        raise web.HTTPError(404)

    async def aside(self) -> None:
        language, _, name = self.get_body_argument("file", "").partition("/")
        folder = await self.desk.quick(put_aside, self.course(language), name)
        if folder:
            self.desk.notice.lines.append(self.say["done"]["aside"].format(file=name, folder=folder))
