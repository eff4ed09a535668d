from dataclasses import replace

import pytest

from mbkurs.checks.page import Passage
from mbkurs.checks.project import project_at
from mbkurs.checks.rules.quotes import quotes

DAY = "05-conversation/1-meeting-and-listening"


@pytest.fixture(scope="module")
def project():
    return project_at()


def mended(project, old: str, new: str):
    """The course after somebody put other words into day 5.1 in English."""

    def page(page):
        if (page.language, page.name) != ("en", DAY):
            return page
        passages = [Passage(p.place, p.text.replace(old, new)) for p in page.passages]
        return replace(page, passages=tuple(passages))

    return replace(project, pages=tuple(map(page, project.pages)))


def test_every_rubric_quotes_what_stands_there(project, tell):
    assert list(quotes(project, tell)) == []


def test_a_sentence_that_was_mended_after_it_was_quoted(project, tell):
    found = list(quotes(mended(project, "would fit only one person", "fits one person alone"), tell))
    assert [finding.file.name for finding in found] == ["05-conversation.yml"]
    assert "a05-pencil en" in found[0].place and "would fit only one person" in found[0].what


def test_marks_and_emphasis_do_not_count(project, tell):
    assert (
        list(quotes(mended(project, "would fit only one person", "would fit *only* one person"), tell)) == []
    )
