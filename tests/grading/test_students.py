"""The course's list in the gradebook: names, points, extra days; late work is marked and costs nothing."""

from datetime import date

import pytest
from nbgrader.api import Gradebook

from mbkurs.grading.command import _run
from mbkurs.grading.grade import give_back, grade
from mbkurs.grading.students import enrolled, full_name
from mbkurs.words import words
from tests.grading.site import NAME, rows, send, texts_of


@pytest.fixture
def book(place):
    with Gradebook(f"sqlite:///{place.course('nb') / 'gradebook.db'}") as book:
        yield book


def a_list(place, text: str):
    path = place.root / "list.csv"
    path.write_text("id;navn;språk;poeng;ekstra dager\n" + text, encoding="utf-8")
    return path


def test_the_list_fills_nbgraders_students_and_gives_time(place, book, capsys):
    """The moment of handing in is 20 November, 12 UTC, for everybody."""
    course, say = place.course("nb"), words("nb", "grading")
    for trainee in ("k1", "o2", "Per"):
        send(place, trainee, texts_of(place))
    people = a_list(place, "k1;Kari Anne Moen;nb;nei;7\no2;Ola;;;\ne3;Eve;en;;\n")
    assert _run(course, NAME, None, say, roster=people, deadline=date(2026, 11, 18)) == 0
    said = capsys.readouterr().out
    assert "Lista er tatt inn: 2 deltakere" in said and "1 på lista har et annet språk" in said
    assert "Levert etter fristen: o2. Det trekker ikke ned." in said and "fristen: k1" not in said
    assert {student.id: full_name(student) for student in book.students} == {
        "k1": "Kari Anne Moen",
        "o2": "Ola",
        "Per": "Per",
    }
    assert set(enrolled(book)) == {"k1", "o2"}
    assert book.find_submission(NAME, "o2").late_submission_penalty == 0
    assert rows(course)["k1"] == rows(course)["o2"]


def test_the_list_can_say_no_points_and_a_new_list_replaces_it(place):
    course, say = place.course("nb"), words("nb", "grading")
    send(place, "k1", texts_of(place))
    for text, points in (("k1;Kari;;nei;", False), ("k1;Kari;;ja;", True)):
        _run(course, NAME, None, say, roster=a_list(place, text))
        assert (" poeng</p>" in (give_back(course, NAME) / "k1.html").read_text(encoding="utf-8")) == points


def test_of_a_list_with_a_bad_row_nothing_is_taken_in(place, book, capsys):
    course, say = place.course("nb"), words("nb", "grading")
    send(place, "k1", texts_of(place))
    assert _run(course, NAME, None, say, roster=a_list(place, "k1;Kari;;;\n;Ola;;;")) == 1
    said = capsys.readouterr().out
    assert "Linje 3: Id mangler." in said and "Ingenting er tatt inn." in said
    assert enrolled(book) == {} and book.students == [] and not (course / "submitted").exists()


def test_a_deadline_stays_until_it_is_changed(place):
    send(place, "k1", texts_of(place))
    assert grade(place.course("nb"), NAME, deadline=date(2026, 11, 18)).late == ["k1"]
    assert grade(place.course("nb"), NAME).late == ["k1"]
    assert grade(place.course("nb"), NAME, deadline=date(2026, 11, 21)).late == []
