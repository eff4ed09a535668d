"""What is between the covers, read from the real book."""

import pytest

from mbkurs.bookext import toc
from mbkurs.bookext.addresses import address
from mbkurs.bookext.paper.document import documents
from mbkurs.bookext.paper.page import article, identity
from mbkurs.places import languages


@pytest.fixture(scope="module", params=languages())
def made(request, book):
    return documents(book, request.param)


def test_the_course_holds_every_page_of_the_book(made):
    course = made[0]
    chapters = [chapter.id for part in course.parts for chapter in part.chapters]
    wanted = toc.pages(toc.contents(course.language))
    assert chapters == [identity(address(docname)) for docname in wanted]


def days_of(workbook) -> list:
    return [chapter for chapter in workbook.parts[0].chapters if chapter.number]


def test_a_workbook_holds_the_days_of_its_module_its_assignment_and_where_to_find_help(made):
    workbook = made[1]
    days, crisis, glossary = workbook.parts
    assert [chapter.number[-3:] for chapter in days.chapters] == ["1.1", "1.2", "1.3", ""]
    assert days.chapters[3].id == "p-assignments-01-arriving"
    assert crisis.is_single and crisis.chapters[0].id == "p-crisis-help"
    assert glossary.is_single and glossary.chapters[0].id == "p-glossary"


def test_no_word_is_lost_on_the_way_to_paper(made, book):
    workbook = made[1]
    for day in days_of(workbook):
        file = (
            book / workbook.language / f"{day.id.removeprefix('p-').replace('arriving-', 'arriving/')}.html"
        )
        screen = article(file)
        for tag in screen.select("[popover], [hidden], [data-exercise]"):
            tag.decompose()
        paper = " ".join(day.text.get_text().split())
        wanted = [" ".join(tag.get_text().split()) for tag in screen.select("p, li, td, h2, h3, dt, dd")]
        assert len(wanted) > 80
        assert [text for text in wanted if text not in paper] == []


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
    assert all(chapter.text.select(".mb-sources") for chapter in days_of(workbook))


def test_an_assignment_is_on_paper_with_room_to_write_and_without_what_only_works_on_a_screen(made):
    text = made[1].parts[0].chapters[3].text
    assert len(text.select(".mb-exercise")) == 9
    assert len(text.select(".mb-text .mb-lines > div")) == 3 * 18
    assert not text.select("form, button, input, [hidden]")
