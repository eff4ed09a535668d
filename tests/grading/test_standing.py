"""Who has handed in what, and what came of it: nobody and no file is left out."""

from mbkurs.grading.grade import grade
from mbkurs.grading.report import report
from mbkurs.grading.roster import Person
from mbkurs.grading.standing import standing
from tests.grading.site import NAME, send


def test_everybody_is_there_in_the_order_of_names(reported):
    now = standing(reported.course("nb"), NAME)
    assert [trainee.name for trainee in now.trainees] == [
        "Eva",
        "Kari =Moen",
        "Ola Dahl",
        "Per",
        "Siv",
        "Åse Berg",
    ]
    found = {trainee.id: trainee for trainee in now.trainees}
    assert {who: each.outcome for who, each in found.items()} == {
        "k1": "pass",
        "Ola": "not-yet",
        "Per": "not-yet",
        "Siv": "waiting",
        "Eva": "",
        "å": "",
    }
    assert found["k1"].points == 2 + sum(
        len(entry["criteria"]) for entry in reported.assignment("nb").rubric["written"]
    )
    assert found["Ola"].points is None and not found["Ola"].with_points
    assert found["Siv"].points is None and found["Siv"].problems == ["unknown-option"]
    assert [who for who, each in found.items() if each.late] == ["Per"]
    assert found["Eva"].handed_in and not found["å"].handed_in


def test_files_that_were_not_taken_in_are_named(reported):
    now = standing(reported.course("nb"), NAME)
    found = {taken.file.name: taken.reason for taken in now.refused}
    assert found == {"torn.mbkurs.json": "damaged", "copy.mbkurs (1).json": "no-hand-in"}


def test_looking_changes_nothing(reported):
    def state():
        return {
            path: path.stat().st_mtime_ns
            for path in reported.course("nb").rglob("*")
            if path.is_file() and not path.name.startswith("gradebook") and "report" not in path.parts
        }

    before = state()
    standing(reported.course("nb"), NAME)
    assert state() == before


def test_one_person_under_two_names_is_asked_about(place):
    """On the list as ``k1``, handed in as ``Kari Moen``: nobody can know but the leader."""
    course = place.course("nb")
    send(place, "Kari Moen", {})
    grade(course, NAME, people=[Person("k1", "Kari Moen"), Person("Ola", "Ola")])
    now = standing(course, NAME)
    assert [trainee.id for trainee in now.unlisted] == ["Kari Moen"]
    assert [[trainee.id for trainee in group] for group in now.namesakes] == [["k1", "Kari Moen"]]
    page = report(course, NAME).read_text(encoding="utf-8")
    assert (
        "Dette navnet står ikke på deltakerlista" in page
        and "k1, Kari Moen</strong>: De har samme navn" in page
    )
