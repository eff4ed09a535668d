"""Hours are the planned minutes of ticked days; today is the calendar's, or the first day not ticked."""

from datetime import date, timedelta

from mbkurs.labui.progress import progress
from mbkurs.syllabus import load

TUESDAY = date(2027, 1, 12)


def at(ticked=(), starts=None, now=TUESDAY):
    return progress(load(), dict.fromkeys(ticked, "2027-01-12"), starts, now)


def test_a_new_trainee_has_no_hours_and_begins_with_the_first_day():
    found = at()
    assert (found.hours, found.of_hours, found.today.id) == (0, 180, "1.1")


def test_ticked_days_count_what_they_were_planned_to_take():
    found = at(["1.1", "1.3"])
    assert (found.hours, found.today.id, found.next_step.id) == (10, "1.2", "1.2")


def test_a_tick_from_a_day_the_course_no_longer_has_counts_nothing():
    assert at(["99.9"]).hours == 0


def test_the_groups_calendar_decides_what_is_today():
    found = at([], TUESDAY.isoformat(), TUESDAY + timedelta(weeks=1))
    assert (found.today.id, found.date, found.next_step.id) == ("1.2", TUESDAY + timedelta(weeks=1), "1.1")


def test_between_course_days_the_next_one_is_shown_with_its_date():
    found = at(["1.1"], TUESDAY.isoformat(), TUESDAY + timedelta(days=1))
    assert (found.today.id, found.date) == ("1.2", TUESDAY + timedelta(weeks=1))


def test_after_the_whole_course_there_is_no_next_step():
    found = at([day.id for day in load().days])
    assert found.today is None and found.next_step is None
