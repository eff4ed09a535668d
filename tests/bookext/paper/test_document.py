"""What is between the covers, read from the real book."""

import pytest

from mbkurs.bookext.paper.document import documents
from mbkurs.places import languages


@pytest.fixture(scope="module", params=languages())
def made(request, book):
    return documents(book, request.param)


def test_the_course_holds_every_page_of_the_book(made, book, addresses):
    course = made[0]
    pages = [address for address in addresses if address.startswith(f"{course.language}/")]
    chapters = [chapter for part in course.parts for chapter in part.chapters]
    # The search page is for screens.
    assert len(chapters) == len(pages) - 1


def test_a_workbook_holds_the_days_of_its_module_and_where_to_find_help(made):
    workbook = made[1]
    days, crisis = workbook.parts
    assert [chapter.number[-3:] for chapter in days.chapters] == ["1.1", "1.2", "1.3"]
    assert crisis.is_single and crisis.chapters[0].id == "p-crisis-help"


def test_ids_are_unique_and_every_link_leads_somewhere(made):
    for document in made:
        chapters = [chapter for part in document.parts for chapter in part.chapters]
        ids = [chapter.id for chapter in chapters]
        ids += [tag["id"] for chapter in chapters for tag in chapter.text.select("[id]")]
        links = [link["href"][1:] for chapter in chapters for link in chapter.text.select('a[href^="#"]')]
        assert len(ids) == len(set(ids)) and links
        assert set(links) <= set(ids)


def test_sources_are_listed_once_in_the_course_and_after_each_day_in_a_workbook(made):
    course, workbook = made[:2]
    days = next(part for part in course.parts if part.number)
    assert not any(chapter.text.select(".mb-sources") for chapter in days.chapters)
    assert any(chapter.text.select(".mb-sources") for part in course.parts for chapter in part.chapters)
    assert all(chapter.text.select(".mb-sources") for chapter in workbook.parts[0].chapters)
