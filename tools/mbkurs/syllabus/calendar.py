"""The course year on a calendar: 36 weekly days and two placement periods."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

from mbkurs.syllabus.loading import load
from mbkurs.syllabus.model import Day
from mbkurs.words import words

# First and last week of each placement period, counted from the first week of the course.
PLACEMENT_WEEKS = ((13, 22), (26, 35))


@dataclass(frozen=True)
class CourseDay:
    date: date
    week: int
    day: Day


@dataclass(frozen=True)
class Placement:
    """A period from the Monday of its first week to the Friday of its last."""

    number: int
    first: date
    last: date


@dataclass(frozen=True)
class Calendar:
    days: tuple[CourseDay, ...]
    placements: tuple[Placement, ...]


def calendar(start: date) -> Calendar:
    """The dates of a course whose first day is ``start``: the same weekday, every week, no holidays."""
    days = tuple(
        CourseDay(start + timedelta(weeks=index), index + 1, day) for index, day in enumerate(load().days)
    )
    monday = start - timedelta(days=start.weekday())
    placements = tuple(
        Placement(number, monday + timedelta(weeks=first - 1), monday + timedelta(weeks=last - 1, days=4))
        for number, (first, last) in enumerate(PLACEMENT_WEEKS, 1)
    )
    return Calendar(days, placements)


def ics(start: date, language: str) -> bytes:
    """The course year as an iCalendar file (RFC 5545) with all-day events, for any calendar program."""
    text = words(language, "syllabus")
    year = calendar(start)
    file = icalendar.Calendar()
    file.add("prodid", "-//MB-kurset//mbkurs//")
    file.add("version", "2.0")
    for entry in year.days:
        title = f"{entry.day.id} {entry.day.title[language]}"
        file.add_component(_event(f"day-{entry.day.id}-{start}", entry.date, entry.date, title))
    for period in year.placements:
        title = text["placement"].format(number=period.number)
        event = _event(f"placement-{period.number}-{start}", period.first, period.last, title)
        file.add_component(event)
    return file.to_ical()


def _event(name: str, first: date, last: date, title: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{name}@mbkurs")
    event.add("dtstamp", datetime(first.year, first.month, first.day, tzinfo=UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the end of an all-day event is the day after
    event.add("summary", title)
    event.add("transp", "TRANSPARENT")
    return event
