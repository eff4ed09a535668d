"""Handing in: one file with exactly what the page showed, and a receipt."""

import json
from datetime import UTC, datetime

import pytest

from mbkurs.answers.store import save, tick
from mbkurs.grading.handin import HandInError, hand_in, notebook_of, wants_points
from mbkurs.grading.intake import take_in
from mbkurs.grading.preview import items, preview
from mbkurs.grading.sheet import Answers
from tests.grading.site import NAME, Site, answer

MOMENT = datetime(2026, 11, 20, 11, 30, tzinfo=UTC)


@pytest.fixture
def home(tmp_path):
    """A trainee's folder: a journal, one assignment answered and one that is nobody's business."""
    home = tmp_path / "home"
    save(home / "answers.json", "a-private-note", "text", {"text": "JOURNAL"})
    save(home / "assignments" / "02-other" / "answers.json", "a02-x", "text", {"text": "OTHER"})
    sheet = home / "assignments" / NAME / "answers.json"
    answer(sheet, Site(tmp_path / "site").assignment("nb"), best=False, text="Æ <b>ø</b>")
    tick(sheet, "1.1", True)
    return home


def test_the_file_holds_this_assignments_answers_and_nothing_else(home):
    done = hand_in(home, NAME, trainee=" Kari ", language="nb", now=MOMENT)
    text = done.file.read_text(encoding="utf-8")
    data = json.loads(text)
    assert done.file.parent == home / "handed-in"
    assert done.file.name.startswith(f"{NAME}-2026-11-20-113000-") and done.file.name.endswith(".mbkurs.json")
    assert set(data) == {
        "format",
        "schema",
        "assignment",
        "language",
        "trainee",
        "time",
        "points",
        "sender",
        "answers",
        "checksum",
    }
    assert (data["trainee"], data["time"]) == ("Kari", "2026-11-20T11:30:00+00:00")
    assert "Æ <b>ø</b>" in text
    for private in ("JOURNAL", "OTHER", "TOOK BACK", "1.1", "revision", "earlier"):
        assert private not in text


def test_the_receipt_shows_what_the_file_holds(home):
    done = hand_in(home, NAME, trainee="Kari", language="nb", now=MOMENT)
    receipt = done.receipt.read_text(encoding="utf-8")
    assert done.data["checksum"] in receipt and done.file.name in receipt and "Kari" in receipt
    assert "Æ &lt;b&gt;ø&lt;/b&gt;" in receipt and "<b>ø" not in receipt


def test_two_files_of_the_same_second_do_not_meet(home):
    names = {hand_in(home, NAME, trainee=who, language="nb", now=MOMENT).file.name for who in ("Kari", "Ola")}
    assert len(names) == 2


def test_a_leader_can_take_in_what_was_handed_in(home, tmp_path):
    file = hand_in(home, NAME, trainee="Kari", language="nb").file
    assert take_in([file], tmp_path / "site" / "assignments" / "nb")[0].outcome == "taken"


def test_a_pass_without_points_is_chosen_at_each_hand_in(home):
    assert wants_points(home, NAME)
    without = hand_in(home, NAME, trainee="Kari", language="nb", points=False, now=MOMENT)
    assert json.loads(without.file.read_text(encoding="utf-8"))["points"] is False
    assert "uten poeng" in without.receipt.read_text(encoding="utf-8")
    assert not wants_points(home, NAME), "the page begins with what was chosen last"
    hand_in(home, NAME, trainee="Kari", language="nb", now=MOMENT.replace(minute=31))
    assert wants_points(home, NAME)


def test_an_untouched_assignment_can_be_handed_in_empty(tmp_path):
    assert hand_in(tmp_path, NAME, trainee="Kari", language="en").data["answers"] == {}


@pytest.mark.parametrize(
    ("slug", "trainee", "code"),
    [(NAME, "", "no-name"), (NAME, "a/b", "no-name"), ("../rubrics", "Kari", "unknown-assignment")],
)
def test_what_stands_in_the_way_is_said_before_anything_is_written(home, slug, trainee, code):
    with pytest.raises(HandInError) as error:
        hand_in(home, slug, trainee=trainee, language="nb")
    assert error.value.code == code and not (home / "handed-in").exists()


def test_a_damaged_sheet_is_not_handed_in_and_not_touched(home):
    sheet = home / "assignments" / NAME / "answers.json"
    sheet.write_text("{")
    with pytest.raises(HandInError) as error:
        hand_in(home, NAME, trainee="Kari", language="nb")
    assert error.value.code == "damaged" and sheet.read_text() == "{"


def test_the_preview_shows_every_question_with_the_answer_or_that_there_is_none():
    notebook = notebook_of(NAME, "nb")
    empty = items(notebook, Answers())
    page = preview(notebook, Answers())
    assert page.count("Du har ikke svart på denne.") == len(empty)
    assert "<form" not in page and "Dette blir ikke levert" in page
    assert "<form" in preview(notebook, Answers(), form="<input>")


def test_a_sheet_that_cannot_be_read_is_said_and_nothing_can_be_sent():
    page = preview(notebook_of(NAME, "nb"), Answers(problem="damaged"), form="<input>")
    assert "Svararket er skadet." in page and "<form" not in page
