"""Requests of course pages, asked as a program would that means no good."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest


def status(course, path: str, method: str = "GET", body=None, token: bool = True) -> int:
    headers = {"Authorization": f"token {course.token}"} if token else {}
    data = None if body is None else json.dumps(body).encode()
    try:
        with urlopen(Request(course.url(path), data, headers, method=method)) as response:
            return response.status
    except HTTPError as error:
        return error.code


def answer(value, base=0, kind="text") -> dict:
    return {"kind": kind, "value": value, "base": base}


def test_an_answer_is_kept_with_its_revision(course, note):
    path = f"mbkurs/api/answers/journal/{note}"
    assert course.ask(path, "PUT", answer({"text": "en"}))["revision"] == 1
    assert course.ask(path, "PUT", answer({"text": "to"}, 1))["revision"] == 2
    assert course.ask("mbkurs/api/answers/journal")["answers"][note]["value"] == {"text": "to"}


def test_an_assignment_has_a_sheet_of_its_own(course, note):
    course.ask(f"mbkurs/api/answers/assignments/01-arriving/{note}", "PUT", answer({"text": "levert"}))
    assert course.ask("mbkurs/api/answers/journal")["answers"] == {}
    assert (course.home / "assignments/01-arriving/answers.json").exists()


def test_what_comes_twice_never_replaces_what_came_between(course, note):
    path = f"mbkurs/api/answers/journal/{note}"
    first = answer({"text": "en"}) | {"typed": {"tab": "x", "at": 1.5}}
    assert "value" not in course.ask(path, "PUT", first)
    course.ask(path, "PUT", answer({"text": "to"}) | {"typed": {"tab": "y", "at": 1.2}})
    again = course.ask(path, "PUT", first)
    assert (again["revision"], again["value"]) == (2, {"text": "to"})
    assert course.answer(note) == {"text": "to"}


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        answer("text"),
        answer({}, kind="poem"),
        answer({}, base="one"),
        answer({}) | {"typed": 1},
        answer({}) | {"typed": {"tab": "x" * 65, "at": 1}},
        answer({}) | {"typed": {"tab": "x", "at": float("nan")}},
        answer({"text": "x" * 2_000_000}),
    ],
)
def test_what_is_no_answer_is_refused(course, note, body):
    assert status(course, f"mbkurs/api/answers/journal/{note}", "PUT", body) == 400
    assert not course.sheet.exists()


@pytest.mark.parametrize("path", ["journal", "assignments/01-arriving"])
def test_nobody_reads_or_writes_without_being_let_in(course, note, path):
    assert status(course, f"mbkurs/api/answers/{path}", token=False) == 403
    assert status(course, f"mbkurs/api/answers/{path}/{note}", "PUT", answer({}), token=False) == 403
    assert not course.sheet.exists()


@pytest.mark.parametrize("path", ["secrets", "assignments/..%2f..", "..%2fanswers", "assignments/a%2fb"])
def test_only_the_sheets_of_the_course_can_be_asked_for(course, path):
    assert status(course, f"mbkurs/api/answers/{path}") == 404


@pytest.mark.parametrize(
    "path", ["live/../api.py", "live/..%2fapi.py", "kinds/../render.py", "live/nothing.js"]
)
def test_only_scripts_and_styles_are_served(course, path):
    assert status(course, f"mbkurs/{path}") == 404


def test_a_day_that_the_course_does_not_have_cannot_be_ticked(course):
    assert status(course, "mbkurs/api/days/77.1", "PUT", {"done": True}) == 400
    assert status(course, "mbkurs/api/days/1.1", "PUT", {"done": "yes"}) == 400


def test_a_sheet_that_cannot_be_written_is_said_so_with_the_reason(course, note):
    course.sheet.mkdir()
    request = Request(
        course.url(f"mbkurs/api/answers/journal/{note}"),
        json.dumps(answer({"text": "min"})).encode(),
        {"Authorization": f"token {course.token}"},
        method="PUT",
    )
    with pytest.raises(HTTPError) as refused:
        urlopen(request)
    course.sheet.rmdir()
    assert (refused.value.code, json.load(refused.value)["reason"]) == (503, "unwritable")


def test_answers_cannot_be_reached_as_files(course, note):
    course.ask(f"mbkurs/api/answers/journal/{note}", "PUT", answer({"text": "min"}))
    assert status(course, "api/contents/answers.json") == 404
    assert status(course, "files/..%2fanswers.json") in (403, 404)
