"""Faults put into a page of the book, one at a time: each is found, and where it shows."""

import re

import pytest
import tinycss2

from mbkurs.bookext import assets
from tests.bookext.visits import visit_one

PAGE = "nb/news.html"
WIDE_ONLY = "@media (min-width: 30rem) { .x { display: none } }"
# What is put in at the end of the text, what finds it, and the words by which it is told.
FAULTS = {
    "no alt": ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "axe", "1280 light image-alt"),
    "pale by day": (
        "<style>.x { color: #aaa }</style><p class=x>Ord</p>",
        "axe",
        "1280 light color-contrast",
    ),
    "dark by night": (
        "<style>[data-theme=dark] .x { color: #333 }</style><p class=x>Ord</p>",
        "axe",
        "1280 dark color-contrast",
    ),
    "pale foot on a phone": (
        "<style>@media (max-width: 30rem) { .bottom p { color: #bbb } }</style>",
        "axe",
        "390 light color-contrast",
    ),
    "dark foot on a phone": (
        "<style>@media (max-width: 30rem) { [data-theme=dark] .bottom p { color: #333 } }</style>",
        "axe",
        "390 dark color-contrast",
    ),
    "no name on a phone": (
        f"<style>{WIDE_ONLY}</style><button type=button class=x></button>",
        "axe",
        "390 light button-name",
    ),
    "small on a phone": (
        f"<style>{WIDE_ONLY} .x button {{ width: 9px; height: 9px; padding: 0; border: 0 }}</style>"
        "<p class=x><button type=button aria-label=a></button><button type=button aria-label=b></button></p>",
        "axe",
        "390 light target-size",
    ),
    "wide at 320": ('<div style="width: 340px">Ord</div>', "too_wide", "320 px at 100%"),
    "wide at 200 %": (
        "<style>@media (min-width: 60rem) { .x { width: 60rem } }</style><div class=x>Ord</div>",
        "too_wide",
        "1280 px at 200%",
    ),
    "no focus": ('<p><a href="#" style="outline: none">Ord</a></p>', "faint", "outline: none"),
    "script error": ("<script defer src=_static/wrong.js></script>", "complaints", "is not here"),
    "policy": ("<script>1</script>", "complaints", "Content Security Policy"),
    "third party": ('<img alt="x" src="http://127.0.0.2:9/x.png">', "requests", "http://127.0.0.2:9/"),
}


@pytest.mark.browser
@pytest.mark.parametrize(("snippet", "where", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found(browser, site, book, snippet, where, told):
    html = (book / PAGE).read_text("utf-8")
    if where == "requests":  # a page whose policy was forgotten
        html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    wrong, script = book / "nb/wrong.html", book / "nb/_static/wrong.js"
    wrong.write_text(html.replace("</article>", f"{snippet}</article>"), "utf-8")
    script.write_text("throw new Error('it is not here')", "utf-8")
    try:
        visit = visit_one(browser, site, "nb/wrong.html")
    finally:
        wrong.unlink()
        script.unlink()
    assert any(told in found for found in getattr(visit, where)), vars(visit)


def coloured_by_width(rules, at_width: bool = False) -> list[str]:
    """Declarations of a colour that hold only at some widths: a visit looks for colours at one width only."""
    found = []
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in ("media", "container", "supports"):
            inside = tinycss2.parse_rule_list(rule.content, skip_whitespace=True, skip_comments=True)
            narrow = at_width or "width" in tinycss2.serialize(rule.prelude)
            found += coloured_by_width(inside, narrow)
        elif rule.type == "qualified-rule" and at_width:
            parts = tinycss2.parse_declaration_list(rule.content, skip_whitespace=True)
            found += [
                part.lower_name
                for part in parts
                if part.type == "declaration"
                and re.search(r"color|^background|^opacity|^fill", part.lower_name)
            ]
    return found


def rules_of(css: str) -> list:
    return tinycss2.parse_stylesheet(css, skip_whitespace=True, skip_comments=True)


def test_no_width_changes_the_colour_of_the_text():
    # Panels that open above the page have tests of their own.
    assert coloured_by_width(rules_of(assets.style(with_exercises=True))) == []
    assert coloured_by_width(rules_of("@media (max-width: 9rem) { p { color: red } }")) == ["color"]
