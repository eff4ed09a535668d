"""Read aloud: the right sentences in the right order, by a voice on this machine and by no other."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from mbkurs.words import words
from tests.bookext.conftest import AXE

pytestmark = pytest.mark.browser
DAY = "nb/01-arriving/1-welcome.html"
SAY = words("nb", "reading")["aloud"]
FAKE = Path(__file__).with_name("fake_voices.js").read_text("utf-8")

REMOTE = {"name": "Skyen", "lang": "nb-NO", "localService": False, "default": True}
UNKNOWN = {"name": "Uviss", "lang": "nb-NO", "default": True}
ENGLISH = {"name": "Jane", "lang": "en-GB", "localService": True}
OLD = {"name": "Kari", "lang": "no_NO", "localService": True, "default": True}
NORWEGIAN = {"name": "Nora", "lang": "nb-NO", "localService": True}

TEXT = """<section><h2>Et avsnitt</h2>
<p>Hei du.
Dette er <em>en
setning</em> som går over to linjer, f.eks. her. Og en til (<a class="mb-cite" href="#">NAPHA 2015</a>).</p>
<ul><li>Punkt én</li><li>Punkt to<ul><li>Under to</li></ul></li></ul>
<p lang="en">Nothing about us without us.</p>
<span popover>Aldri denne.</span><p hidden>Heller ikke denne.</p><p>…</p>
<div data-exercise="x"><section class="mb-exercise"><h3>Et notat</h3><p>Skriv her.</p></section></div>
<table><tr><th>Når</th><td>kl. 9</td></tr></table></section>"""
HEARD = [
    "Et avsnitt", "Hei du.", "Dette er en setning som går over to linjer, f.eks. her.", "Og en til.",
    "Punkt én", "Punkt to", "Under to", "Nothing about us without us.",
    SAY["exercise"].format(title="Et notat"), "Når", "kl. 9",
]  # fmt: skip


def with_voices(page, *voices):
    page.add_init_script(FAKE.replace("VOICES", json.dumps(voices)))
    return page


def press(page, name: str):
    page.get_by_role("region", name=SAY["player"]).get_by_role("button", name=SAY[name]).click()


def marked(page) -> str:
    """The text that stands out as the one that is heard."""
    return page.evaluate("[...CSS.highlights.get('aloud') ?? []].join('').replace(/\\s+/g, ' ')")


def heard(page) -> list[str]:
    return [said["text"] for said in page.evaluate("spoken")]


def finish(page):
    """Let every sentence come to its end."""
    page.evaluate("() => { while (saying()) endSentence(); }")


@pytest.fixture
def text(page, site):
    """One section with everything in it; voices that fit, and two that must not be used."""
    with_voices(page, REMOTE, UNKNOWN, ENGLISH, OLD, NORWEGIAN)
    page.goto(f"{site}/nb/about.html")
    page.evaluate(
        """html => {
            document.querySelector("article").innerHTML = html;
            speechSynthesis.onvoiceschanged();
        }""",
        TEXT,
    )
    page.get_by_role("button", name=SAY["listen-to"].format(title="Et avsnitt")).click()
    return page


def test_sentences_in_their_order(text):
    finish(text)
    assert heard(text) == HEARD
    expect(text.locator("#aloud")).to_be_hidden()
    expect(text.locator(".listen")).to_be_focused()
    assert marked(text) == ""


def test_only_voices_of_this_machine_and_of_the_language(text):
    finish(text)
    voices = {said["text"]: said["voice"] for said in text.evaluate("spoken")}
    assert voices.pop("Nothing about us without us.") == "Jane"
    assert set(voices.values()) == {"Kari"}  # the machine's own default


def test_an_older_name_of_bokmal_will_do(page, site):
    with_voices(page, REMOTE, OLD).goto(f"{site}/{DAY}")
    page.locator(".listen").first.click()
    assert page.evaluate("spoken[0].voice") == "Kari"


@pytest.mark.parametrize("voices", [[], [REMOTE], [REMOTE, UNKNOWN, ENGLISH]])
def test_nothing_is_offered_without_a_fitting_voice_on_this_machine(page, site, voices):
    with_voices(page, *voices).goto(f"{site}/{DAY}")
    page.wait_for_load_state()
    assert page.locator(".listen:visible").count() == 0
    assert not page.locator("#aloud").is_visible()
    # Voices are often known a little late, and may go again.
    page.evaluate(
        "voice => { speechSynthesis.voices = [voice]; speechSynthesis.onvoiceschanged(); }", NORWEGIAN
    )
    page.locator(".listen").first.click()
    page.evaluate("voice => { speechSynthesis.voices = [voice]; speechSynthesis.onvoiceschanged(); }", REMOTE)
    assert page.evaluate("saying()") is None
    assert page.locator(".listen:visible").count() == 0
    assert {said["voice"] for said in page.evaluate("spoken")} == {"Nora"}


def test_a_voice_that_is_gone_is_not_replaced_by_another(text):
    text.evaluate("voice => { speechSynthesis.voices = [voice]; }", REMOTE)
    text.evaluate("endSentence()")
    assert len(heard(text)) == 1
    expect(text.locator("#aloud")).to_be_hidden()


def test_the_sentence_that_is_heard_is_marked(text):
    for sentence in HEARD:
        said = text.evaluate("saying()")
        assert said == sentence
        if said == SAY["exercise"].format(title="Et notat"):
            assert marked(text) == "Et notat"
        elif said != "Og en til.":
            assert marked(text).strip() == said
        text.evaluate("endSentence()")


def test_pause_and_go_on(text):
    text.evaluate("endSentence()")
    press(text, "pause")
    assert text.evaluate("saying()") is None
    assert marked(text) == "Hei du."
    expect(text.get_by_role("button", name=SAY["go-on"])).to_be_focused()
    text.keyboard.press("Enter")
    assert text.evaluate("saying()") == "Hei du."
    expect(text.get_by_role("button", name=SAY["pause"])).to_be_focused()
    finish(text)
    assert heard(text) == ["Et avsnitt", "Hei du.", *HEARD[1:]]


def test_next_previous_and_stop(text):
    press(text, "next")
    press(text, "next")
    assert text.evaluate("saying()") == HEARD[2]
    press(text, "previous")
    assert text.evaluate("saying()") == HEARD[1]
    press(text, "pause")
    press(text, "previous")
    assert text.evaluate("saying()") is None
    assert marked(text) == HEARD[0]
    press(text, "previous")
    assert marked(text) == HEARD[0]
    press(text, "stop")
    assert marked(text) == ""
    expect(text.locator(".listen")).to_be_focused()


def test_by_keyboard_alone(text):
    expect(text.get_by_role("button", name=SAY["pause"])).to_be_focused()
    text.keyboard.press("Tab")
    text.keyboard.press("Enter")
    assert text.evaluate("saying()") == HEARD[1]
    text.keyboard.press("Escape")
    expect(text.locator("#aloud")).to_be_hidden()
    expect(text.locator(".listen")).to_be_focused()
    text.keyboard.press("Space")
    assert text.evaluate("saying()") == HEARD[0]


def test_the_speed_is_heard_at_once_and_stays(text):
    text.get_by_label(SAY["speed"]).select_option(SAY["speeds"]["0.7"])
    assert text.evaluate("spoken.map(({ rate }) => rate)") == [1, 0.7]
    assert heard(text) == [HEARD[0], HEARD[0]]
    text.reload()
    text.locator(".listen").first.click()
    assert text.evaluate("spoken[0].rate") == 0.7


def test_a_voice_that_fails_is_told(text):
    text.evaluate("failSentence()")
    expect(text.locator("#aloud [role=status]")).to_have_text(SAY["failed"])
    press(text, "go-on")
    assert text.evaluate("saying()") == HEARD[0]
    expect(text.locator("#aloud [role=status]")).to_have_text("")


def test_leaving_the_page_ends_it(text):
    text.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert text.evaluate("saying()") is None


def test_browsers_without_highlights_get_a_mark_too_and_the_text_is_whole_again(text):
    before = text.locator("article").inner_html()
    text.evaluate("() => { CSS.highlights.delete('aloud'); delete window.Highlight; }")
    press(text, "next")
    press(text, "next")
    assert " ".join("".join(text.locator(".aloud-now").all_inner_texts()).split()) == HEARD[2]
    press(text, "next")
    press(text, "stop")
    assert text.locator("article").inner_html() == before


def test_every_section_of_a_real_day_can_be_heard(page, site):
    with_voices(page, NORWEGIAN).goto(f"{site}/{DAY}")
    headings = page.locator("article section:not([class]) > :is(h1, h2, h3)")
    assert page.locator(".listen").count() == headings.count() > 5
    page.get_by_role("button", name=SAY["listen-page"]).click()
    finish(page)
    said = heard(page)
    titles = [title.strip() for title in page.locator(".mb-exercise h3").all_inner_texts()]
    exercises = [text for text in said if text.startswith(SAY["exercise"].split("{")[0])]
    assert exercises == [SAY["exercise"].format(title=title) for title in titles]
    assert [title for title in headings.all_inner_texts() if title not in said] == []
    assert [text for text in said if "(" in text and ")" not in text or "()" in text] == []


def test_the_sentence_that_is_heard_is_in_sight(page, site):
    with_voices(page, NORWEGIAN).goto(f"{site}/{DAY}")
    page.set_viewport_size({"width": 390, "height": 640})
    page.emulate_media(reduced_motion="reduce")  # the page then scrolls at once
    page.get_by_role("button", name=SAY["listen-page"]).click()
    out_of_sight = """() => {
        const boxes = [...CSS.highlights.get("aloud")].map((range) => range.getBoundingClientRect());
        const foot = document.getElementById("aloud").getBoundingClientRect().top;
        return boxes[0].top < 50 || boxes.at(-1).bottom > foot ? saying() : null;
    }"""
    for _ in range(60):
        assert page.evaluate(out_of_sight) is None
        page.evaluate("endSentence()")


def test_axe_and_a_narrow_screen(page, site):
    with_voices(page, NORWEGIAN).goto(f"{site}/nb/accessibility.html")
    page.locator(".listen").nth(1).click()
    for theme in ("light", "dark"):
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 640})
            page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
            assert Axe().run(page, options=AXE).response["violations"] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.locator("#aloud").bounding_box()["height"] < 230
