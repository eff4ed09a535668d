"""All a trainee wrote is in the export, readable, and nothing is deleted without the word."""

import json
import re
from datetime import date

import pytest

from mbkurs.answers import store
from mbkurs.language import nice_date
from mbkurs.mydata import export, forget
from mbkurs.mydata.course_index import exercises


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("MBKURS_HOME", str(tmp_path))
    return tmp_path


def test_every_answer_stands_with_its_question(folder):
    note = next(props for props in exercises("nb").values() if props["kind"] == "text")
    store.save(folder / "answers.json", note["id"], "text", {"text": "Naboen <hilste>"})
    page = export.page("nb")
    assert "Naboen &lt;hilste&gt;" in page and note["title"] in page


@pytest.mark.parametrize("language", ["nb", "en"])
def test_times_are_written_for_people(folder, language):
    store.save(folder / "answers.json", "a", "text", {"text": "mitt"})
    store.tick(folder / "answers.json", "1.1", done=True)
    page = export.page(language)
    today = nice_date(date.today(), language)
    assert page.count(f"{today}, ") == 2 and f"1.1 ({today})" in page
    assert not re.search(r"\d{4}-\d\d-\d\d", page)


def test_a_time_that_is_none_stands_as_it_is(folder):
    store.save(folder / "answers.json", "a", "text", {"text": "mitt"})
    sheet = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    sheet["answers"]["a"]["saved"] = "i går"
    (folder / "answers.json").write_text(json.dumps(sheet), encoding="utf-8")
    assert "i går" in export.page("nb")


def test_the_answer_to_a_retired_exercise_is_still_there(folder):
    store.save(folder / "answers.json", "long-gone", "text", {"text": "fortsatt mitt"})
    page = export.page("en")
    assert "fortsatt mitt" in page and "no longer part of the course" in page


def test_a_damaged_sheet_is_in_the_export_too(folder):
    (folder / "answers.json").write_text('{"half a sheet', encoding="utf-8")
    store.save(folder / "answers.json", "a", "text", {"text": "nytt"})
    assert "half a sheet" in export.page("en")


@pytest.mark.parametrize(("typed", "gone"), [("delete", True), ("yes", False), ("", False)])
def test_forget_asks_first(folder, monkeypatch, typed, gone):
    store.save(folder / "answers.json", "a", "text", {"text": "mitt"})
    export.run(["--language", "en"])
    monkeypatch.setattr("builtins.input", lambda _: typed)
    forget.run(["--language", "en"])
    left = [path.name for path in folder.iterdir() if "mitt" in path.read_text(encoding="utf-8")]
    assert (left == []) is gone


def test_the_command_finds_the_folder_chosen_on_the_start_page(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MBKURS_HOME", "")
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    stick = tmp_path / "stick"
    store.save(stick / "answers.json", "a", "text", {"text": "på minnepinnen"})
    (tmp_path / "MB-kurs").mkdir()
    (tmp_path / "MB-kurs" / "settings.json").write_text(json.dumps({"folder": str(stick)}), encoding="utf-8")
    export.run(["--language", "en"])
    assert "på minnepinnen" in next(stick.glob("mb-*.html")).read_text(encoding="utf-8")
