"""What a reader meets on every page: nothing foreign, nothing broken, nothing heavy, nothing in the way."""

import re

import pytest
from playwright.sync_api import expect

from mbkurs.words import words

# The first test that asks for all visits waits for every page.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]
DAY = "nb/01-arriving/1-welcome.html"

# Compressed bytes of a first visit: any page, and one without pictures. The front also loads the next page.
MOST_BYTES = 150_000
MOST_BYTES_OF_TEXT = 75_000
MOST_REQUESTS = 7


def test_every_request_stays_in_the_book(visits, site):
    foreign = {
        url for visit in visits.values() for url in visit.requests if not url.startswith((site, "data:"))
    }
    assert foreign == set()


def test_no_script_error_and_no_broken_policy(visits):
    assert {a: v.complaints for a, v in visits.items() if v.complaints} == {}


def test_axe_finds_nothing_on_any_page(visits):
    assert {a: v.axe for a, v in visits.items() if v.axe} == {}


def test_the_focus_is_seen_everywhere(visits):
    assert {a: v.faint for a, v in visits.items() if v.faint} == {}


def test_no_page_scrolls_sideways(visits):
    assert {a: v.too_wide for a, v in visits.items() if v.too_wide} == {}


def test_pages_are_light(visits, capsys):
    lessons = {a: v for a, v in visits.items() if not a.endswith("search.html")}
    with capsys.disabled():
        for address, visit in sorted(lessons.items()):
            print(f"\n{visit.bytes:7} bytes {len(visit.requests):3} requests  {address}", end="")
    assert {a: v.bytes for a, v in lessons.items() if v.bytes > MOST_BYTES} == {}
    text = {a: v for a, v in lessons.items() if not any(url.endswith(".png") for url in v.requests)}
    assert {a: v.bytes for a, v in text.items() if v.bytes > MOST_BYTES_OF_TEXT} == {}
    assert {a: v.requests for a, v in lessons.items() if len(v.requests) > MOST_REQUESTS} == {}


def test_the_search_index_is_loaded_only_where_it_is_used(visits):
    loading = {a for a, v in visits.items() if any("searchindex" in url for url in v.requests)}
    assert loading == {"nb/search.html", "en/search.html"}


def test_no_page_sets_a_cookie(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/{DAY}")
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == []
    context.close()


def test_the_language_switch_stays_on_the_page(page, site):
    page.goto(f"{site}/{DAY}")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{site}/en/01-arriving/1-welcome.html")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Norsk bokmål").click()
    page.wait_for_url(f"{site}/{DAY}")


def test_the_page_says_where_it_stands(page, site):
    page.goto(f"{site}/nb/01-arriving/2-nothing-about-us.html")
    assert "Modul 1 av" in page.locator(".place").inner_text()
    assert page.locator(".contents [aria-current=page]").inner_text().startswith("Dag 1.2")
    page.get_by_role("navigation", name=words("nb", "book")["pager"]).get_by_role("link").first.click()
    page.wait_for_url(f"{site}/{DAY}")


def test_lines_are_at_most_75_characters(page, site):
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"{site}/{DAY}")
    longest = page.evaluate("""() => {
        const lines = [];
        for (const p of document.querySelectorAll("article > section > p, article > section > section > p")) {
            const range = document.createRange(), text = p.firstChild;
            if (text?.nodeType !== 3 || p.childNodes.length > 1) continue;
            let top = null, start = 0;
            for (let i = 0; i < text.length; i++) {
                range.setStart(text, i); range.setEnd(text, i + 1);
                const y = Math.round(range.getBoundingClientRect().top);
                if (top !== null && y > top + 5) { lines.push(i - start); start = i; }
                if (top === null || y > top + 5) top = y;
            }
        }
        return Math.max(...lines);
    }""")
    assert 40 < longest <= 75


def test_the_first_tab_leads_past_the_navigation(page, site):
    page.goto(f"{site}/{DAY}")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == words("nb", "book")["skip"]
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_of_a_narrow_screen_opens_and_closes_by_keyboard(page, site):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/{DAY}")
    contents = page.locator("#contents")
    assert not contents.is_visible()
    page.get_by_role("button", name=words("nb", "book")["menu"], exact=True).press("Enter")
    assert contents.is_visible()
    page.keyboard.press("Escape")
    assert not contents.is_visible()
    assert page.evaluate("document.activeElement.className") == "tool menu-button"


def test_without_javascript_everything_can_be_read(browser, site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}/{DAY}")
    exercises = page.locator("[data-exercise]")
    assert exercises.count() >= 3
    for number in range(exercises.count()):
        assert len(exercises.nth(number).inner_text()) > 40
    assert page.locator("textarea").count() == 0
    assert not page.locator("#answers").is_visible()
    expect(page.locator(".note")).to_have_text(words("nb", "book")["answers"]["no-script"])
    page.locator(".menu-button").click()  # the menu is the browser's own
    page.locator("#contents").get_by_role("link", name=re.compile("Dag 1.3")).click()
    assert page.url.endswith("3-looking-after-myself.html")
    page.goto(f"{site}/nb/search.html")
    expect(page.locator(".note")).to_have_text(words("nb", "book")["search-no-script"])
    context.close()


def test_the_page_with_all_exercises_leads_to_each(page, site):
    page.goto(f"{site}/nb/exercises.html")
    link = page.locator(".mb-index a").nth(2)
    title = link.inner_text()
    link.click()
    page.wait_for_url(f"{site}/{DAY}#exercise-*")
    expect(page.locator(":target h3")).to_have_text(title)
    expect(page.locator(":target h3")).to_be_in_viewport()
