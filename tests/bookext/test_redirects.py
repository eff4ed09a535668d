"""Old addresses lead to the pages that have moved."""

import pytest

from mbkurs.bookext.build import build
from mbkurs.words import words

REMEDY = words("en", "book")["build"]["remedy"]["redirect"]


def moved(small, line: str) -> list[tuple[str, str, str]]:
    (small / "book/redirects.yml").write_text(f"# Moved\n{line}\n", "utf-8")
    result = build("nb", small / "out/book", ["nb", "en"], small)
    return [(finding.file.as_posix(), finding.place, finding.remedy) for finding in result.findings]


@pytest.mark.browser
@pytest.mark.parametrize("javascript", [True, False])
def test_an_old_address_leads_to_the_page(small, browser, javascript):
    assert moved(small, "old/place: index") == []
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto((small / "out/book/nb/old/place.html").as_uri())
    page.wait_for_url((small / "out/book/nb/index.html").as_uri())
    context.close()


def test_the_page_between_says_what_it_is_in_its_language(small):
    moved(small, "old: index")
    page = (small / "out/book/nb/old.html").read_text("utf-8")
    assert '<html lang="nb">' in page and words("nb", "book")["moved-to"] in page
    assert "Content-Security-Policy" in page


@pytest.mark.parametrize("line", ["old: nowhere", "index: index"])
def test_a_redirect_that_leads_nowhere_or_hides_a_page_is_told(small, line):
    assert moved(small, line) == [("book/redirects.yml", "line 2", REMEDY)]
