"""Requests from course pages: answers, ticked days, what a page needs to know. Contract: tools/README.md."""

import json
import math
import re

from filelock import Timeout
from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web

from mbkurs.answers import sheet_path, store
from mbkurs.exercises import KINDS
from mbkurs.labui.handler import OfTrainee
from mbkurs.labui.home import in_hub
from mbkurs.labui.progress import around, notebook_path
from mbkurs.labui.trouble import is_full
from mbkurs.places import languages
from mbkurs.syllabus import Day, load
from mbkurs.words import words

MOST = 1_000_000  # bytes of one answer; a novel chapter is a tenth of it
LONGEST_TAB = 64  # characters of a tab's name; the page makes one of 36


class CourseHandler(OfTrainee, APIHandler):
    """Requests that answer with data."""

    def refuse(self, status: int, reason: str) -> None:
        """End with an error the page has words for (``delivery`` in ``words/<language>/lab.yml``)."""
        self.set_status(status)
        self.finish({"reason": reason})

    def keep(self, change) -> None:
        """Answer with what ``change()`` returns, or say why it could not be kept."""
        if not self.home.answers.is_dir():
            self.refuse(503, "no-folder")
            return
        try:
            self.finish(change())
        except Timeout:
            self.refuse(503, "waiting")
        except OSError as error:
            self.refuse(507 if is_full(error) else 503, "full" if is_full(error) else "unwritable")


class HereHandler(CourseHandler):
    """Where answers go: into which folder (as a name that tells nothing), on what machine, shared or not."""

    @web.authenticated
    def get(self) -> None:
        where = "hub" if in_hub() else "server"
        shared = self.home.settings["alone"] is False
        self.finish({"place": self.home.place, "where": where, "shared": shared})


class SheetHandler(CourseHandler):
    """The whole answer sheet."""

    @web.authenticated
    def get(self, sheet: str) -> None:
        self.keep(lambda: store.read(sheet_path(sheet)))


class AnswerHandler(CourseHandler):
    """One answer."""

    @web.authenticated
    def put(self, sheet: str, exercise_id: str) -> None:
        body = self.get_json_body() if len(self.request.body) <= MOST else None
        if not _is_answer(body):
            self.refuse(400, "refused")
            return
        self.keep(lambda: self.save(sheet, exercise_id, body))

    def save(self, sheet: str, exercise_id: str, body: dict) -> dict:
        """When it was saved; and the sheet's own value, where that is newer than what came twice."""
        kind, value, typed = body["kind"], body["value"], body.get("typed")
        entry = store.save(sheet_path(sheet), exercise_id, kind, value, body["base"], typed)
        newer = {"value": entry["value"]} if entry["value"] != value else {}
        return {"saved": entry["saved"], "revision": entry["revision"]} | newer


def _is_answer(body) -> bool:
    return (
        isinstance(body, dict)
        and body.get("kind") in KINDS
        and isinstance(body.get("base"), int)
        and "value" in body
        and (body["value"] is None or isinstance(body["value"], dict))
        and (body.get("typed") is None or _is_typed(body["typed"]))
    )


def _is_typed(typed) -> bool:
    return (
        isinstance(typed, dict)
        and isinstance(typed.get("tab"), str)
        and len(typed["tab"]) <= LONGEST_TAB
        and isinstance(typed.get("at"), int | float)
        and math.isfinite(typed["at"])
    )


class DayHandler(CourseHandler):
    """The tick that counts a day."""

    @web.authenticated
    def put(self, day: str) -> None:
        body = self.get_json_body()
        if day not in {known.id for known in load().days} or not isinstance((body or {}).get("done"), bool):
            self.refuse(400, "refused")
            return
        self.keep(lambda: {"days": store.tick(sheet_path("journal"), day, body["done"])})


class PageHandler(CourseHandler):
    """What the frame of a course page shows: where one is, the days around, the words."""

    @web.authenticated
    def get(self, language: str, page: str) -> None:
        if language not in languages():
            raise web.HTTPError(404)
        say = words(language, "lab")["page"]
        start = {"text": say["to-start"], "url": url_path_join(self.base_url, "mbkurs/start")}
        frame = {"words": say, "start": start, "title": say["course"], "where": say["course"]}
        day = next((day for day in load().days if day.page == page), None)
        assignment = re.fullmatch(r"assignments/([a-z0-9-]+)", page)
        if assignment:
            frame |= self.assignment(assignment[1], language)
        self.finish(json.dumps(frame | (self.about(day, language) if day else {})))

    def assignment(self, slug: str, language: str) -> dict:
        """After the last question comes the look at what will be handed in."""
        address = f"{url_path_join(self.base_url, 'mbkurs/handin', slug)}?language={language}"
        return {"next": {"text": words(language, "lab")["page"]["hand-in"], "url": address, "rel": "next"}}

    def about(self, day: Day, language: str) -> dict:
        say = words(language, "lab")["page"]
        before, after = around(load(), self.home.course, language, day)
        where = say["where"].format(module=day.module, day=day.number)
        return {
            "day": day.id,
            "title": f"{day.title[language]} · {say['course']}",
            "where": where,
            "done": day.id in store.read(sheet_path("journal"))["days"],
            "previous": _link(before, language, say["previous"], "prev"),
            "next": _link(after, language, say["next"], "next"),
        }


def _link(day: Day | None, language: str, template: str, rel: str) -> dict | None:
    if day is None:
        return None
    return {
        "text": template.format(title=day.title[language]),
        "path": notebook_path(language, day),
        "rel": rel,
    }
