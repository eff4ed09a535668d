"""``course.py backup`` and ``restore``: everything is in it, and nothing that is only there once is lost."""

import shutil
import sqlite3
import zipfile
from contextlib import closing

import pytest

from mbkurs.grading.backup import backup
from mbkurs.grading.grade import give_back, grade
from mbkurs.grading.restore import NoBackup, restore
from mbkurs.grading.roster import Person
from tests.grading.site import NAME, choices_of, mark, rows, send, texts_of


@pytest.fixture
def worked(place):
    """A course with a list, marks by machine and by hand, and feedback."""
    course = place.course("nb")
    for trainee in ("Kari", "Åse Berg"):
        send(place, trainee, texts_of(place) | choices_of(place, best=True))
    grade(course, NAME, people=[Person("Kari", "Kari Moen"), Person("Per", "Per Lie")])
    mark(place, "Kari", 1, "Vel gjort")
    give_back(course, NAME)
    return place


def made(course):
    """Every file in a course with what it holds, but for the gradebook's own."""
    files = [path for path in course.rglob("*") if path.is_file() and "gradebook" not in path.name]
    return {str(path.relative_to(course)): path.read_bytes() for path in files}


def roster(course):
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        return book.execute("SELECT id FROM mbkurs_roster ORDER BY id").fetchall()


def test_what_was_lost_comes_back(worked, tmp_path):
    course = worked.course("nb")
    files, marks, people = made(course), rows(course), roster(course)
    file = backup(worked.assignments, tmp_path / "disk")
    for path in ("submitted", "handed-in", "autograded", "feedback", "returned"):
        shutil.rmtree(course / path)
    for path in course.glob("gradebook.db*"):
        path.unlink()
    assert restore(worked.assignments, file)
    assert (made(course), rows(course), roster(course)) == (files, marks, people)
    assert grade(course, NAME).graded == {"Kari": 0, "Åse Berg": 3}


def test_what_was_there_before_is_kept_and_can_be_put_back(worked, tmp_path):
    course = worked.course("nb")
    old = backup(worked.assignments, tmp_path)
    send(worked, "Kari", texts_of(worked, n0="newer words"), hours=1)
    send(worked, "Ny", texts_of(worked))
    grade(course, NAME)
    marks, files = rows(course), made(course)
    kept = restore(worked.assignments, old)
    assert "Ny" not in rows(course) and not (course / "submitted" / "Ny").exists()
    restore(worked.assignments, kept)
    assert rows(course) == marks
    assert made(course) == files


def test_a_backup_while_others_write_is_whole(worked, tmp_path):
    """One writes in the gradebook while it is copied and put back, as formgrader does."""
    course = worked.course("nb")
    with closing(sqlite3.connect(course / "gradebook.db")) as open_elsewhere:
        file = backup(worked.assignments, tmp_path)
        with open_elsewhere:
            open_elsewhere.execute("UPDATE grade SET manual_score = 0.5")
        restore(worked.assignments, file)
        scores = open_elsewhere.execute("SELECT DISTINCT manual_score FROM grade").fetchall()
    assert (0.5,) not in scores
    with zipfile.ZipFile(file) as archive:
        archive.extract("nb/gradebook.db", tmp_path)
    with closing(sqlite3.connect(tmp_path / "nb" / "gradebook.db")) as book:
        assert book.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_backups_of_a_second_are_two_and_only_the_leader_reads_them(worked, tmp_path):
    first, second = (backup(worked.assignments, tmp_path / "b") for _ in range(2))
    assert first != second and first.stat().st_mode & 0o077 in (0, 0o066)  # Windows knows no such modes


def test_a_link_is_not_followed(worked, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    try:
        (worked.course("nb") / "handed-in" / "link.json").symlink_to(secret)
    except OSError:
        pytest.skip("no links on this system")
    with zipfile.ZipFile(backup(worked.assignments, tmp_path / "b")) as archive:
        assert not [name for name in archive.namelist() if "link" in name]


@pytest.mark.parametrize(
    "name", ["../evil", "nb/../../evil", "/evil", "nb/source/evil", "xx/submitted/a", "evil"]
)
def test_a_zip_that_is_no_backup_changes_nothing(worked, tmp_path, name):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr(name, "x")
    before = made(worked.assignments)
    with pytest.raises(NoBackup):
        restore(worked.assignments, tmp_path / "bad.zip")
    assert made(worked.assignments) == before


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_a_torn_or_missing_backup_changes_nothing(worked, tmp_path, content):
    file = tmp_path / "torn.zip"
    if content is not None:
        whole = backup(worked.assignments, tmp_path).read_bytes() if content else b""
        file.write_bytes(whole[: len(whole) // 2] if content == b"no zip" else content)
    before = made(worked.course("nb"))
    with pytest.raises(NoBackup):
        restore(worked.assignments, file)
    assert made(worked.course("nb")) == before


def test_a_damaged_gradebook_is_not_put_back(worked, tmp_path):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("nb/gradebook.db", b"SQLite format 3\0" + b"x" * 5000)
    marks = rows(worked.course("nb"))
    with pytest.raises(NoBackup):
        restore(worked.assignments, tmp_path / "bad.zip")
    assert rows(worked.course("nb")) == marks


def test_a_course_without_work_has_nothing_to_back_up(place, tmp_path):
    for language in ("nb", "en"):
        shutil.rmtree(place.course(language) / "handed-in")
        (place.course(language) / "gradebook.db").unlink()
    assert backup(place.assignments, tmp_path / "b") is None and not (tmp_path / "b").exists()
