from datetime import date

import icalendar

from mbkurs.syllabus.calendar import calendar, ics

TUESDAY = date(2027, 4, 6)


def test_one_day_a_week_and_placement_beside_it():
    year = calendar(TUESDAY)
    assert [entry.date.weekday() for entry in year.days] == [1] * 36
    assert (year.days[0].date, year.days[-1].date) == (TUESDAY, date(2027, 12, 7))
    # Week 13 begins twelve weeks after the Monday of the first.
    assert [(p.first, p.last) for p in year.placements] == [
        (date(2027, 6, 28), date(2027, 9, 3)),
        (date(2027, 9, 27), date(2027, 12, 3)),
    ]


def test_nothing_that_the_first_placement_needs_comes_after_it_begins():
    year = calendar(TUESDAY)
    gate = next(entry for entry in year.days if entry.day.id == "4.3")
    assert gate.date < year.placements[0].first


def test_the_file_opens_in_a_calendar():
    file = icalendar.Calendar.from_ical(ics(TUESDAY, "nb"))
    events = file.walk("VEVENT")
    assert len(events) == 38
    assert str(events[0]["summary"]) == "1.1 Velkommen inn"
    assert events[0]["dtend"].dt == date(2027, 4, 7)
    assert len({str(event["uid"]) for event in events}) == 38
