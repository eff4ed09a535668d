"""The book without a network after the first visit, and a newer edition that nobody has to look for."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from mbkurs.bookext.build import build
from mbkurs.testing.packed import served
from mbkurs.words import words
from tests.bookext.conftest import AXE

pytestmark = pytest.mark.browser
DAY = "nb/01-arriving/1-welcome.html"
SAY = words("nb", "book")["newer"]
KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) found.push(request.url);
    return found;
}"""


def visit(page: Page, address: str) -> None:
    """Open a page and wait until its worker has kept the book."""
    page.goto(address)
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.wait_for_function("() => navigator.serviceWorker.controller")


@pytest.fixture
def kept(page, site) -> Page:
    visit(page, f"{site}/{DAY}")
    return page


def test_other_pages_open_without_a_network(kept, site):
    kept.context.set_offline(True)
    for address in ("nb/glossary.html", "nb/01-arriving/2-nothing-about-us.html", "nb/"):
        kept.goto(f"{site}/{address}")
        expect(kept.locator("h1")).to_be_visible()
        assert kept.evaluate("getComputedStyle(document.querySelector('.top')).position") == "sticky"
    kept.goto(f"{site}/nb/search.html?words=samtale")
    expect(kept.locator("#search-found li p").first).to_contain_text("samtale", ignore_case=True)


def test_exercises_live_without_a_network_and_what_is_written_is_not_kept_with_the_pages(kept):
    kept.context.set_offline(True)
    kept.reload()
    note = kept.locator(".mb-exercise textarea").first
    note.fill("Skrevet uten nett.")
    kept.reload()
    expect(note).to_have_value("Skrevet uten nett.")
    paths = [urlsplit(url) for url in kept.evaluate(KEPT)]
    assert paths and {path.query[:2] for path in paths} <= {"", "v="}


def test_only_the_language_that_is_read_is_kept_and_all_of_it(kept, book):
    kept_pages = {urlsplit(url).path for url in kept.evaluate(KEPT) if url.endswith(".html")}
    assert kept_pages == {f"/{path.relative_to(book).as_posix()}" for path in (book / "nb").rglob("*.html")}


def test_a_page_that_the_book_lacks_is_not_invented(kept, site):
    assert kept.goto(f"{site}/nb/no-such-page.html").status == 404


@pytest.fixture
def growing(small):
    """A small book on a server, and how to write its page and build it anew."""

    def write(text: str, other: str = "Uendret.") -> None:
        (small / "book/nb/index.md").write_text(f"# MB-kurset\n\n{text}\n", "utf-8")
        (small / "book/nb/year.md").write_text(f"# Året\n\n{other}\n", "utf-8")
        build("nb", small / "out/book", ["nb"], small)

    write("Gammel tekst.")
    with served(small / "out/book") as site:
        yield f"{site}/nb", write


def look_again(page: Page) -> None:
    """What a browser says when a reader comes back to the tab."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_a_newer_edition_is_offered_on_an_open_page_and_shown(page, growing):
    site, write = growing
    visit(page, f"{site}/index.html")
    write("Ny tekst.")
    look_again(page)
    notice = page.get_by_role("status").filter(has_text=SAY["text"])
    expect(notice).to_be_visible()
    expect(page.locator("article")).to_contain_text("Gammel tekst.")
    assert Axe().run(page, options=AXE).response["violations"] == []
    notice.get_by_role("button", name=SAY["show"]).click()
    expect(page.locator("article")).to_contain_text("Ny tekst.")
    expect(notice).to_have_count(0)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("article")).to_contain_text("Ny tekst.")


def test_a_newer_edition_can_wait(page, growing):
    site, write = growing
    visit(page, f"{site}/index.html")
    write("Ny tekst.")
    look_again(page)
    page.get_by_role("button", name=SAY["later"]).click()
    expect(page.locator("#newer")).to_be_empty()
    expect(page.locator("article")).to_contain_text("Gammel tekst.")


def test_nothing_holds_a_newer_text_back(page, growing):
    site, write = growing
    visit(page, f"{site}/index.html")
    write("Ny tekst.")
    page.goto(f"{site}/year.html")
    page.goto(f"{site}/index.html")
    expect(page.locator("article")).to_contain_text("Ny tekst.")


def test_who_reads_another_page_is_not_asked(page, growing):
    site, write = growing
    visit(page, f"{site}/index.html")
    write("Gammel tekst.", other="Ny tekst.")
    with page.expect_event("console", lambda said: said.text == "taken over"):
        page.evaluate(
            "navigator.serviceWorker.addEventListener('controllerchange', () => console.log('taken over'))"
        )
        look_again(page)
    expect(page.locator("#newer")).to_be_empty()
    page.context.set_offline(True)
    page.goto(f"{site}/year.html")
    expect(page.locator("article")).to_contain_text("Ny tekst.")


def test_a_book_opened_from_a_folder_has_no_worker(page, book):
    page.goto((book / DAY).as_uri())
    expect(page.locator(".mb-exercise textarea").first).to_be_visible()
    assert page.evaluate("navigator.serviceWorker?.controller ?? null") is None
