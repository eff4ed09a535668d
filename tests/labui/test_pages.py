"""The pages around the modules are there without the public book, and their links lead somewhere."""

import re

import pytest

from mbkurs.labui.pages import html
from mbkurs.notebooks import files, prepare
from mbkurs.places import BOOK, languages

PAGES = [path for code in languages() for path in sorted((BOOK / code).glob("**/*.md"))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-2:]))
def test_boxes_and_citations_are_drawn(path):
    language = path.relative_to(BOOK).parts[0]
    shown = html(path.read_text(encoding="utf-8"), language, "sources#ref-{}".format)
    assert not re.search(r"<p>%|\[@", shown)


@pytest.mark.parametrize("language", languages())
def test_a_link_of_a_day_to_a_frame_page_leads_to_this_server(language):
    copies = [prepare(files.read(path), "/base/pages/") for path in files.days(language)]
    text = "\n".join(cell.source for copy in copies for cell in copy.cells if cell.cell_type == "markdown")
    found = re.findall(r"\]\(/base/pages/([a-z/0-9-]+(?:\.svg)?)", text)
    files_of = [name if name.endswith(".svg") else f"{name}.md" for name in found]
    assert found and all((BOOK / name).is_file() for name in files_of)
    assert "book/" not in "".join(re.findall(r"\]\([^)]+\)", text))


@pytest.mark.browser
def test_a_figure_of_a_day_is_drawn(course, page):
    page.goto(course.start_url)
    page.goto(course.day())
    figure = page.locator("img[src$='assets/year-nb.svg']")
    figure.scroll_into_view_if_needed()
    page.wait_for_function("(image) => image.naturalWidth === 400", arg=figure.element_handle())
    assert "36 kursdager" in figure.get_attribute("alt")


@pytest.mark.browser
def test_the_page_with_pictures_fits_a_phone(course, page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(course.start_url)
    page.goto(course.url("mbkurs/pages/nb/leader/twenty-machines"))
    assert page.evaluate("[...document.images].every((image) => image.naturalWidth > 390)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
