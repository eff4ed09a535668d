"""What search engines find: titles, descriptions, the other language, and a sitemap."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from mbkurs.bookext import command
from mbkurs.bookext.config import is_address

DAY = "01-arriving/1-welcome.html"
URL = "https://example.org/kurs"


def head(path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser").head


def alternates(soup: BeautifulSoup) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate]")}


def test_every_page_has_a_title_of_its_own_and_a_description(book, addresses):
    for language in ("nb", "en"):
        found = [head(book / address) for address in addresses if address.startswith(f"{language}/")]
        assert all(30 < len(soup.find("meta", {"name": "description"})["content"]) <= 162 for soup in found)
        titles = [soup.title.text for soup in found]
        assert {title for title in titles if titles.count(title) > 1} == set()


def test_languages_link_to_each_other_without_an_address(book):
    for language in ("nb", "en"):
        page = book / language / DAY
        found = alternates(head(page))
        assert sorted(found) == ["en", "nb"]
        assert all((page.parent / href).resolve().exists() for href in found.values())
    assert not list(book.glob("sitemap.xml"))


def test_a_book_with_an_address_has_a_sitemap_and_full_addresses(small, monkeypatch):
    monkeypatch.setenv("MBKURS_BOOK_URL", URL)
    assert command.build_all(small / "out/book", small, "en")
    soup = head(small / "out/book/en/index.html")
    assert alternates(soup) == {code: f"{URL}/{code}/index.html" for code in ("nb", "en")}
    assert soup.find("link", rel="canonical")["href"] == f"{URL}/en/index.html"
    tree = ElementTree.parse(small / "out/book/sitemap.xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [place.text for place in tree.iter(f"{space}loc")]
    assert places == [f"{URL}/nb/index.html", f"{URL}/en/index.html"]


@pytest.mark.parametrize("value", ["example.org", "ftp://example.org", "https://"])
def test_what_is_no_address_is_said(monkeypatch, capsys, value):
    monkeypatch.setenv("MBKURS_BOOK_URL", value)
    assert command.run(["--language", "nb"]) == 2
    assert f"«{value}»" in capsys.readouterr().err


def test_an_address_may_have_folders():
    assert is_address("https://example.org/a/b/") and is_address("http://127.0.0.1:8010") and is_address("")
