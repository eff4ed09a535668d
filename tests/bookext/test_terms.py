"""Words that the glossary explains: found at the first mention, opened in place, links without JavaScript."""

import re

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from mbkurs.bookext.build import build

DAY = "nb/01-arriving/1-welcome.html"
GLOSSARY = """# Ord

**likeperson** (<span lang="en">peer</span>)\\
En som støtter andre.

**MB**\\
En som er ansatt.
"""
PAGE = """# Om likeperson og MB

**Likeperson:** `MB` og <span lang="en">MB in English</span> og [en MB](glossary.md).
Likepersonsarbeid, MB-kurset.

## Likeperson igjen

Likepersonene og en likeperson møter en *MB*.
"""


def terms(small, page: str, glossary: str = GLOSSARY) -> list[str]:
    for language in ("nb", "en"):
        (small / f"book/{language}/glossary.md").write_text(glossary, "utf-8")
    (small / "book/nb/index.md").write_text(page, "utf-8")
    build("nb", small / "out/book", ["nb", "en"], small)
    soup = BeautifulSoup((small / "out/book/nb/index.html").read_text("utf-8"), "html.parser")
    return [term.text for term in soup.select("a.mb-term")]


def test_only_the_first_mention_in_running_text_is_a_term(small):
    assert terms(small, PAGE) == ["Likepersonene", "MB"]


def test_the_longer_phrase_wins(small):
    longer = GLOSSARY + "\n**likeperson i arbeid**\\\nEn til.\n"
    assert terms(small, "# Side\n\nEn likeperson i arbeid.\n", longer) == ["likeperson i arbeid"]


def test_a_book_without_a_glossary_has_no_terms(small):
    assert build("nb", small / "out/book", ["nb", "en"], small).findings == []


def test_an_explanation_is_found_by_search_only_in_the_glossary(small):
    terms(small, "# Side\n\nEn likeperson.\n")
    index = (small / "out/book/nb/searchindex.js").read_text("utf-8")
    assert re.search(r'"støtt":0\b', index) and '"docnames":["glossary","index"]' in index


def test_exercises_have_no_terms(book):
    soup = BeautifulSoup((book / DAY).read_text("utf-8"), "html.parser")
    assert soup.select(".mb-term") and not soup.select("[data-exercise] .mb-term, h1 .mb-term, h2 .mb-term")


@pytest.fixture
def term(page, site):
    page.goto(f"{site}/{DAY}")
    return page.locator(".mb-term").first


@pytest.mark.browser
@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_term_opens_and_closes_by_keyboard(page, term, key):
    button = page.get_by_role("button", name=term.inner_text(), exact=True)
    explanation = page.locator(f"#{term.get_attribute('aria-controls')}")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press(key)
    expect(explanation).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(explanation.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_a_press_opens_beside_the_word_and_closes_again(page, term, width):
    page.set_viewport_size({"width": width, "height": 700})
    explanation = page.locator(f"#{term.get_attribute('aria-controls')}")
    term.click()
    expect(explanation).to_be_visible()
    box = explanation.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 700
    term.click()
    expect(explanation).to_be_hidden()


@pytest.mark.browser
def test_an_open_explanation_is_accessible(page, term):
    from axe_playwright_python.sync_playwright import Axe

    from tests.bookext.conftest import AXE

    term.click()
    for mode in ("light", "dark"):
        page.evaluate("mode => { document.documentElement.dataset.theme = mode; }", mode)
        assert Axe().run(page, options=AXE).response["violations"] == []


@pytest.mark.browser
def test_without_javascript_a_term_leads_to_the_glossary(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/{DAY}")
    expect(page.locator(".mb-explanation").first).to_be_hidden()
    page.locator(".mb-term").first.click()
    page.wait_for_url(re.compile(r"/nb/glossary\.html#word-"))
    expect(page.locator(":target")).to_be_visible()
    context.close()
