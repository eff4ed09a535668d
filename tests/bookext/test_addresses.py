"""Pages of both languages have the same short address."""

from mbkurs.bookext.addresses import address, twin


def test_pages_lose_their_folders():
    assert address("modules/nb/01-arriving/1-welcome") == "01-arriving/1-welcome"
    assert address("book/en/leader/01-arriving-1-welcome") == "leader/01-arriving-1-welcome"
    assert address("search") == "search"


def test_a_twin_is_the_same_page_in_the_other_language():
    assert twin("modules/nb/01-arriving/1-welcome", "en") == "modules/en/01-arriving/1-welcome"
    assert twin("book/en/index", "nb") == "book/nb/index"


def test_the_book_has_these_addresses(book):
    for language in ("nb", "en"):
        for name in ("index", "search", "sources", "01-arriving/1-welcome"):
            assert (book / language / f"{name}.html").exists()


def test_every_link_inside_the_book_leads_to_a_page_and_a_place(book):
    from bs4 import BeautifulSoup

    soups = {path: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in book.rglob("*.html")}
    places = {path: {tag["id"] for tag in soup.find_all(id=True)} for path, soup in soups.items()}
    lost = []
    for path, soup in soups.items():
        for link in soup.find_all("a", href=True):
            page, _, place = link["href"].partition("#")
            if ":" in page:
                continue
            target = (path.parent / page).resolve() if page else path
            if target not in places or (place and place not in places[target]):
                lost.append(f"{path.relative_to(book)}: {link['href']}")
    assert lost == []
