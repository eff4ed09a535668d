"""Every kind of exercise in real Chromium: by keyboard alone, kept, cleared, narrow, dark, and for axe."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from mbkurs.exercises import KINDS

pytestmark = pytest.mark.browser


def kept(page, kind):
    return json.loads(page.evaluate("id => localStorage.getItem(id)", f"sample-{kind}") or "null")


def tab_to(page, kind):
    """Focus the exercise's heading with the mouse's help, then leave the mouse alone."""
    page.evaluate("id => document.getElementById(id).focus()", f"sample-{kind}-title")
    page.keyboard.press("Tab")


def test_text_by_keyboard(exercises):
    tab_to(exercises, "text")
    exercises.keyboard.type("Kaffe med naboen")
    assert kept(exercises, "text") == {"text": "Kaffe med naboen"}
    assert exercises.locator(".mb-text .mb-status").inner_text() == "Lagret."


def test_choice_by_keyboard_shows_the_reply_of_the_chosen_option(exercises):
    tab_to(exercises, "choice")
    exercises.keyboard.press("ArrowDown")
    assert kept(exercises, "choice") == {"chosen": ["coffee"]}
    assert exercises.locator(".mb-choice .mb-feedback").inner_text().startswith("Du får et ærend")
    exercises.keyboard.press("ArrowDown")
    assert kept(exercises, "choice") == {"chosen": ["wait"]}


def test_scale_by_keyboard_and_compared_with_the_last_time(exercises):
    tab_to(exercises, "scale")
    exercises.keyboard.press("ArrowRight")
    exercises.keyboard.press("ArrowRight")
    assert kept(exercises, "scale")["now"] == {"sleep": 7}
    exercises.get_by_role("button", name="Ta vare på tallene").press("Enter")
    assert kept(exercises, "scale")["entries"][0]["values"] == {"sleep": 7}
    exercises.get_by_role("slider", name="Søvn").press("ArrowLeft")
    exercises.get_by_label("Sammenlign med").select_option(index=1)
    assert "Sist: 7" in exercises.locator(".mb-chart [role=img]").get_attribute("aria-label")


def test_sort_by_keyboard_keeps_the_focus_on_the_moved_card(exercises):
    tab_to(exercises, "sort")
    exercises.keyboard.press("ArrowDown")
    assert kept(exercises, "sort") == {"groups": {"rules": "group"}}
    assert exercises.evaluate("document.activeElement.dataset.key") == "rules"
    assert "Det passer her. Alle lever med dem." in exercises.locator(".mb-sort .mb-feedback").inner_text()
    exercises.get_by_label("Noen er i fare").select_option("group")
    assert "Vi ville lagt det under «Hos kursleder»" in exercises.locator(".mb-sort").inner_text()


def test_rank_by_keyboard(exercises):
    button = exercises.get_by_role("button", name="Flytt opp: Tid")
    button.press("Enter")
    assert kept(exercises, "rank") == {"order": ["time", "name", "key"]}
    button.press("Enter")
    assert kept(exercises, "rank") == {"order": ["time", "name", "key"]}


def test_plan_by_keyboard(exercises):
    tab_to(exercises, "plan")
    exercises.keyboard.type("Jeg blir stille")
    exercises.keyboard.press("Tab")
    exercises.keyboard.type("Gå en tur")
    assert kept(exercises, "plan") == {"fields": {"signs": "Jeg blir stille", "help": "Gå en tur"}}


def test_plan_prints_as_one_sheet(exercises):
    exercises.get_by_label("Tegn").fill("Jeg blir stille")
    exercises.get_by_role("button", name="Skriv ut arket").press("Enter")
    frame = exercises.locator("iframe.mb-print-frame").first
    text = frame.content_frame.locator("body").inner_text()
    assert "Mitt ark" in text and "Jeg blir stille" in text and "Døra" not in text


def test_dialogue_by_keyboard_to_an_end_and_back(exercises):
    for key in ("Du setter deg.", "Du venter.", "«Jeg er her fra ti.»"):
        exercises.get_by_role("button", name=key).press("Enter")
    assert len(kept(exercises, "dialogue")["path"]) == 3
    dialogue = exercises.locator(".mb-dialogue")
    assert "Dere har en avtale." in dialogue.inner_text()
    assert "Hvor kjente du rykket?" in dialogue.inner_text()
    assert exercises.evaluate("document.activeElement.dataset.key") == "now"
    exercises.get_by_role("button", name="Gå ett steg tilbake").press("Enter")
    assert len(kept(exercises, "dialogue")["path"]) == 2
    exercises.get_by_role("button", name="Begynn på nytt").press("Enter")
    assert kept(exercises, "dialogue") is None


def test_quiz_by_keyboard(exercises):
    tab_to(exercises, "quiz")
    exercises.keyboard.press("ArrowDown")
    assert kept(exercises, "quiz") == {"answers": {"notes": "leader"}}
    assert exercises.locator(".mb-quiz .mb-feedback").inner_text() == "Ikke helt. Bare det du leverer."
    exercises.get_by_label("Når du har levert").press("Space")
    assert "1 av 2 stemmer" in exercises.locator(".mb-quiz").inner_text()


def test_an_answer_is_there_after_a_reload(exercises):
    exercises.get_by_label("Venter ved døra").check()
    exercises.locator(".mb-text textarea").fill("Naboen")
    exercises.reload()
    exercises.wait_for_selector("body[data-ready]")
    assert exercises.get_by_label("Venter ved døra").is_checked()
    assert exercises.locator(".mb-text textarea").input_value() == "Naboen"


def test_an_answer_is_cleared_only_after_a_second_question(exercises):
    exercises.locator(".mb-text textarea").fill("Naboen")
    text = exercises.locator(".mb-text")
    text.get_by_role("button", name="Tøm svaret").click()
    text.get_by_role("button", name="Nei, behold").click()
    assert kept(exercises, "text") == {"text": "Naboen"}
    text.get_by_role("button", name="Tøm svaret").click()
    text.get_by_role("button", name="Ja, slett").click()
    assert kept(exercises, "text") is None
    assert text.locator("textarea").input_value() == ""


def test_news_from_another_tab_is_shown_but_never_over_what_a_person_is_writing(exercises):
    area = exercises.locator(".mb-text textarea")
    tell = "value => watchers['sample-text']({ status: 'saved', value })"
    exercises.evaluate(tell, {"text": "fra en annen fane"})
    assert area.input_value() == "fra en annen fane"
    area.focus()
    exercises.evaluate(tell, {"text": "for sent"})
    assert area.input_value() == "fra en annen fane"


@pytest.mark.parametrize("kind", KINDS)
def test_who_can_see_it_stands_before_the_first_field(exercises, kind):
    section = exercises.locator(f".mb-{kind}")
    before_field = section.evaluate(
        """section => section.querySelector(".mb-who").compareDocumentPosition(
             section.querySelector("input, textarea, select, .mb-body button")) & 4"""
    )
    assert before_field
    who = section.locator(".mb-who").inner_text()
    assert who.startswith("Bare du ser dette.") and who.endswith("Du kan hoppe over.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_320_px(exercises, theme):
    exercises.get_by_label("Går til kaffen").check()
    exercises.get_by_role("button", name="Du setter deg.").click()
    exercises.get_by_label("Regler for pauser").select_option("group")
    exercises.set_viewport_size({"width": 320, "height": 800})
    paper = "#12171c" if theme == "dark" else "#fff"
    ink = "#eee" if theme == "dark" else "#111"
    exercises.evaluate(
        "([theme, paper, ink]) => { document.documentElement.dataset.theme = theme;"
        "document.body.style.background = paper; document.body.style.color = ink; }",
        [theme, paper, ink],
    )
    found = Axe().run(exercises)
    assert not found.response["violations"], found.generate_report()
    assert exercises.evaluate("document.documentElement.scrollWidth") <= 320
