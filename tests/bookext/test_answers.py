"""Exercises in the book: live with no server, kept in the reader's own browser, saved, loaded, forgotten."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mbkurs.words import words

pytestmark = pytest.mark.browser
DAY = "nb/01-arriving/1-welcome.html"
SAY = words("nb", "book")["answers"]
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('mbkurs:answer:'))"


def note(page):
    """The first text field of the page that is an exercise."""
    return page.locator(".mb-exercise textarea").first


def do(page, what: str):
    page.locator(f"[data-do={what}]").click()


@pytest.fixture
def day(page, site):
    page.goto(f"{site}/{DAY}")
    expect(note(page)).to_be_visible()
    return page


def save(page, folder: Path) -> Path:
    with page.expect_download() as download:
        do(page, "save")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_every_exercise_of_the_page_is_live(day):
    assert day.locator("[data-exercise]").count() == day.locator("[data-exercise] .mb-foot").count() > 2


def test_an_answer_is_there_after_reload(day):
    note(day).fill("Jeg tok bussen hit.")
    expect(day.locator("[data-part=count]")).to_have_text(SAY["count-one"])
    day.reload()
    expect(note(day)).to_have_value("Jeg tok bussen hit.")
    expect(day.locator("[data-part=count]")).to_have_text(SAY["count-one"])


def test_who_can_see_it_is_said(day):
    expect(day.locator(".mb-exercise .mb-who").first).to_contain_text("nettleseren")
    expect(day.locator("#answers")).to_contain_text(SAY["where"])


def test_two_tabs_lose_nothing(day, site):
    other = day.context.new_page()
    other.goto(f"{site}/{DAY}")
    note(day).fill("Fra den ene fanen.")
    expect(note(other)).to_have_value("Fra den ene fanen.")
    fields = other.locator(".mb-exercise textarea")
    fields.nth(1).fill("Fra den andre.")
    day.reload()
    expect(note(day)).to_have_value("Fra den ene fanen.")
    expect(day.locator(".mb-exercise textarea").nth(1)).to_have_value("Fra den andre.")


def test_saved_forgotten_and_loaded_again(day, tmp_path):
    note(day).fill("Ta vare på dette.")
    path = save(day, tmp_path)
    sheet = json.loads(path.read_text("utf-8"))
    assert sheet["schema"] == 1 and sheet["days"] == {}
    (entry,) = sheet["answers"].values()
    assert "Ta vare på dette." in json.dumps(entry["value"], ensure_ascii=False)
    assert entry["revision"] >= 1 and entry["saved"].endswith("Z")

    do(day, "forget")
    expect(day.get_by_role("dialog", name=SAY["forget-title"])).to_be_visible()
    assert day.evaluate("document.activeElement.dataset.do") == "keep"
    day.keyboard.press("Escape")
    expect(note(day)).to_have_value("Ta vare på dette.")
    do(day, "forget")
    do(day, "forget-now")
    expect(note(day)).to_have_value("")
    assert day.evaluate(KEPT) == []
    expect(day.locator("[data-part=message]")).to_have_text(SAY["forgotten"])

    day.locator("#answers input").set_input_files(path)
    expect(note(day)).to_have_value("Ta vare på dette.")
    expect(day.locator("[data-part=message]")).to_have_text(SAY["loaded-one"])


def test_a_loaded_answer_never_writes_over_a_newer_one(day, tmp_path):
    note(day).fill("Gammelt.")
    path = save(day, tmp_path)
    note(day).fill("Nytt.")
    day.locator("#answers input").set_input_files(path)
    expect(day.locator("[data-part=message]")).to_have_text(SAY["loaded-none"])
    expect(note(day)).to_have_value("Nytt.")
    kept = json.loads(save(day, tmp_path).read_text("utf-8"))["answers"]
    (entry,) = kept.values()
    (earlier,) = entry["earlier"]
    assert "Gammelt." in earlier["value"].values() or "Gammelt." in earlier["value"]["fields"].values()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("not json", "not-ours"),
        ('{"schema": 1}', "not-ours"),
        ('{"schema": 1, "answers": {"a": {"value": 1}}}', "not-ours"),
        ('{"schema": 99, "answers": {}}', "too-new"),
    ],
)
def test_a_file_that_is_no_answer_sheet_changes_nothing(day, tmp_path, content, said):
    note(day).fill("Blir stående.")
    path = tmp_path / "other.json"
    path.write_text(content, "utf-8")
    day.locator("#answers input").set_input_files(path)
    expect(day.locator("[data-part=message]")).to_have_text(SAY[said].format(name="other.json"))
    expect(note(day)).to_have_value("Blir stående.")


def test_a_browser_that_keeps_nothing_says_so_and_the_text_can_still_be_saved(day, tmp_path):
    day.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full'); }; }")
    note(day).fill("Ingen plass.")
    expect(day.locator(".mb-exercise .mb-status[data-status=failed]")).to_be_visible()
    expect(day.locator("[data-part=message]")).to_have_text(SAY["failing"])
    assert "Ingen plass." in save(day, tmp_path).read_text("utf-8")


def test_a_damaged_answer_is_set_aside(day):
    note(day).fill("Helt.")
    (key,) = day.evaluate(KEPT)
    day.evaluate("key => localStorage.setItem(key, '{\"kind')", key)
    day.reload()
    expect(note(day)).to_have_value("")
    assert (
        day.evaluate("Object.keys(localStorage).filter(key => key.startsWith('mbkurs:damaged:')).length") == 1
    )


def test_the_page_can_be_printed(day):
    day.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes'; }; }")
    do(day, "print")
    expect(day.locator("body")).to_have_attribute("data-printed", "yes")


def test_a_plan_prints_as_one_sheet_and_keeps_to_the_policy(day):
    refused = []
    day.on("console", lambda said: said.type == "error" and refused.append(said.text))
    plan = day.locator(".mb-exercise.mb-plan").first
    plan.locator("textarea").first.fill("Vi sier pass når vi vil.")
    plan.get_by_role("button", name=words("nb", "exercises")["plan"]["print"]).click()
    sheet = day.frame_locator("iframe.mb-print-frame")
    expect(sheet.locator("body")).to_contain_text("Vi sier pass når vi vil.")
    assert refused == []


def test_exercises_live_in_a_book_opened_from_a_folder(page, book):
    page.goto(f"{(book / DAY).as_uri()}")
    note(page).fill("Fra en minnepinne.")
    page.reload()
    expect(note(page)).to_have_value("Fra en minnepinne.")
