"""Where a trainee is in the course: planned hours of ticked days, today, the next step."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mbkurs.syllabus import Course, Day
from mbkurs.syllabus.calendar import calendar
from mbkurs.syllabus.model import COURSE_MINUTES


@dataclass(frozen=True)
class Progress:
    """``hours`` of ``of_hours``: what the ticked days were planned to take, never measured time.

    ``today`` is the group's next course day with its ``date`` where the group's first day is known, else
    the first day that is not ticked; None when the course is done. ``next_step`` is the first not ticked.
    """

    hours: float
    of_hours: float
    today: Day | None
    date: date | None
    next_step: Day | None


def progress(course: Course, ticked: dict, starts: str | None, now: date) -> Progress:
    """``ticked`` maps day ids to dates, as in the sheet; ``starts`` is the group's first day (ISO date)."""
    minutes = sum(day.minutes for day in course.days if day.id in ticked)
    next_step = next((day for day in course.days if day.id not in ticked), None)
    today, when = next_step, None
    if starts:
        coming = (entry for entry in calendar(date.fromisoformat(starts)).days if entry.date >= now)
        entry = next(coming, None)
        today, when = (entry.day, entry.date) if entry else (next_step, None)
    return Progress(minutes / 60, COURSE_MINUTES / 60, today, when, next_step)


def notebook_path(language: str, day: Day) -> str:
    """The working copy of a day, below JupyterLab's root."""
    return f"{language}/{day.page}.ipynb"


def is_written(root: Path, language: str, day: Day) -> bool:
    """Whether the day has a notebook yet."""
    return (root / notebook_path(language, day)).is_file()


def around(course: Course, root: Path, language: str, day: Day) -> tuple[Day | None, Day | None]:
    """The written days before and after ``day``."""
    days = [other for other in course.days if is_written(root, language, other) or other == day]
    place = days.index(day)
    return (days[place - 1] if place else None), (days[place + 1] if place + 1 < len(days) else None)
