"""The whole round, once for each language: a leader, a trainee at the exchange, one with a file."""

import getpass
import shutil
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from mbkurs.grading.grade import by_hand, grade, nbgrader
from mbkurs.grading.handin import hand_in
from mbkurs.grading.intake import take_in
from mbkurs.grading.roster import Person
from tests.grading.site import (
    NAME,
    Site,
    answer,
    choices_of,
    mark,
    rows,
    send,
    server,
    texts_of,
    vandalise,
)

ANNE = "Anne Ærlig"
SCRIPT = "<script>document.title = 'evil'</script>"


# What formgrader's buttons "generate" and "autograde" send.
PRESS = """async (path) => {
  const headers = { "X-CSRFToken": getCookie("_xsrf") };
  return await (await fetch(`${base_url}/api/${path}`, { method: "POST", headers })).json();
}"""

# How many levels each comment holds, every time that it changes.
COUNT = """() => {
  window.levels = [];
  formgrader.comments.on("change", (comment) => {
    levels.push([comment.get("name"), (comment.get("manual_comment") ?? "").split("▸ ").length - 1]);
  });
}"""


@dataclass
class Round:
    """One language's round so far: ``me`` hands in through the exchange, ``ANNE`` with a file."""

    site: Site
    language: str
    me: str
    marker: Path
    before: dict
    marks: dict

    @property
    def course(self) -> Path:
        return self.site.course(self.language)

    @property
    def fetched(self) -> Path:
        return self.site.root / f"trainee-{self.language}"


@pytest.fixture(scope="session")
def empty_gradebook(tmp_path_factory) -> Path:
    """A new gradebook; making one starts another program, so it is made once and copied."""
    course = tmp_path_factory.mktemp("empty")
    with nbgrader(course) as api, api.gradebook:
        return course / "gradebook.db"


@pytest.fixture
def place(tmp_path, empty_gradebook) -> Site:
    """A course with an empty gradebook, to which hand-in files can be sent."""
    site = Site(tmp_path / "place")
    for language in ("nb", "en"):
        (site.course(language) / "handed-in").mkdir()
        shutil.copy(empty_gradebook, site.course(language))
    return site


@pytest.fixture(scope="session")
def reported(tmp_path_factory, empty_gradebook) -> Site:
    """A course that a leader has been through: two read, one waiting, one damaged, one late, one missing.

    Kari has points and is passed, Ola has chosen a pass without points and is not there yet.
    """
    site = Site(tmp_path_factory.mktemp("reported"))
    course = site.course("nb")
    (course / "handed-in").mkdir()
    shutil.copy(empty_gradebook, course)
    wrong, right = choices_of(site, best=False), choices_of(site, best=True)
    first = dict(list(right.items())[:1])
    send(site, "k1", texts_of(site) | wrong | first)
    send(site, "Ola", texts_of(site) | wrong, points=False, hours=1)
    send(site, "Per", {}, hours=30)
    send(site, "Siv", {next(iter(wrong)): {"kind": "choice", "value": {"chosen": ["?"]}, "saved": ""}})
    (course / "handed-in" / "torn.mbkurs.json").write_text("{")
    (course / "handed-in" / "copy.mbkurs (1).json").write_text("{}")
    people = [Person("k1", "Kari =Moen"), Person("å", "Åse Berg"), Person("Ola", "Ola Dahl")]
    grade(course, NAME, people=people, deadline=date(2026, 11, 20))
    mark(site, "k1", 1)
    mark(site, "Ola", 0, "Vel gjort")
    (course / "submitted" / "Eva" / NAME).mkdir(parents=True)
    return site


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    return Site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session", params=["nb", "en"])
def graded(site, request) -> Round:
    """Generated, released, fetched, answered, handed in both ways, collected, autograded."""
    if sys.platform == "win32":
        pytest.skip("nbgrader has no exchange on Windows")
    language, me = request.param, getpass.getuser()
    course, folder, marker = (
        site.course(language),
        site.root / f"trainee-{language}",
        site.root / f"ran-{language}",
    )
    site.nbgrader(course, "generate_assignment", NAME)
    site.nbgrader(course, "release_assignment", NAME)
    folder.mkdir()
    site.nbgrader(folder, "fetch_assignment", NAME, f"--course=mb-{language}")
    answer(folder / NAME / "answers.json", site.assignment(language), best=True, text=f"MINE {SCRIPT}")
    vandalise(folder / NAME / f"{NAME}.ipynb", marker)
    site.nbgrader(folder, "submit", NAME, f"--course=mb-{language}")
    home = site.root / f"anne-{language}"
    answer(home / "assignments" / NAME / "answers.json", site.assignment(language), best=False, text="ANNES")
    take_in([hand_in(home, NAME, trainee=ANNE, language=language).file], course)
    site.nbgrader(course, "collect", NAME)
    site.nbgrader(course, "autograde", NAME)
    return Round(site, language, me, marker, rows(course), {})


@pytest.fixture(scope="session")
def returned(graded, browser) -> Round:
    """Marked by hand in formgrader, autograded again by its button, and given back."""
    with server(graded.course, graded.site.environment, by_hand(graded.course, NAME)) as address:
        page = browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
        graded.marks = _mark_by_hand(page, address, graded)
        page.context.close()
    graded.site.nbgrader(graded.course, "generate_feedback", NAME)
    graded.site.nbgrader(graded.course, "release_feedback", NAME)
    graded.site.nbgrader(graded.fetched, "fetch_feedback", NAME, f"--course=mb-{graded.language}")
    graded.site.nbgrader(graded.course, "export")
    return graded


def _mark_by_hand(page, address: str, graded: Round) -> dict:
    """Opens my submission in formgrader, chooses levels, writes a comment; what was seen there."""
    outside = []
    page.on("request", lambda request: outside.append(request.url) if address not in request.url else None)
    page.goto(f"{address}/?token=t")
    page.locator("table a[href*=submissions]").first.click()
    page.wait_for_function("window.formgrader?.comments?.loaded && formgrader.grades.loaded")
    if page.locator("details.name p").text_content() != graded.me:
        page.locator("a[rel=next]").click()
        page.wait_for_function("window.formgrader?.comments?.loaded && formgrader.grades.loaded")
    seen = {"name": page.locator("details.name p").text_content(), "text": page.locator("main").inner_text()}
    seen["levels"] = _choose_levels(page)
    first = page.locator("[data-task]").first
    with page.expect_response(_saved("comment")):
        first.locator("textarea").press_sequentially(f"\nVel gjort {SCRIPT}")
        first.locator("textarea").blur()
    page.wait_for_function("formgrader.grades.every((grade) => !grade.get('needs_manual_grade'))")
    paths = [f"assignment/{NAME}/assign", f"submission/{NAME}/{graded.me}/autograde"]
    seen["buttons"] = [page.evaluate(PRESS, path) for path in paths]
    page.wait_for_function("$('.saved:visible').length === 0")
    seen["axe"] = Axe().run(page).response["violations"]
    page.screenshot(path=graded.site.root / f"formgrader-{graded.language}.png", full_page=True)
    return seen | {"outside": outside, "html": page.content()}


def _choose_levels(page) -> list[tuple[str, int]]:
    """Clicks a level for every criterion, faster than the server answers; how many each comment then held."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    slow = {"offline": False, "latency": 400, "downloadThroughput": -1, "uploadThroughput": -1}
    network.send("Network.emulateNetworkConditions", slow)
    page.evaluate(COUNT)
    for criterion in page.locator("[data-task] fieldset").all():
        criterion.locator("input").nth(1).check()
    page.wait_for_function("formgrader.grades.every((grade) => !grade.get('needs_manual_grade'))")
    network.send("Network.emulateNetworkConditions", slow | {"latency": 0})
    return page.evaluate("window.levels")


def _saved(what: str):
    return lambda response: f"/api/{what}/" in response.url and response.request.method == "PUT"
