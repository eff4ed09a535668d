"""Pages of both languages have the same short address."""

from mbkurs.bookext.addresses import address, assignment, twin


def test_pages_lose_their_folders():
    assert address("modules/nb/01-arriving/1-welcome") == "01-arriving/1-welcome"
    assert address("book/en/leader/01-arriving-1-welcome") == "leader/01-arriving-1-welcome"
    assert address("search") == "search"
    assert address("assignments/nb/source/01-arriving/01-arriving") == "assignments/01-arriving"


def test_an_assignment_is_known_by_its_place():
    assert assignment("assignments/en/source/01-arriving/01-arriving") == "01-arriving"
    for other in ("modules/nb/01-arriving/1-welcome", "book/nb/index", "search"):
        assert assignment(other) == ""
    # What a trainee handed in stands elsewhere and is no page.
    assert assignment("assignments/nb/submitted/01-arriving/01-arriving") == ""


def test_a_twin_is_the_same_page_in_the_other_language():
    assert twin("modules/nb/01-arriving/1-welcome", "en") == "modules/en/01-arriving/1-welcome"
    assert twin("book/en/index", "nb") == "book/nb/index"
    page = "assignments/{}/source/01-arriving/01-arriving"
    assert twin(page.format("nb"), "en") == page.format("en")


def test_the_book_has_these_addresses(book):
    for language in ("nb", "en"):
        for name in ("index", "search", "sources", "01-arriving/1-welcome", "assignments/01-arriving"):
            assert (book / language / f"{name}.html").exists()


def test_every_link_inside_the_book_leads_to_a_page_and_a_place(book):
    from bs4 import BeautifulSoup

    soups = {path: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in book.rglob("*.html")}
    places = {path: {tag["id"] for tag in soup.find_all(id=True)} for path, soup in soups.items()}
    lost = []
    for path, soup in soups.items():
        for link in soup.find_all("a", href=True):
            page, _, place = link["href"].partition("#")
            # PDF and EPUB are made of these pages afterwards; tests of theirs see that they are there.
            if ":" in page or page.endswith((".pdf", ".epub")):
                continue
            target = (path.parent / page).resolve() if page else path
            if target not in places or (place and place not in places[target]):
                lost.append(f"{path.relative_to(book)}: {link['href']}")
    assert lost == []
