"""Who is in the course and until when, changed one thing at a time: what the leader's page calls."""

from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry

from mbkurs.grading.grade import end_of
from mbkurs.grading.gradebook import gradebook
from mbkurs.grading.roster import Person
from mbkurs.grading.students import enrol, enrolled, give_time


def take_list(assignments: Path, people: list[Person], here: str) -> dict[str, int]:
    """Makes a list the list of every course that it names somebody in; ``{language: how many}``.

    ``here`` is the language of those whose row does not say. A course that nobody is in stays as it was.
    """
    found: dict[str, list[Person]] = {}
    for person in people:
        found.setdefault(person.language or here, []).append(person)
    for language, them in found.items():
        with gradebook(assignments / language) as book:
            enrol(book, them)
    return {language: len(them) for language, them in found.items()}


def set_deadline(course: Path, assignment: str, day: date | None) -> None:
    """Sets the last day of an assignment, in the leader's time zone, or takes it away."""
    with gradebook(course) as book:
        book.update_or_create_assignment(assignment, duedate=end_of(day) if day else None)


def deadline(course: Path, assignment: str) -> date | None:
    """The last day of an assignment, in the leader's time zone."""
    with gradebook(course) as book:
        try:
            due = book.find_assignment(assignment).duedate
        except MissingEntry:
            return None
    return due and due.replace(tzinfo=UTC).astimezone().date()


def people(course: Path) -> dict[str, Person]:
    """The course's list by id."""
    with gradebook(course) as book:
        return enrolled(book)


def give_days(course: Path, trainee: str, name: str, days: int) -> None:
    """Gives one person ``days`` extra days on every deadline, also for what is handed in already."""
    with gradebook(course) as book:
        listed = enrolled(book)
        person = listed.get(trainee) or Person(trainee, name, course.name)
        listed[trainee] = replace(person, extra_days=days)
        enrol(book, list(listed.values()))
        for assignment in _handed_in(book, trainee):
            give_time(book, assignment, trainee)


def _handed_in(book: Gradebook, trainee: str) -> list[str]:
    """The assignments of which there is a submission."""
    return [submission.assignment.name for submission in book.student_submissions(trainee)]
