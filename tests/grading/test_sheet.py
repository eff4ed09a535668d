"""Whatever is handed in as an answer sheet: a reason, never an exception."""

import json
import os
import sys

import pytest

from mbkurs.grading.sheet import MAX_BYTES, PROBLEMS, read_answers
from mbkurs.places import languages
from mbkurs.words import words

MINE = {
    "a": {
        "kind": "text",
        "value": {"text": "x"},
        "saved": "now",
        "revision": 3,
        "earlier": [{"value": "old"}],
    }
}


def sheet(**change) -> str:
    return json.dumps({"schema": 1, "answers": MINE, "days": {"1.1": "2026-11-22"}} | change)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "damaged"),
        (b"{", "damaged"),
        (b"[]", "wrong-shape"),
        (b'"text"', "wrong-shape"),
        (b"\xff\xfe{\x00}\x00", "not-text"),
        (b'{"schema": 99, "answers": {}, "days": {}}', "newer"),
        (b'{"schema": "1", "answers": {}, "days": {}}', "wrong-shape"),
        (b'{"schema": 1, "answers": [], "days": {}}', "wrong-shape"),
        (b'{"schema": 1, "answers": {"other": {}}, "days": {}}', "foreign"),
        (b'{"schema": 1, "problem": "link", "answers": {}, "days": {}}', "link"),
        (b"[" * 100_000, "too-deep"),
        (b'{"schema": 1, "answers": ' + b'{"a":' * 30 + b"1" + b"}" * 30 + b', "days": {}}', "too-deep"),
        (b'{"schema": 1' + b"1" * 5000 + b"}", "damaged"),
        (b" " * (MAX_BYTES + 1), "too-big"),
    ],
)
def test_a_bad_sheet_has_a_reason(tmp_path, content, problem):
    path = tmp_path / "answers.json"
    path.write_bytes(content)
    assert read_answers(path, {"a"}).problem == problem
    assert path.read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["missing", "link", "folder", "pipe", "device"])
def test_only_a_regular_file_is_read(tmp_path, kind):
    path, secret = tmp_path / "answers.json", tmp_path / "secret.json"
    secret.write_text(sheet())
    make = {
        "missing": lambda: None,
        "link": lambda: path.symlink_to(secret),
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
        "device": lambda: path.symlink_to("/dev/zero"),
    }
    make[kind]()
    expected = {"missing": "missing", "link": "link", "device": "link"}.get(kind, "not-a-file")
    assert read_answers(path, {"a"}).problem == expected


def test_only_the_assignments_own_answers_are_read_and_without_history(tmp_path):
    path = tmp_path / "answers.json"
    path.write_text("\ufeff" + sheet(answers=MINE | {"b": MINE["a"]}), encoding="utf-8")
    read = read_answers(path, {"a"})
    assert read.answers == {"a": {"kind": "text", "value": {"text": "x"}, "saved": "now"}}


def test_text_is_cleaned(tmp_path):
    path = tmp_path / "answers.json"
    text = "linje\n\tto \u0000\u001b[31m \ud800 עברית 😀"
    path.write_text(
        sheet(answers={"a": {"kind": "text", "value": {"text": text, "n": [1e999, float("nan")]}}})
    )
    value = read_answers(path, {"a"}).answers["a"]["value"]
    assert value == {"text": "linje\n\tto [31m  עברית 😀", "n": [None, None]}


def test_an_answer_of_the_wrong_shape_is_kept_for_the_grader_to_flag(tmp_path):
    path = tmp_path / "answers.json"
    path.write_text(sheet(answers={"a": "text", "b": {"kind": 3, "value": 4, "saved": 5}}))
    found = read_answers(path, {"a", "b"}).answers
    assert found["a"] == {"kind": "", "value": None, "saved": ""}
    assert found["b"] == {"kind": "", "value": 4, "saved": ""}


@pytest.mark.parametrize("language", languages())
def test_every_problem_has_words(language):
    assert set(PROBLEMS) <= set(words(language, "grading")["problems"])
