"""``python3 course.py grade --forget TRAINEE [--language nb]``: a trainee out of all that leaders keep.

Shows first what there is, and asks. Copies made elsewhere are the leader's to find: the last line says so.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy import text

from mbkurs.arguments import with_language
from mbkurs.grading.arrivals import arrived
from mbkurs.grading.gradebook import gradebook, one_at_a_time
from mbkurs.grading.parcel import Refused, read, trainee_id
from mbkurs.grading.students import enrolled
from mbkurs.language import system_language
from mbkurs.places import ASSIGNMENTS, languages
from mbkurs.words import words

OURS = ("submitted", "autograded", "feedback", "set-aside")  # a folder for each trainee


def run(arguments: list[str], ask=input) -> int:
    """0 when it is done or not wanted, 1 where there is nobody of that name, 2 for usage."""
    say = words(system_language(arguments), "grading")["erase"]
    parser = with_language(system_language(arguments))
    parser.add_argument("--forget", dest="trainee", required=True)
    try:
        asked = parser.parse_args(arguments)
        course = ASSIGNMENTS / languages()[languages().index(asked.language)]
    except ValueError:
        print(say["usage"])
        return 2
    return _run(course, asked.trainee, say, ask)


def _run(course: Path, trainee: str, say: dict, ask) -> int:
    files = files_of(course, trainee)
    if not files and not known(course, trainee):
        print(say["nobody"].format(trainee=trainee, folder=course))
        return 1
    print(say["this"].format(trainee=trainee))
    for path in files:
        print(f"  {path.relative_to(course)}")
    print(say["book"])
    if ask(say["sure"].format(trainee=trainee)).strip() != trainee:
        print(say["kept"])
        return 0
    erase(course, trainee)
    print(say["done"].format(trainee=trainee))
    return 0


def files_of(course: Path, trainee: str) -> list[Path]:
    """The files and folders of one trainee; of the folder of hand-ins those with the name inside.

    The reports name everybody, so they go too, and are made again by the next ``report``.
    """
    if trainee_id(trainee) != trainee:
        return []
    found = [course / step / trainee for step in OURS]
    found += (course / "returned").glob("*/*.html")
    found = [path for path in found if path.stem == trainee or path.name == trainee]
    files = [*arrived(course), *(course / "set-aside").glob("*")]
    found += [file for file in files if _is_from(file, course, trainee)]
    found = [path for path in found if path.exists() or path.is_symlink()]
    return sorted(found + list((course / "report").glob("*"))) if found else []


def known(course: Path, trainee: str) -> bool:
    """Whether the gradebook or the course's list has the trainee."""
    with gradebook(course) as book:
        return trainee in enrolled(book) or any(student.id == trainee for student in book.students)


def erase(course: Path, trainee: str, waiting=lambda: None) -> None:
    """Deletes one trainee: first the gradebook's rows, then the files. May be repeated after a fault."""
    with one_at_a_time(course, waiting):
        files = files_of(course, trainee)
        with gradebook(course) as book:
            _rows(book, trainee)
        for path in files:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def _rows(book: Gradebook, trainee: str) -> None:
    """Also our own tables; and nothing of it stays in the file's free pages or its log."""
    with suppress(MissingEntry):
        book.remove_student(trainee)
    tables = set(book.db.execute(text("SELECT name FROM sqlite_master")).scalars())
    if "mbkurs_roster" in tables:
        book.db.execute(text("DELETE FROM mbkurs_roster WHERE id = :id"), {"id": trainee})
    if "mbkurs_seen" in tables:
        where = "json_extract(submission, '$[2]') = :id"
        book.db.execute(text(f"DELETE FROM mbkurs_seen WHERE {where}"), {"id": trainee})
    book.db.commit()
    with book.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM"))
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _is_from(file: Path, course: Path, trainee: str) -> bool:
    with suppress(Refused):
        return read(file, course.name)["trainee"].casefold() == trainee.casefold()
    return False
