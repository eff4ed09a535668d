"""An update brings all of the new course or nothing of it, and never touches an answer."""

import shutil
import zipfile

import pytest

from mbkurs.answers import store
from mbkurs.update.command import from_zip
from mbkurs.words import words

SAY = words("en", "update")


def make_course(folder, text):
    (folder / "tools" / "mbkurs").mkdir(parents=True)
    (folder / "course.py").write_text(text)
    (folder / ".venv").mkdir()


def make_zip(file, text):
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("MB-kurset/course.py", text)
        archive.writestr("MB-kurset/tools/mbkurs/__init__.py", text)
        archive.writestr("MB-kurset/assignments/nb/source/new.ipynb", text)
    return file


@pytest.fixture
def course(tmp_path):
    """A course in a folder that a trainee keeps her answers in too, which is the worst case."""
    make_course(tmp_path / "course", "old")
    store.save(tmp_path / "answers.json", "a", "text", {"text": "mitt"})
    return tmp_path / "course"


def test_a_newer_zip_replaces_the_course_and_no_answer(course, tmp_path):
    assert from_zip(make_zip(tmp_path / "new.zip", "new"), course, SAY) == 0
    assert (course / "course.py").read_text() == "new" and (course / ".venv").exists()
    assert store.value(tmp_path / "answers.json", "a") == {"text": "mitt"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "answers.json",
        "answers.lock",
        "course",
        "new.zip",
    ]


def test_a_course_leaders_work_is_taken_along(course, tmp_path):
    work = course / "assignments" / "nb"
    (work / "submitted" / "kari").mkdir(parents=True)
    (work / "submitted" / "kari" / "answers.json").write_text("{}")
    (work / "gradebook.db").write_text("marks")
    (course / "deltakere.csv").write_text("Kari")
    (course / "assignments" / "deltakere.xlsx").write_text("Kari")
    (work / "source").mkdir()
    (work / "source" / "gone.ipynb").write_text("old")
    assert from_zip(make_zip(tmp_path / "new.zip", "new"), course, SAY) == 0
    assert (work / "gradebook.db").read_text() == "marks" and (work / "submitted/kari/answers.json").exists()
    assert (course / "deltakere.csv").exists() and (course / "assignments" / "deltakere.xlsx").exists()
    assert not (work / "source" / "gone.ipynb").exists()


@pytest.mark.parametrize("damage", ["cut", "foreign", "missing"])
def test_what_is_no_whole_release_changes_nothing(course, tmp_path, capsys, damage):
    file = make_zip(tmp_path / "new.zip", "new" * 1000)
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:-40])
    elif damage == "foreign":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("photos/cat.jpg", "x")
    else:
        file.unlink()
    assert from_zip(file, course, SAY) == 1
    assert "Download it again" in capsys.readouterr().out
    assert (course / "course.py").read_text() == "old"


def test_a_fault_half_way_puts_the_old_course_back(course, tmp_path, monkeypatch, capsys):
    real = shutil.move

    def full(source, target):
        if "new" in str(source) and "tools" in str(source):
            raise OSError(28, "No space left on device")
        return real(source, target)

    monkeypatch.setattr("mbkurs.update.command.shutil.move", full)
    assert from_zip(make_zip(tmp_path / "new.zip", "new"), course, SAY) == 1
    assert "as it was" in capsys.readouterr().out
    assert (course / "course.py").read_text() == "old" and (course / "tools" / "mbkurs").is_dir()
