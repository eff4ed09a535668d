"""One trainee is deleted everywhere, after a look and a question; nobody else is touched."""

import shutil

import pytest

from mbkurs.grading import erase as module
from mbkurs.grading.command import run
from mbkurs.grading.erase import erase
from mbkurs.grading.grade import give_back, grade
from mbkurs.grading.report import report
from mbkurs.grading.roster import Person
from mbkurs.words import words
from tests.grading.site import NAME, rows, send, texts_of

SECRET = "Ord-som-Kari-skrev"


@pytest.fixture
def course(place):
    course = place.course("nb")
    send(place, "Kari", texts_of(place, n0=SECRET))
    send(place, "Kari Moen", texts_of(place))
    grade(course, NAME, people=[Person("Kari", "Kari Nordmann-Hemmelig"), Person("Kari Moen", "Kari Moen")])
    give_back(course, NAME)
    report(course, NAME)
    for folder in ("Kari/01-arriving-1", "Kari Moen/01-arriving-1"):
        (course / "set-aside" / folder).mkdir(parents=True)
    shutil.copy(course / "handed-in" / "Kari-0.mbkurs.json", course / "set-aside" / "old.mbkurs.json")
    return course


def traces(course, *words_of) -> set[str]:
    """Files that hold any of these, as bytes: also free pages and logs of the gradebook."""
    files = [path for path in course.rglob("*") if path.is_file()]
    return {path.name for path in files for text in words_of if text.encode() in path.read_bytes()}


def test_nothing_of_the_trainee_is_left_and_all_of_the_other(course):
    before = rows(course)["Kari Moen"]
    assert "gradebook.db" in traces(course, "Hemmelig") and traces(course, SECRET)
    erase(course, "Kari")
    assert traces(course, SECRET, "Hemmelig", '"Kari"') == set()
    assert not any(path.name in ("Kari", "Kari.html", "Kari-0.mbkurs.json") for path in course.rglob("*"))
    assert rows(course) == {"Kari Moen": before}
    assert (course / "returned" / NAME / "Kari Moen.html").is_file()
    assert [path.name for path in (course / "set-aside").iterdir()] == ["Kari Moen"]
    grade(course, NAME)
    assert set(rows(course)) == {"Kari Moen"}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_shows_and_asks_and_a_no_keeps_everything(course, monkeypatch, capsys, language):
    monkeypatch.setattr(module, "ASSIGNMENTS", course.parent)
    say = words(language, "grading")["erase"]
    everything = sorted(course.rglob("*"))
    assert module._run(course, "Kari", say, lambda text: "nei") == 0
    said = capsys.readouterr().out
    assert "submitted/Kari\n" in said and "Kari-0.mbkurs.json" in said and say["kept"] in said
    assert "Kari Moen" not in said
    assert sorted(course.rglob("*")) == everything and set(rows(course)) == {"Kari", "Kari Moen"}
    assert module._run(course, "Kari", say, lambda text: "Kari") == 0
    assert say["done"].format(trainee="Kari") in capsys.readouterr().out


def test_nobody_of_that_name_and_wrong_calls(course, monkeypatch, capsys):
    monkeypatch.setattr(module, "ASSIGNMENTS", course.parent)
    assert run(["--forget", "Ola", "--language", "nb"]) == 1
    assert run(["--forget", "../..", "--language", "nb"]) == 1
    assert run(["--forget", "--language", "nb"]) == 2
    assert run(["--forget", "Kari", "--language", "xx"]) == 2
    assert len(capsys.readouterr().out.strip().splitlines()) == 4
    assert set(rows(course)) == {"Kari", "Kari Moen"}
