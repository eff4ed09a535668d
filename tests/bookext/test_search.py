"""The search page finds words in every form, says it in the page's language and shows where they stand."""

import pytest
from playwright.sync_api import expect

from mbkurs.words import words

pytestmark = pytest.mark.browser


def search(page, site, language, query):
    page.goto(f"{site}/{language}/search.html")
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("searchbox").press("Enter")
    return page.locator("#search-found li")


@pytest.mark.parametrize(
    ("language", "form", "stem"),
    [
        ("nb", "samtalene", "samtal"),
        ("nb", "gruppene", "grupp"),
        ("nb", "spørsmålenes", "spørsmål"),
        ("en", "conversations", "conversation"),
    ],
)
def test_an_inflected_word_finds_its_other_forms(page, site, book, language, form, stem):
    found = search(page, site, language, form)
    expect(found.first.locator("mark").first).to_be_visible()
    marks = found.locator("mark").all_inner_texts()
    assert all(mark.lower().startswith(stem) for mark in marks)
    assert {mark.lower() for mark in marks} - {form}
    found.first.get_by_role("link").click()
    page.wait_for_load_state()
    assert stem in page.locator("article").inner_text().lower()


def test_the_course_comes_before_the_guides_for_leaders(page, site):
    found = search(page, site, "nb", "gruppa")
    expect(found.nth(3)).to_be_visible()
    targets = [link.get_attribute("href") for link in found.get_by_role("link").all()]
    guides = [target.startswith("leader/") for target in targets]
    assert guides == sorted(guides) and True in guides


def test_nothing_found_is_said(page, site):
    search(page, site, "nb", "xylofonpedagogikk")
    expect(page.locator("#search-count")).to_have_text(words("nb", "book")["search-none"])


def test_a_search_can_be_linked_to_and_is_not_remembered(page, site):
    search(page, site, "nb", "samtale")
    assert page.url.endswith("?words=samtale")
    page.reload()
    expect(page.locator("#search-found li").first).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []
