"""A day printed from the browser: nothing of the screen, nothing cut, no label alone at the foot."""

import re
import subprocess

import pytest

from mbkurs.exercises import KINDS
from mbkurs.words import words

pytestmark = pytest.mark.browser
DAYS = ("nb/01-arriving/1-welcome.html", "nb/01-arriving/3-looking-after-myself.html")
MM = 72 / 25.4
ANSWER = "Kaffe med naboen. " * 60 + "Siste setning."


@pytest.fixture(scope="module")
def sheets(browser, site, tmp_path_factory) -> dict[str, list[str]]:
    """The sheets of each day as ``pdftotext -bbox`` sees them; a dark screen, and one long answer."""
    found = {}
    for number, day in enumerate(DAYS):
        context = browser.new_context(service_workers="block", color_scheme="dark")
        page = context.new_page()
        page.goto(f"{site}/{day}", wait_until="networkidle")
        page.locator(".mb-text textarea").first.fill(ANSWER)
        file = tmp_path_factory.mktemp("print") / f"{number}.pdf"
        page.pdf(path=file, format="A4", prefer_css_page_size=True)
        context.close()
        box = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True)
        found[day] = box.stdout.split("<page ")[1:]
    return found


def text(sheet: str) -> str:
    return " ".join(re.findall(r">([^<>]+)</word>", sheet))


@pytest.mark.parametrize("day", DAYS)
def test_the_timetable_and_a_long_answer_are_whole(sheets, day):
    say = words("nb", "syllabus")
    pages = [text(sheet) for sheet in sheets[day]]
    assert any("Hvordan Minutter" in page and f"{say['together']} 5 timer" in page for page in pages)
    assert any("Siste setning." in page for page in pages)


@pytest.mark.parametrize("day", DAYS)
def test_no_exercise_begins_with_its_label_alone(sheets, day):
    labels = {words("nb", "exercises")[kind]["name"] for kind in KINDS}
    assert [page for sheet in sheets[day] if (page := text(sheet)).rsplit(" ", 1)[-1] in labels] == []


@pytest.mark.parametrize("day", DAYS)
def test_nothing_of_the_screen_and_nothing_outside_the_margins(sheets, day):
    say = words("nb", "book")
    everything = " ".join(text(sheet) for sheet in sheets[day])
    for unwanted in (say["skip"], say["footer-private"], say["on-this-page"], say["answers"]["title"]):
        assert unwanted not in everything
    sides = [
        (float(left), float(right))
        for sheet in sheets[day]
        for left, right in re.findall(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)"', sheet)
    ]
    assert min(left for left, _ in sides) > 20 * MM and max(right for _, right in sides) < 190 * MM
