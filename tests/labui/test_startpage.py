"""The start page: where a trainee is, what comes next, and who can see what they write."""

import json
import sys

import pytest
from playwright.sync_api import expect

from tests.labui.conftest import Course, until
from tests.labui.messages import english_on

pytestmark = pytest.mark.browser


def settings(course, **changes):
    path = course.home / "settings.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), encoding="utf-8")


def test_the_first_start_asks_whose_computer_it_is(course, page):
    settings(course, alone=None)
    page.goto(course.start_url)
    assert "token" not in page.url
    expect(page.get_by_role("heading", name="I dag")).to_be_hidden()
    expect(page.get_by_label("Hvilken mappe skal svarene ligge i?").first).to_be_hidden()
    page.get_by_label("Ja, eller jeg har min egen bruker").check()
    page.get_by_role("button", name="Gå videre").click()
    expect(page.get_by_role("heading", name="I dag")).to_be_visible()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep the desktop elsewhere")
def test_the_first_start_offers_a_shortcut_on_the_desktop(tmp_path, page):
    (tmp_path / "Desktop").mkdir()
    course = Course(tmp_path / "MB-kurs", environment={"HOME": str(tmp_path)}).start()
    try:
        page.goto(course.start_url)
        expect(page.get_by_label("Lag snarvei på skrivebordet")).to_be_checked()
        page.get_by_label("Ja, eller jeg har min egen bruker").check()
        page.get_by_role("button", name="Gå videre").click()
        expect(page.get_by_role("heading", name="I dag")).to_be_visible()
        (made,) = (tmp_path / "Desktop").iterdir()
        assert "course.py lab" in made.read_text(encoding="utf-8")
    finally:
        course.stop()


def test_on_a_shared_computer_answers_go_to_the_folder_that_is_chosen(course, page, open_day, note, tmp_path):
    settings(course, alone=None)
    page.goto(course.start_url)
    page.get_by_label("Nei, flere logger inn").check()
    field = page.get_by_label("Hvilken mappe skal svarene ligge i?").first
    field.fill(str(tmp_path / "minnepenn"))
    page.get_by_role("button", name="Gå videre").click()
    expect(page.get_by_role("alert")).to_contain_text("finnes ikke")
    (tmp_path / "minnepenn").mkdir()
    page.get_by_label("Nei, flere logger inn").check()
    field.fill(str(tmp_path / "minnepenn"))
    page.get_by_role("button", name="Gå videre").click()
    open_day().fill("På minnepennen.")
    until(lambda: (tmp_path / "minnepenn/answers.json").exists())
    assert not course.sheet.exists()
    (tmp_path / "minnepenn").rename(tmp_path / "borte")
    page.goto(course.start_url)
    expect(page.get_by_role("heading", name="Vi finner ikke mappa")).to_be_visible()


def test_the_language_is_one_click_away_and_jupyterlab_follows(course, page):
    page.goto(course.start_url)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(course.day(language="en"))
    page.wait_for_selector(".mbkurs-bottom", timeout=60000)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_label("I am done with this day")).to_be_visible()
    page.goto(course.start_url)
    page.get_by_role("button", name="Norsk").click()
    expect(page.get_by_role("heading", name="I dag")).to_be_visible()


def test_today_is_the_first_day_that_is_not_ticked(course, page):
    course.ask("mbkurs/api/days/1.1", "PUT", {"done": True})
    page.goto(course.start_url)
    expect(page.locator(".today .where")).to_contain_text("Modul 1, dag 2")
    expect(page.get_by_label("Du har vært gjennom 5 av 180 timer.")).to_be_visible()


def test_everything_one_has_written_can_be_taken_along(course, page, note):
    body = {"kind": "text", "value": {"text": "Dette er mitt."}, "base": 0}
    course.ask(f"mbkurs/api/answers/journal/{note}", "PUT", body)
    page.goto(course.start_url)
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned alt jeg har skrevet").click()
    assert "Dette er mitt." in download.value.path().read_text("utf-8")


def test_a_damaged_sheet_is_set_aside_and_said_so(course, page):
    course.sheet.write_text('{"schema": 1, "answers": {"a', encoding="utf-8")
    page.goto(course.start_url)
    expect(page.get_by_text("lot seg ikke lese")).to_be_visible()
    [aside] = course.home.glob("answers-damaged-*.json")
    assert aside.read_text("utf-8") == '{"schema": 1, "answers": {"a'
    aside.unlink()


def test_the_start_page_speaks_bokmaal_fits_a_phone_and_passes_axe(course, page):
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": 320, "height": 700})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(course.start_url)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert english_on(page) == set()
        result = Axe().run(page)
        assert result.violations_count == 0, result.generate_report()


def test_who_is_not_let_in_is_told_so_in_bokmaal(course, page):
    for path in ("mbkurs/start", "doc/tree/nb/01-arriving/1-welcome.ipynb"):
        page.goto(course.url(path))
        expect(page.get_by_role("heading", name="Åpne kurset på nytt")).to_be_visible()
        assert english_on(page) == set()
    page.goto(course.start_url)
    page.goto(course.url("mbkurs/nowhere"))
    expect(page.get_by_role("heading", name="Vi fant ikke siden")).to_be_visible()
    page.get_by_role("link", name="Til startsiden").click()
    expect(page.get_by_role("heading", name="I dag")).to_be_visible()


def test_nothing_is_asked_of_another_host(course, page):
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.goto(course.start_url)
    page.goto(course.day())
    page.wait_for_selector(".mbkurs-bottom", timeout=60000)
    assert hosts == {f"127.0.0.1:{course.port}"}


def test_everything_can_be_deleted_after_saying_so_twice(course, page, note):
    course.ask(
        f"mbkurs/api/answers/journal/{note}", "PUT", {"kind": "text", "value": {"text": "mitt"}, "base": 0}
    )
    page.goto(course.start_url)
    page.get_by_text("Slett alt jeg har skrevet").click()
    page.get_by_role("button", name="Slett", exact=True).click()
    assert course.answer(note) == {"text": "mitt"}
    page.get_by_label("Ja, jeg vil slette alt").check()
    page.get_by_role("button", name="Slett", exact=True).click()
    page.wait_for_load_state()
    assert course.answer(note) is None
