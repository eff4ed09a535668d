"""A citation is author and year, and leads to that source on the sources page."""

from bs4 import BeautifulSoup


def test_citations_lead_to_the_sources_page(book):
    day = BeautifulSoup((book / "nb/01-arriving/1-welcome.html").read_text("utf-8"), "html.parser")
    sources = BeautifulSoup((book / "nb/sources.html").read_text("utf-8"), "html.parser")
    links = day.select("a.mb-cite")
    assert links
    for link in links:
        page, _, place = link["href"].partition("#")
        assert page == "../sources.html"
        assert sources.find(id=place), place
        assert link.get_text()[-4:].isdigit() or link.get_text().endswith("u.å.")


def test_no_citation_is_left_as_it_was_written(book):
    for path in book.rglob("*.html"):
        assert "[@" not in path.read_text("utf-8"), path
