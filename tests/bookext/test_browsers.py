"""One journey in Firefox and in WebKit: every kind of exercise by keyboard, and its answer after a reload."""

import re

import pytest

from mbkurs.exercises import KINDS
from mbkurs.testing import firefox, webkit

pytestmark = pytest.mark.browser
BROWSERS = [
    pytest.param(
        firefox.Firefox,
        marks=pytest.mark.skipif(
            not firefox.find(), reason='Firefox is missing. Install Debian\'s "firefox-esr".'
        ),
        id="firefox",
    ),
    pytest.param(
        webkit.WebKit,
        marks=pytest.mark.skipif(
            not webkit.find(),
            reason='WebKit is looked at where Debian\'s "webkit2gtk-driver" and "xvfb" are.',
        ),
        id="webkit",
    ),
]

# What answers an exercise once the keyboard has come to its first field or button.
ANSWERS = {
    "text": "Kaffe med naboen",
    "plan": "Gå en tur",
    "choice": " ",
    "quiz": " ",
    "scale": ["ArrowRight"],
    "sort": ["ArrowDown"],
    "rank": ["Enter"],
    "dialogue": ["Enter"],
}
LIVE = "document.querySelectorAll('[data-exercise]').length === document.querySelectorAll('.mb-foot').length"
FIELD = ".mb-body :is(input, textarea, select, button:not([aria-disabled=true]))"  # the first one


def shown(kind: str) -> str:
    """JavaScript: what a reader sees of the answer to the page's first exercise of a kind."""
    return f"""(() => {{
        const own = document.querySelector('.mb-exercise.mb-{kind}');
        const value = (field) => /radio|checkbox/.test(field.type) ? field.checked : field.value;
        return [
            ...[...own.querySelectorAll('input, textarea, select')].map(value),
            ...[...own.querySelectorAll('.mb-log, .mb-rank-list')].map((list) => list.innerText),
        ];
    }})()"""


def kinds_by_page(book) -> dict[str, list[str]]:
    """Pages that together have all kinds, as few as come first."""
    pages, missing = {}, set(KINDS)
    for path in sorted((book / "nb").glob("[0-9]*/*.html")):
        found = missing & set(re.findall(r'class="mb-exercise mb-(\w+)', path.read_text("utf-8")))
        if found:
            pages[path.relative_to(book).as_posix()] = sorted(found)
            missing -= found
    assert not missing
    return pages


def tab_to(window, kind: str) -> None:
    """Go on with the Tab key, from wherever it is, to the first field of a kind."""
    here = f"document.activeElement === document.querySelector('.mb-exercise.mb-{kind} {FIELD}')"
    for _ in range(400):
        window.press("Tab")
        if window.evaluate(here):
            return
    raise AssertionError(f"the Tab key does not come to {kind}")


def in_order(window, kinds: list[str]) -> list[str]:
    """Kinds in the order in which they stand on the page."""
    place = (
        "[...document.querySelectorAll('.mb-exercise')].indexOf(document.querySelector('.mb-exercise.mb-{}'))"
    )
    return sorted(kinds, key=lambda kind: window.evaluate(place.format(kind)))


@pytest.mark.parametrize("start", BROWSERS)
def test_every_kind_of_exercise_by_keyboard_and_after_a_reload(start, site, book):
    with start() as window:
        for address, kinds in kinds_by_page(book).items():
            window.open(f"{site}/{address}")
            window.until(LIVE)
            answered = {}
            for kind in in_order(window, kinds):
                empty = window.evaluate(shown(kind))
                tab_to(window, kind)
                window.press(*ANSWERS[kind])
                window.until(f"document.querySelector('.mb-exercise.mb-{kind} [data-status=saved]')")
                answered[kind] = window.evaluate(shown(kind))
                assert answered[kind] != empty, kind
            window.reload()
            window.until(LIVE)
            assert {kind: window.evaluate(shown(kind)) for kind in answered} == answered
        assert window.errors == []
