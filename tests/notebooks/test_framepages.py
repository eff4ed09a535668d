"""What leads out of a day leads to the same place on a running server."""

import pytest

from mbkurs.notebooks.framepages import with_addresses
from mbkurs.places import BOOK


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("[The year](../../../book/en/year.md)", "[The year](/hub/pages/en/year)"),
        ("[Day](../02-recovery/1-slug.ipynb)", "[Day](../02-recovery/1-slug.ipynb)"),
        ("![Weeks](../../../book/assets/year-en.svg)", "![Weeks](/hub/pages/assets/year-en.svg)"),
    ],
)
def test_links_and_figures(written, served):
    assert with_addresses(written, "/hub/pages/") == served


@pytest.mark.parametrize("figure", sorted(BOOK.glob("assets/*.svg")), ids=lambda path: path.name)
def test_a_figure_stands_alone_and_speaks_its_language(figure):
    text = figure.read_text("utf-8")
    language = figure.stem[-2:]
    assert f'lang="{language}"' in text and 'role="img"' in text
    assert "<title" in text and "<desc" in text
    assert not [part for part in ("<script", "<style", "@import", "<image", "href=") if part in text]
