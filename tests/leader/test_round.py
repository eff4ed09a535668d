"""The whole round through real programs: a trainee hands in, a leader who types no command does the rest.

Every click of both is counted, and the numbers are written in book/*/leader/assessing.md.
"""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.grading.site import NAME, rows
from tests.labui.conftest import Course
from tests.leader.conftest import LIST

pytestmark = pytest.mark.browser
ANSWER = "Jeg ville satt meg ned og spurt."


class Person:
    """Somebody at a machine, whose clicks are counted by what they are for."""

    def __init__(self, page):
        self.page, self.counts = page, {}

    def click(self, what: str, locator) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1
        locator.click()

    def choose(self, what: str, locator, files) -> None:
        """One click, and then the system's own window for choosing files."""
        with self.page.expect_file_chooser() as chooser:
            self.click(what, locator)
        chooser.value.set_files(files)

    def button(self, what: str, name: str) -> None:
        self.click(what, self.page.get_by_role("button", name=name))

    def link(self, what: str, name: str) -> None:
        self.click(what, self.page.get_by_role("link", name=name, exact=True))


def hand_in(person: Person, course: Course, folder):
    """From the trainee's start page to a file that can be sent."""
    page = person.page
    page.goto(course.start_url)
    page.get_by_role("link", name="Åpne oppgaven: Oppgave 1").click()
    page.locator(".mb-exercise textarea").first.fill(ANSWER)
    page.locator(".mb-status", has_text="Lagret.").first.wait_for()
    page.goto(course.start_url)
    person.link("hand in", "Se hva som blir levert: Oppgave 1: Å komme trygt i gang")
    page.get_by_label("Hva heter du?").fill("Kari")
    person.button("hand in", "Lag fila jeg skal levere")
    with page.expect_download() as download:
        person.link("hand in", "Last ned fila du skal sende")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.fixture(scope="module")
def sent(browser, running, tmp_path_factory):
    """The trainee's file, and her clicks."""
    home = tmp_path_factory.mktemp("trainee")
    (home / "settings.json").write_text(json.dumps({"schema": 1, "alone": True, "language": "nb"}))
    course = Course(home).start()
    context = browser.new_context(locale="nb-NO")
    try:
        trainee = Person(context.new_page())
        assert trainee.page.request.get(course.url("mbkurs/leader"), max_redirects=0).status == 404
        return hand_in(trainee, course, running.post), trainee.counts
    finally:
        context.close()
        course.stop()


def notice(page) -> str:
    """What the page says has happened, once the work is done."""
    expect(page.locator("#work")).to_be_hidden(timeout=60000)
    return page.locator("#notice").inner_text()


def axe(page) -> list:
    """What axe finds, in the light and in the dark, on a wide screen and on a phone."""
    found = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            violations = Axe().run(page).response["violations"]
            found += [(each["id"], each["nodes"][0]["html"]) for each in violations]
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def mark_all(leader: Person) -> int:
    """Chooses a level for every criterion of everybody who waits; how many people."""
    page, people = leader.page, 0
    leader.link("open marking", "Les svarene")
    while "/submissions/" in page.url:
        page.wait_for_function("window.formgrader?.comments?.loaded && formgrader.grades.loaded")
        people += 1
        for criterion in page.locator("[data-task] fieldset").all():
            with page.expect_response(lambda answer: "/api/comment/" in answer.url):
                leader.click("levels", criterion.locator("input").nth(1))
        page.wait_for_function("formgrader.grades.every((grade) => !grade.get('needs_manual_grade'))")
        page.wait_for_function("$('.saved:visible').length === 0")
        # John's submission is in English, and so is the page on which it is marked.
        name = re.compile("Neste som venter på deg|The next one waiting for you")
        leader.click("next", page.get_by_role("link", name=name))
        page.wait_for_load_state()
    return people


def test_the_whole_round(page, running, sent, tmp_path, capsys):
    file, clicks = sent
    leader = Person(page)
    page.goto(running.page.start_url)
    assert "token" not in page.url
    expect(page.locator(".standing")).to_contain_text("Ingen har levert ennå.")
    (tmp_path / "liste.csv").write_text(LIST, encoding="utf-8")
    leader.choose("list", page.get_by_text("Velg lista"), tmp_path / "liste.csv")
    # The first time, two gradebooks are made.
    expect(page.locator("#notice")).to_contain_text("Lista er tatt inn: 4 deltakere.", timeout=60000)

    (running.post / "torn.mbkurs.json").write_text("{")
    (running.post / "kvittering.html").write_text("<p>")
    files = [running.sent("Ola", hours=1), running.sent("John", language="en"), file]
    wrong = [running.post / "torn.mbkurs.json", running.post / "kvittering.html"]
    leader.choose("take in", page.get_by_text("Velg filer"), files + wrong)
    said = notice(page)
    assert "Tatt inn: John, Kari, Ola." in said and "3 leveringer er vurdert." in said
    assert "Ikke tatt inn: torn.mbkurs.json. Fila er skadet." in said
    assert "Ikke tatt inn: kvittering.html. Dette er kvitteringen." in said
    expect(page.locator(".standing")).to_contain_text("3 av 4 har levert. 3 venter på deg.")
    expect(page.get_by_role("row", name="Åse Berg")).to_contain_text("Ikke levert")
    expect(page.get_by_role("row", name="John Smith (English)")).to_contain_text("3 svar")
    assert axe(page) == []

    people = mark_all(leader)
    assert people == 3
    assert notice(page).endswith("Alt er lest. Nå kan du gi tilbakemelding.")
    expect(page.locator(".standing")).to_contain_text("Ingen venter på deg.")
    # Kari wrote one answer of three; the two empty ones are settled, and are not asked for.
    assert {who: marks for who, marks in rows(running.site.course("nb")).items() if any(
        waiting for _, _, waiting in marks.values())} == {}  # fmt: skip

    leader.link("give feedback", "Se over")
    expect(page.get_by_label("Kari Moen")).to_be_checked()
    assert axe(page) == []
    assert not (running.site.course("nb") / "returned").exists()
    leader.button("give feedback", "Lag tilbakemeldingene")
    assert "3 tilbakemeldinger er laget." in notice(page)
    returned = running.site.course("nb") / "returned" / NAME
    assert ANSWER in (returned / "Kari.html").read_text(encoding="utf-8")
    assert (running.site.course("en") / "returned" / NAME / "John.html").is_file()
    page.get_by_role("link", name="Se tilbakemeldingen til Kari Moen").click()
    expect(page.locator("main")).to_contain_text(ANSWER)
    page.get_by_role("link", name="Tilbake til oversikten").click()

    leader.click("report", page.get_by_role("link", name="Åpne rapporten", exact=True))
    expect(page.get_by_role("heading", name="Rapport")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned som Excel").click()
    download.value.save_as(tmp_path / "rapport.xlsx")
    names = [row[1].value for row in load_workbook(tmp_path / "rapport.xlsx").active.iter_rows()]
    assert {"Kari Moen", "Ola Dahl", "Åse Berg"} <= set(names)

    assert clicks == {"hand in": 3}
    levels = leader.counts.pop("levels")
    assert leader.counts == {"list": 1, "take in": 1, "open marking": 1, "next": people,
                             "give feedback": 2, "report": 1}  # fmt: skip
    with capsys.disabled():
        print(f"\nclicks: trainee {clicks}; leader {leader.counts}, levels {levels} for {people} people")


def test_the_same_page_in_english(page, running):
    page.goto(running.page.start_url)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="For course leaders")).to_be_visible()
    try:
        said = page.locator("body").inner_text()
        for word in ("Levert", "Vurder", "Deltaker", "Frist", "Velg", "Tilbakemelding"):
            assert word not in said, word
        page.get_by_label("Last day").fill("2026-11-20")
        page.get_by_role("button", name="Save the deadline").click()
        expect(page.locator("#notice")).to_contain_text("The deadline is saved.")
        expect(page.locator(".standing")).to_contain_text("The deadline is 20 November 2026.")
        assert axe(page) == []
    finally:
        page.get_by_role("button", name="Norsk").click()
