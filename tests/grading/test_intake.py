"""Files that trainees sent: the latest counts, and what cannot be used is refused with a reason."""

import json
import os
import sys
from datetime import UTC, datetime, timedelta

import pytest

from mbkurs.grading.intake import TIME, put, submitted, take_in
from mbkurs.grading.parcel import checksum, parcel, trainee_id
from mbkurs.grading.sheet import EXCHANGE, Answers, read_answers
from mbkurs.places import languages
from mbkurs.words import words
from tests.grading import toy

MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)
IDS = {"toy-door", "toy-several", "toy-words"}


@pytest.fixture
def course(tmp_path):
    return toy.make(tmp_path / "assignments").parents[2]


def said(text: str) -> dict:
    return {"toy-words": {"kind": "text", "value": {"text": text}, "saved": ""}}


def send(folder, name="a", text="hei", moment=MOMENT, **change):
    """A hand-in file, spoilt by ``change`` but with a checksum that fits."""
    data = parcel("toy", "nb", "Kari", moment, said(text)) | change
    path = folder / f"{name}.mbkurs.json"
    path.write_text(
        json.dumps(data | {"checksum": change.get("checksum") or checksum(data)}), encoding="utf-8"
    )
    return path


def test_a_file_becomes_a_submission_that_we_wrote(tmp_path, course):
    file = send(tmp_path)
    assert [(taken.outcome, taken.trainee) for taken in take_in([file], course)] == [("taken", "Kari")]
    folder = submitted(course, "Kari", "toy")
    names = ["answers.json", "submission_secret.txt", "timestamp.txt", "toy.ipynb"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert (folder / "toy.ipynb").read_bytes() == (course / "source" / "toy" / "toy.ipynb").read_bytes()
    assert (folder / "timestamp.txt").read_text() == MOMENT.strftime(TIME)
    assert read_answers(folder / "answers.json", IDS).answers == said("hei")
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o077 == 0, "nobody else on the machine can open it"
    assert file.exists()


def test_a_newer_hand_in_counts_though_the_older_one_is_held_open(tmp_path, course, monkeypatch):
    """Windows deletes nothing that a virus scanner looks at."""
    take_in([send(tmp_path)], course)

    def held(path, **_):
        raise PermissionError(13, "used by another process", path)

    monkeypatch.setattr(os, "unlink", held)
    newer = send(tmp_path, "b", "nytt", MOMENT + timedelta(hours=1))
    assert [taken.outcome for taken in take_in([newer], course)] == ["taken"]
    assert read_answers(submitted(course, "Kari", "toy") / "answers.json", IDS).answers == said("nytt")


def test_the_latest_counts_whatever_the_order(tmp_path, course):
    files = [
        send(tmp_path, name, name, MOMENT + timedelta(hours=hour))
        for name, hour in (("b", 1), ("a", 2), ("c", 0))
    ]
    outcome = {taken.file.name[0]: taken.outcome for taken in take_in(files, course)}
    assert outcome == {"a": "taken", "b": "older", "c": "older"}
    again = {taken.file.name[0]: taken.outcome for taken in take_in(files, course)}
    assert again == {"a": "there", "b": "older", "c": "older"}
    assert read_answers(submitted(course, "Kari", "toy") / "answers.json", IDS).answers == said("a")


def test_a_clock_that_is_ahead_does_not_block_the_next_hand_in(tmp_path, course):
    take_in([send(tmp_path, moment=datetime.now(UTC) + timedelta(days=400))], course)
    text = (submitted(course, "Kari", "toy") / "timestamp.txt").read_text()
    assert datetime.strptime(text, TIME).replace(tzinfo=UTC) <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": "other"}, "no-hand-in"),
        ({"schema": 99}, "newer"),
        ({"checksum": "sha256:0"}, "changed"),
        ({"language": "en"}, "other-language"),
        ({"trainee": "../../x"}, "no-name"),
        ({"trainee": "[a]*"}, "no-name"),
        ({"trainee": 3}, "no-name"),
        ({"assignment": "../toy"}, "no-assignment"),
        ({"assignment": "02-other"}, "unknown-assignment"),
        ({"time": "yesterday"}, "no-time"),
        ({"time": "2026-11-20T12:00:00"}, "no-time"),
        ({"time": None}, "no-time"),
        ({"time": "0001-01-01T00:00:00+14:00"}, "no-time"),
        ({"time": "1969-07-20T20:17:00+00:00"}, "no-time"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(tmp_path, course, change, reason):
    file, good = send(tmp_path, "bad", **change), send(tmp_path, "good")
    found = {taken.file: taken for taken in take_in([file, good], course)}
    assert (found[file].outcome, found[file].reason) == ("refused", reason)
    assert found[good].outcome == "taken", "the others go on"
    assert file.exists()
    assert all(words(language, "grading")["refusals"][reason] for language in languages())


def test_a_file_that_is_no_file_is_refused(tmp_path, course):
    private = send(tmp_path, "private")
    link, folder, empty = (tmp_path / f"{name}.mbkurs.json" for name in ("link", "folder", "empty"))
    link.symlink_to(private)
    folder.mkdir()
    empty.write_bytes(b"")
    found = {taken.file.stem[0]: taken.reason for taken in take_in([link, folder, empty], course)}
    assert found == {"l": "link", "f": "not-a-file", "e": "damaged"}
    for reason in found.values():
        assert all(words(language, "grading")["refusals"][reason] for language in languages())


@pytest.mark.parametrize("entries", [[], "x", {"toy-words": 3}, {"toy-door": {"kind": "choice", "value": 1}}])
def test_strange_answers_are_taken_in_for_a_person_to_see(tmp_path, course, entries):
    assert take_in([send(tmp_path, answers=entries)], course)[0].outcome == "taken"


def test_a_linked_folder_in_the_way_is_replaced_not_followed(tmp_path, course):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "answers.json").write_text("mine")
    folder = submitted(course, "Kari", "toy")
    folder.parent.mkdir(parents=True)
    folder.symlink_to(outside)
    put(course, "Kari", "toy", Answers(said("hei")), MOMENT)
    assert not folder.is_symlink() and (outside / "answers.json").read_text() == "mine"


def test_what_fails_half_way_keeps_the_old_submission(tmp_path, course):
    folder = put(course, "Kari", "toy", Answers(said("old")), MOMENT)
    (course / "source" / "toy" / "toy.ipynb").unlink()
    with pytest.raises(OSError):
        put(course, "Kari", "toy", Answers(said("new")), MOMENT)
    assert read_answers(folder / "answers.json", IDS).answers == said("old")
    assert [path.name for path in folder.parent.iterdir()] == ["toy"], "nothing is left lying about"


@pytest.mark.parametrize("name", ["Kari", "Anne Ærlig", "ola.nordmann@kommune.no", "a-b_c", "Åse"])
def test_names_that_people_have(name):
    assert trainee_id(f" {name} ") == name
    assert trainee_id("A\u030ase") == "Åse"


@pytest.mark.parametrize(
    "name", ["", ".", "..", ".x", "a/b", "a\\b", "a+b", "*", "a\nb", "x" * 65, "a.", None]
)
def test_names_that_a_folder_or_a_glob_would_misread(name):
    assert trainee_id(name) == ""


@pytest.mark.parametrize("entries", [None, []], ids=["good", "strange"])
def test_a_pass_without_points_stays_with_the_submission(tmp_path, course, entries):
    change = {} if entries is None else {"answers": entries}
    take_in([send(tmp_path, points=False, **change)], course)
    assert read_answers(submitted(course, "Kari", "toy") / "answers.json", IDS).points is False


def test_two_machines_under_one_name_replace_nothing_until_the_leader_decides(tmp_path, course):
    folder = course / "handed-in"
    folder.mkdir()
    first = send(folder, "first", "mine", sender="a")
    assert take_in([first], course)[0].outcome == "taken"
    second = send(folder, "second", "another's", MOMENT + timedelta(hours=1), trainee="KARI", sender="b")
    (refused,) = take_in([second], course)
    assert (refused.reason, refused.trainee) == ("two-senders", "Kari")
    outcomes = {taken.file.name[0]: taken.outcome for taken in take_in([first, second], course)}
    assert outcomes == {"f": "there", "s": "refused"}
    assert read_answers(submitted(course, "Kari", "toy") / "answers.json", IDS).answers == said("mine")
    first.unlink()
    assert take_in([second], course)[0].outcome == "taken", "the leader has moved the other one away"


def test_the_same_machine_hands_in_again(tmp_path, course):
    files = [
        send(tmp_path, str(hour), str(hour), MOMENT + timedelta(hours=hour), sender="a") for hour in (0, 1)
    ]
    assert [take_in([file], course)[0].outcome for file in files] == ["taken", "taken"]


def test_a_file_does_not_replace_what_a_login_vouches_for(tmp_path, course):
    put(course, "Kari", "toy", Answers(said("mine"), sender=EXCHANGE), MOMENT)
    later = send(tmp_path, moment=MOMENT + timedelta(hours=1), sender="b")
    assert take_in([later], course)[0].reason == "two-senders"


def test_a_name_is_spelt_as_on_the_list(tmp_path, course):
    assert take_in([send(tmp_path, trainee="kari")], course, {"Kari"})[0].trainee == "Kari"
