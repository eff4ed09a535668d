"""Each kind of exercise as something to hold a pencil over."""

import json

import pytest
from bs4 import BeautifulSoup

from mbkurs.bookext.paper.exercise import on_paper
from mbkurs.exercises import render

TEXT = "title: A note\nprompt: Write\nrows: 4\n"
SORT = """title: Cards
prompt: Where?
groups: [{key: a, text: Here}, {key: b, text: There}]
cards:
  - {key: w, text: One, group: a}
  - {key: x, text: Two & more, group: b}
  - {key: y, text: Three, group: b}
  - {key: z, text: Four, group: [a, b]}
"""
CHOICE = """title: Choose
prompt: Which?
options:
  - {key: a, text: First, feedback: So it goes.}
  - {key: b, text: Second, feedback: Or so.}
  - {key: c, text: Third, feedback: Or else.}
"""
SCALE = """title: Scale
prompt: How?
low: little
high: much
items: [{key: a, text: Sleep}, {key: b, text: Food}, {key: c, text: Friends}]
"""
DIALOGUE = """title: Talk
start: one
turns:
  one:
    says: Hello
    replies: [{text: Hi, feedback: Kind., next: two}, {text: Bye, feedback: Short., next: end}]
  two:
    says: And
    replies: [{text: Hm, feedback: Slow., next: three}, {text: Bye, feedback: Short., next: end}]
  three:
    says: So
    replies: [{text: Ok, feedback: Calm., next: good}, {text: Bye, feedback: Short., next: end}]
ends: {good: It went well., end: It ended.}
good_ends: [good]
"""


def paper(kind: str, text: str):
    page = BeautifulSoup(
        f"<article>{render(kind, 'my-exercise', text, 'en')['text/html']}</article>", "html.parser"
    )
    return page, on_paper(page)


def test_a_note_has_room_for_handwriting():
    page, after = paper("text", TEXT)
    assert len(page.select(".mb-lines > div")) == 6 and after == []


def test_cards_to_sort_have_a_field_under_each_group():
    page, after = paper("sort", SORT)
    assert [th.get_text() for th in page.select("thead th")] == ["Cards", "Here", "There"]
    assert [row.th.get_text() for row in page.select("tbody tr")] == ["One", "Two & more", "Three", "Four"]
    assert len(page.select(".tick")) == 8
    assert "Here" in after[0].html


def test_what_a_choice_leads_to_waits_until_later():
    page, (after,) = paper("choice", CHOICE)
    assert "So it goes." not in page.select_one(".mb-exercise").get_text()
    assert "So it goes." in after.html and after.title == "Choose"
    assert page.select_one(".turn a")["href"] == f"#{after.id}"
    assert page.select_one(".mb-exercise")["id"] == after.exercise


def test_a_scale_has_eleven_rings():
    page, _ = paper("scale", SCALE)
    assert [ring.get_text() for ring in page.select_one(".mb-numbers").select("span")] == [
        str(number) for number in range(11)
    ]


def test_a_conversation_is_open_and_stays_where_it_is():
    page, after = paper("dialogue", DIALOGUE)
    assert after == [] and not page.select("details, summary")
    assert "It ended." in page.get_text()


@pytest.mark.parametrize("kind, text", [("text", TEXT), ("sort", SORT), ("scale", SCALE)])
def test_the_properties_are_still_there_for_who_comes_next(kind, text):
    page, _ = paper(kind, text)
    assert json.loads(page.script.string)["kind"] == kind
