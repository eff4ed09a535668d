"""How an assignment stands, over all the languages that people hand in in."""

import os
from datetime import date

from mbkurs.grading.grade import give_back, grade
from mbkurs.grading.register import set_deadline, take_list
from mbkurs.grading.roster import Person
from mbkurs.leader.overview import overview
from tests.grading.site import NAME, choices_of, mark, send, texts_of


def stands(place, language="nb"):
    return overview(place.assignments, language, NAME)


def test_what_comes_next_follows_the_work(place):
    course = place.course("nb")
    assert stands(place).step == "take"
    send(place, "Kari", texts_of(place) | choices_of(place, best=True))
    grade(course, NAME)
    assert stands(place).step == "hand" and stands(place).rows[0].waiting == 3
    mark(place, "Kari", 2)
    assert stands(place).step == "back"
    give_back(course, NAME)
    assert stands(place).step == "report" and stands(place).rows[0].page
    send(place, "Kari", texts_of(place) | choices_of(place, best=False), hours=1)
    grade(course, NAME)
    (row,) = stands(place).rows
    assert not row.waiting, "the words are the same"


def test_feedback_from_before_the_latest_hand_in_is_told(place):
    course = place.course("nb")
    send(place, "Kari", choices_of(place, best=True))
    grade(course, NAME)
    page = give_back(course, NAME) / "Kari.html"
    assert not stands(place).rows[0].page_old
    os.utime(page, (0, 0))
    assert stands(place).rows[0].page_old and stands(place).step == "back"


def test_one_who_hands_in_in_another_language_is_not_missing(place):
    take_list(place.assignments, [Person("kari", "Kari Moen"), Person("Ola", "Ola Dahl")], "en")
    send(place, "Kari", choices_of(place, best=True))
    grade(place.course("nb"), NAME)
    now = stands(place, "en")
    assert [(row.id, row.language, bool(row.handed_in)) for row in now.rows] == [
        ("Ola", "en", False),
        ("Kari", "nb", True),
    ]
    assert now.listed and len(now.handed_in) == 1


def test_late_and_extra_days_are_told(place):
    take_list(place.assignments, [Person("Kari", "Kari Moen", extra_days=2), Person("Ola", "Ola")], "nb")
    set_deadline(place.course("nb"), NAME, date(2026, 11, 19))
    for who in ("Kari", "Ola"):
        send(place, who, {})
    grade(place.course("nb"), NAME)
    assert [(row.late, row.days) for row in stands(place).rows] == [(False, 2), (True, 0)]
    assert stands(place).day == date(2026, 11, 19)
