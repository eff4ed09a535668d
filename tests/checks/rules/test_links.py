import pytest

from mbkurs.checks.rules.links import links
from tests.checks.conftest import prose


@pytest.mark.parametrize(
    "href", ["1-first.ipynb", "1-first.ipynb#part", "#part", "https://rusinfo.no", "tel:113"]
)
def test_links_that_lead_somewhere(tiny, tell, href):
    tiny.both(prose("title", f"# A day\n\n[text]({href})"))
    assert list(links(tiny.project(), tell)) == []


@pytest.mark.parametrize("href", ["2-second.ipynb", "/1-first.ipynb", "ftp://a.no/b"])
def test_links_that_lead_nowhere(tiny, tell, href):
    file = tiny.write("en", prose("title", f"# A day\n\n[text]({href})"))
    assert list(links(tiny.project(), tell)) == [tell(file, "title", "dead-link", href=href)]
