"""A page offers the files that were made with it, and none that were not."""

from mbkurs.bookext.build import build
from mbkurs.bookext.downloads import downloads

DAY = "modules/en/01-arriving/1-welcome"


def files(kinds: list[str], docname: str) -> list[str]:
    return [link["file"] for link in downloads(kinds, docname, "en")]


def test_a_day_offers_its_workbook_first():
    assert files(["--epub", "--pdf"], DAY) == ["01-arriving.pdf", "MB-kurset.pdf", "MB-kurset.epub"]


def test_other_pages_offer_the_course():
    assert files(["--pdf"], "book/en/index") == ["MB-kurset.pdf"]


def test_a_book_without_files_leads_to_none(small):
    out = small / "out/book"
    page = out / "nb/index.html"
    build("nb", out, ["nb", "en"], small, "en")
    assert "MB-kurset.pdf" not in page.read_text("utf-8")
    build("nb", out, ["nb", "en"], small, "en", ["--pdf"])
    assert 'href="MB-kurset.pdf"' in page.read_text("utf-8")
