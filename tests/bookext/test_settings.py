"""Reading settings: each changes the page, stays in this browser, and shows before anything is drawn."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from mbkurs.places import languages
from mbkurs.words import words
from tests.bookext.conftest import AXE

pytestmark = pytest.mark.browser
DAY = "nb/01-arriving/1-welcome.html"
SAY = words("nb", "reading")["settings"]
KEPT = "localStorage.getItem('mbkurs:reading')"

# What a choice does: the element, its computed style, and whether the choice makes it larger or smaller.
LOOKS = {
    ("size", "largest"): ("article p", "fontSize", 1),
    ("size", "small"): ("article p", "fontSize", -1),
    ("spacing", "more"): ("article p", "lineHeight", 1),
    ("spacing", "most"): (".mb-exercise", "lineHeight", 1),
    ("width", "narrow"): ("main", "width", -1),
    ("width", "wide"): ("main", "width", 1),
}
COLOURS = {
    ("theme", "dark"): ("body", "backgroundColor", "rgb(18, 24, 27)"),
    ("contrast", "more"): ("body", "color", "rgb(0, 0, 0)"),
    ("contrast", "soft"): ("body", "backgroundColor", "rgb(250, 245, 233)"),
    ("motion", "less"): ("html", "scrollBehavior", "auto"),
}


def style(page, selector: str, name: str) -> str:
    return page.locator(selector).first.evaluate("(el, name) => getComputedStyle(el)[name]", name)


def panel(page):
    return page.get_by_role("dialog", name=SAY["title"])


def show(page):
    page.get_by_role("button", name=SAY["open"]).click()
    expect(panel(page)).to_be_visible()


def way(page, setting: str, name: str):
    """The round button of one way to read."""
    group = panel(page).get_by_role("group", name=SAY["each"][setting]["title"])
    return group.get_by_role("radio", name=SAY["each"][setting]["ways"][name], exact=True)


@pytest.fixture
def day(page, site):
    page.set_viewport_size({"width": 1400, "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    page.goto(f"{site}/{DAY}")
    show(page)
    return page


def test_every_setting_is_tested():
    ways = {(name, key) for name, setting in SAY["each"].items() for key in setting["ways"] if key != "usual"}
    assert ways - {*LOOKS, *COLOURS} == {("theme", "light"), ("size", "large"), ("size", "larger")}


def test_sizes_spacing_and_width_change_and_stay(day, site):
    for (setting, key), (selector, name, sign) in LOOKS.items():
        before = float(style(day, selector, name)[:-2])
        way(day, setting, key).check()
        after = style(day, selector, name)
        assert (float(after[:-2]) - before) * sign > 1, (setting, key)
        day.reload()
        assert style(day, selector, name) == after
        day.goto(f"{site}/nb/01-arriving/2-nothing-about-us.html")
        assert style(day, selector, name) == after
        show(day)
        expect(way(day, setting, key)).to_be_checked()
        way(day, setting, "usual").check()
        assert day.evaluate(KEPT) is None


def test_colours_and_motion_change_and_stay(day):
    for (setting, key), (selector, name, wanted) in COLOURS.items():
        assert style(day, selector, name) != wanted
        way(day, setting, key).check()
        assert style(day, selector, name) == wanted
        day.reload()
        assert style(day, selector, name) == wanted
        show(day)
        way(day, setting, "usual").check()


def test_as_it_was(day):
    before = style(day, "article p", "fontSize")
    way(day, "size", "largest").check()
    way(day, "theme", "dark").check()
    panel(day).get_by_role("button", name=SAY["reset"]).click()
    assert style(day, "article p", "fontSize") == before
    expect(way(day, "theme", "usual")).to_be_checked()
    assert day.evaluate(KEPT) is None
    assert day.locator("html").get_attribute("data-theme") == "light"


def test_what_is_not_chosen_is_as_the_device_has_it(day):
    day.emulate_media(color_scheme="dark", contrast="more")
    expect(day.locator("html")).to_have_attribute("data-theme", "dark")
    expect(day.locator("html")).to_have_attribute("data-contrast", "more")
    way(day, "theme", "light").check()
    way(day, "contrast", "soft").check()
    day.reload()
    expect(day.locator("html")).to_have_attribute("data-theme", "light")
    expect(day.locator("html")).to_have_attribute("data-contrast", "soft")


def test_a_choice_is_there_before_anything_is_drawn(day):
    way(day, "theme", "dark").check()
    way(day, "size", "largest").check()
    # The page's own script comes late; the inline one, allowed by its hash, must do alone.
    day.route("**/book.js*", lambda route: route.abort())
    day.reload()
    assert style(day, "body", "backgroundColor") == "rgb(18, 24, 27)"
    assert day.locator("html").get_attribute("data-size") == "largest"


def test_by_keyboard_alone(day):
    day.keyboard.press("Escape")
    button = day.get_by_role("button", name=SAY["open"])
    expect(panel(day)).not_to_be_visible()
    expect(button).to_be_focused()
    day.keyboard.press("Enter")
    expect(panel(day)).to_be_visible()
    day.keyboard.press("Tab")
    expect(way(day, "theme", "usual")).to_be_focused()
    day.keyboard.press("Tab")
    expect(way(day, "size", "usual")).to_be_focused()
    day.keyboard.press("ArrowRight")
    expect(way(day, "size", "large")).to_be_checked()
    for _ in range(len(SAY["each"]) - 1):  # one stop for each of the other settings
        day.keyboard.press("Tab")
    expect(panel(day).get_by_role("button", name=SAY["close"])).to_be_focused()
    day.keyboard.press("Enter")
    expect(button).to_be_focused()


def test_axe_finds_nothing_in_any_colours(day):
    for theme in ("light", "dark"):
        for contrast in ("usual", "soft", "more"):
            way(day, "theme", theme).check()
            way(day, "contrast", contrast).check()
            assert Axe().run(day, options=AXE).response["violations"] == []
            # A modal panel hides the page from axe, so the page is looked at too.
            day.keyboard.press("Escape")
            assert Axe().run(day, options=AXE).response["violations"] == []
            show(day)


def test_the_largest_letters_fit_the_narrowest_screen(day, site, addresses):
    way(day, "size", "largest").check()
    way(day, "spacing", "most").check()
    wide = []
    for width, size in ((320, ""), (1280, "200%")):
        day.set_viewport_size({"width": width, "height": 640})
        for address in (DAY, "en/leader/01-arriving-1-welcome.html", "en/search.html"):
            day.goto(f"{site}/{address}")
            day.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
            day.locator("#reading-open").click()
            wide += [
                (address, width, selector)
                for selector in ("html", "#reading")
                if day.locator(selector).evaluate("el => el.scrollWidth > el.clientWidth")
            ]
            day.locator("#reading [data-do=close]").click()  # is in reach
    assert wide == []


def test_a_browser_that_keeps_nothing_still_shows_the_choice(page, site):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } });"
    )
    page.goto(f"{site}/{DAY}")
    show(page)
    before = style(page, "article p", "fontSize")
    expect(page.get_by_text(SAY["refused"])).to_have_count(0)
    way(page, "size", "largest").check()
    assert style(page, "article p", "fontSize") != before
    expect(panel(page).get_by_role("status")).to_have_text(SAY["refused"])


@pytest.mark.parametrize("kept", ["{", "7", '"x"', '{"size": "huge", "theme": 3, "a-b": 1}'])
def test_damaged_settings_are_let_be(page, site, kept):
    page.emulate_media(color_scheme="light")
    page.add_init_script(f"localStorage.setItem('mbkurs:reading', {kept!r})")
    page.goto(f"{site}/{DAY}")
    assert page.locator("html").get_attribute("data-theme") == "light"
    show(page)
    expect(way(page, "size", "usual")).to_be_checked()


def test_another_tab_follows(day, site):
    other = day.context.new_page()
    other.goto(f"{site}/{DAY}")
    way(day, "size", "larger").check()
    expect(other.locator("html")).to_have_attribute("data-size", "larger")


def test_without_javascript_there_is_nothing_to_choose(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/{DAY}")
    assert not page.locator("#reading-open").is_visible()
    assert not page.locator("#reading").is_visible()
    context.close()


def test_all_languages_offer_the_same():
    def keys(node):
        return {name: keys(child) for name, child in node.items()} if isinstance(node, dict) else None

    first, *others = [keys(words(language, "reading")) for language in languages()]
    assert all(first == other for other in others)
