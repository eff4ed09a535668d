"""Lists, deadlines and extra days, one change at a time."""

from datetime import date

from mbkurs.grading.grade import grade
from mbkurs.grading.register import deadline, give_days, people, set_deadline, take_list
from mbkurs.grading.roster import Person
from mbkurs.grading.standing import standing
from tests.grading.site import NAME, send


def test_a_list_goes_to_the_course_of_each_persons_language(place):
    listed = [Person("a", "Anne"), Person("b", "Bo", "nb"), Person("c", "Cy", "en")]
    assert take_list(place.assignments, listed, "nb") == {"nb": 2, "en": 1}
    assert set(people(place.course("nb"))) == {"a", "b"} and set(people(place.course("en"))) == {"c"}
    take_list(place.assignments, listed[:1], "nb")
    assert set(people(place.course("nb"))) == {"a"}
    assert set(people(place.course("en"))) == {"c"}, "nobody in the new list is in this course"


def test_a_deadline_is_set_before_and_after_the_first_hand_in_and_taken_away(place):
    course = place.course("nb")
    set_deadline(course, NAME, date(2026, 11, 19))
    assert deadline(course, NAME) == date(2026, 11, 19)
    send(place, "Kari", {})
    assert grade(course, NAME).late == ["Kari"]
    set_deadline(course, NAME, None)
    assert deadline(course, NAME) is None
    assert not standing(course, NAME).trainees[0].late


def test_extra_days_count_for_what_is_handed_in_already_and_for_what_comes(place):
    course = place.course("nb")
    take_list(place.assignments, [Person("Kari", "Kari Moen", points=False), Person("Ola", "Ola")], "nb")
    set_deadline(course, NAME, date(2026, 11, 19))
    send(place, "Kari", {})
    assert grade(course, NAME).late == ["Kari"]
    give_days(course, "Kari", "Kari Moen", 2)
    assert not standing(course, NAME).trainees[0].late
    assert people(course)["Kari"] == Person("Kari", "Kari Moen", points=False, extra_days=2)
    give_days(course, "Ola", "Ola", 2)
    send(place, "Ola", {}, hours=12)
    assert grade(course, NAME).late == []
    give_days(course, "Kari", "Kari Moen", 0)
    assert standing(course, NAME).trainees[0].late
