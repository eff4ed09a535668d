"""A day in JupyterLab and in Notebook: live without a kernel, and nothing a stray key can break."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.labui.conftest import STARTING, open_view
from tests.labui.messages import english_on

pytestmark = pytest.mark.browser
STRAY = [*"abxddmy", "Enter", "ArrowDown", "ArrowUp", "Shift+Enter", "Escape", *"dd", "Control+s"]

# Notes when the first text and the first field that can be used are on the page.
CLOCK = """(() => {
  const seen = (name, selector) => {
    const node = document.querySelector(selector);
    if (node?.checkVisibility() && !(name in window.clock)) window.clock[name] = performance.now();
  };
  window.clock = {};
  const look = () => {
    seen("text", ".jp-MarkdownCell p");
    seen("live", ".mb-exercise :is(textarea, input, button, select)");
    requestAnimationFrame(look);
  };
  look();
})()"""


@pytest.fixture(scope="module", params=["doc/tree", "notebooks"])
def day(request, running, browser, harmless):
    """The first day in one view; opened once for the tests that only look, press and click."""
    context = browser.new_context(locale="nb-NO", viewport={"width": 1200, "height": 800})
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: harmless(error) or errors.append(str(error)))
    page.add_init_script(CLOCK)
    open_view(running, page, request.param)
    yield page
    context.close()
    assert not errors


def test_exercises_are_live_within_a_second_of_the_text(day):
    day.wait_for_function("window.clock.text && window.clock.live")
    clock = day.evaluate("window.clock")
    print(f"text after {clock['text']:.0f} ms, live after {clock['live']:.0f} ms")
    assert clock["live"] - clock["text"] < 1000


def test_nothing_of_the_machinery_is_seen(day):
    machinery = [".jp-InputArea-editor", ".jp-InputPrompt", ".jp-NotebookPanel-toolbar", ".jp-SideBar"]
    for selector in [*machinery, ".lm-MenuBar", ".jp-Toolbar", "text=%%exercise", "text=%load_ext"]:
        assert not any(node.is_visible() for node in day.locator(selector).all()), selector


def test_no_message_of_jupyterlabs_own_is_on_the_page(day):
    assert english_on(day) == set()


def test_axe_finds_nothing(day):
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(day, options={"runOnly": levels})
    assert not found.response["violations"], found.generate_report()


def test_stray_keys_and_clicks_change_nothing(running, day):
    cells = day.locator(".jp-Cell").count()
    paragraph = day.locator(".jp-MarkdownCell p").first
    text = paragraph.inner_text()
    paragraph.click()
    for key in STRAY:
        day.keyboard.press(key)
    # From a link in the text, where JupyterLab takes letters for commands.
    day.locator(".jp-RenderedMarkdown a[href*='#ref-']").first.focus()
    for letter in "abxddmy":
        day.keyboard.press(letter)
    paragraph.dblclick()
    paragraph.click(button="right")
    assert day.locator(".jp-Cell").count() == cells
    assert paragraph.inner_text() == text
    assert day.locator(".jp-mod-unrendered, .jp-Dialog, .lm-Menu, .jp-mod-dirty").count() == 0


def test_arrow_keys_belong_to_the_field(day):
    slider = day.locator("input[type=range]").first
    slider.focus()
    start = int(slider.input_value())
    day.keyboard.press("ArrowRight")
    assert int(slider.input_value()) == start + 1
    assert slider.evaluate("node => node === document.activeElement")


def test_no_kernel_starts(running, day):
    expect(day.get_by_text("Lagret.").first).to_be_visible()
    assert running.ask("api/kernels") == []
    assert running.ask("api/sessions") == []


def test_a_narrow_screen_needs_no_sideways_scrolling(day):
    day.set_viewport_size({"width": 390, "height": 800})
    assert day.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollWidth") <= 390
    rights = "nodes => nodes.map(node => node.getBoundingClientRect().right)"
    assert max(day.locator(".mb-exercise").evaluate_all(rights)) <= 390


def test_the_page_follows_the_system_into_the_dark(day):
    day.emulate_media(color_scheme="dark")
    expect(day.locator("body")).to_have_attribute("data-jp-theme-light", "false")


def test_a_day_is_ticked_at_its_end_and_counted_on_the_start_page(course, page, open_day):
    open_day()
    page.get_by_label("Jeg er ferdig med denne dagen").check()
    expect(page.get_by_text("Dagen er krysset av")).to_be_visible()
    assert course.ask("mbkurs/api/answers/journal")["days"].keys() == {"1.1"}
    page.locator(".mbkurs-home").click()
    expect(page.get_by_label("Du har vært gjennom 5 av 180 timer.")).to_be_visible()


@pytest.mark.parametrize("view", ["doc/tree", "notebooks"])
def test_the_next_day_opens_in_the_same_view(course, page, view):
    open_view(course, page, view)
    page.locator(".mbkurs-next").click()
    page.wait_for_url(lambda url: f"/{view}/nb/01-arriving/" in url and "1-welcome" not in url)
    page.wait_for_selector(".mbkurs-previous", timeout=STARTING * 1000)
