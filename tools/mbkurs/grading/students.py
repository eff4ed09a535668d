"""Who is in the course: nbgrader's students, and beside them what nbgrader has no place for."""

import json
from dataclasses import asdict

from nbgrader.api import Gradebook, Student
from sqlalchemy import text

from mbkurs.grading.roster import Person

TABLE = "CREATE TABLE IF NOT EXISTS mbkurs_roster (id TEXT PRIMARY KEY, person TEXT NOT NULL)"


def enrol(book: Gradebook, people: list[Person]) -> None:
    """Makes ``people`` the course's list, in one transaction; nobody's work or marks are taken away."""
    book.db.execute(text(TABLE))
    book.db.execute(text("DELETE FROM mbkurs_roster"))
    known = {student.id: student for student in book.students}
    for person in people:
        row = {"id": person.id, "person": json.dumps(asdict(person))}
        book.db.execute(text("INSERT INTO mbkurs_roster VALUES (:id, :person)"), row)
        # nbgrader's pages show "last, first", and "None, None" where either is missing.
        first, _, last = person.name.rpartition(" ")
        student = known.get(person.id) or Student(id=person.id)
        student.first_name, student.last_name = first, last
        book.db.add(student)
    book.db.commit()


def enrolled(book: Gradebook) -> dict[str, Person]:
    """The course's list by id, empty if no list was ever taken in."""
    book.db.execute(text(TABLE))
    rows = book.db.execute(text("SELECT person FROM mbkurs_roster ORDER BY id"))
    people = [Person(**json.loads(row)) for row in rows.scalars()]
    return {person.id: person for person in people}


def wants_points(book: Gradebook, trainee: str) -> bool:
    """Whether the list lets a trainee have points; one who is not on it may."""
    person = _person(book, trainee)
    return person is None or person.points


def _person(book: Gradebook, trainee: str) -> Person | None:
    """One trainee of the list: asked for every submission, so without reading the whole list."""
    book.db.execute(text(TABLE))
    row = book.db.execute(text("SELECT person FROM mbkurs_roster WHERE id = :id"), {"id": trainee}).scalar()
    return Person(**json.loads(row)) if row else None


def full_name(student: Student) -> str:
    """A student's name; the id where there is none."""
    return " ".join(filter(None, [student.first_name, student.last_name])) or student.id


def give_time(book: Gradebook, assignment: str, trainee: str) -> bool:
    """Gives the extra days of the list; returns whether the submission came after the deadline."""
    person = _person(book, trainee)
    if person and person.extra_days is not None:
        book.grant_extension(assignment, trainee, days=person.extra_days)
    return book.find_submission(assignment, trainee).total_seconds_late > 0
