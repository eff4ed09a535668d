"""``nbgrader export`` as the leader runs it: nobody who passes without points has a number."""

import csv

from mbkurs.grading.grade import grade
from mbkurs.grading.roster import Person
from tests.grading.site import NAME, mark, send, texts_of


def test_points_only_for_those_who_want_them_and_have_handed_in(place):
    course = place.course("nb")
    send(place, "Kari", texts_of(place))
    send(place, "Ola", texts_of(place), points=False)
    send(place, "Siv", texts_of(place))
    listed = [Person("Kari", "Moen, Kari"), Person("Siv", "Siv", points=False), Person("Åse", "Åse")]
    grade(course, NAME, people=listed)
    for who in ("Kari", "Ola", "Siv"):
        mark(place, who, 1)
    place.nbgrader(course, "export")
    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        found = {row["student_id"]: row for row in csv.DictReader(file)}
    assert set(found) == {"Kari", "Ola", "Siv", "Åse"}
    written = place.assignment("nb").rubric["written"]
    assert float(found["Kari"]["score"]) == sum(len(entry["criteria"]) for entry in written)
    assert found["Kari"]["first_name"] == "Moen,", "a comma in a name moves no column"
    for who in ("Ola", "Siv", "Åse"):
        assert {found[who][key] for key in ("raw_score", "score", "max_score")} == {""}
    assert found["Ola"]["timestamp"] and not found["Åse"]["timestamp"]
