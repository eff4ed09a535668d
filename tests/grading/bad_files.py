"""Bad hand-in files: each function writes one, from a good one's data, and returns where."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mbkurs.grading.assignment import load
from mbkurs.grading.parcel import checksum, parcel
from mbkurs.places import ASSIGNMENTS
from tests.grading.bad import OK, Kind, answered, collect_in, flagged, refused
from tests.grading.site import MOMENT, NAME

FILES: list[Kind] = []
file = collect_in(FILES)


def write(place: Path, data: dict, name: str = "", **change) -> Path:
    """A hand-in file with a checksum that fits."""
    data = data | change
    path = place / (name or f"{data['trainee']}.mbkurs.json".replace("/", "_"))
    path.write_text(json.dumps(data | {"checksum": checksum(data)}), encoding="utf-8")
    return path


def raw(place: Path, data: dict, content: bytes) -> Path:
    path = place / f"{data['trainee']}.mbkurs.json"
    path.write_bytes(content)
    return path


def good(trainee: str, answers: dict, sender: str = "") -> dict:
    return parcel(NAME, "nb", trainee, MOMENT, answers, sender=sender or trainee)


# --- hand-in files: nothing that can be read ---


@file(refused("damaged"))
def zero_bytes(place, data):
    return raw(place, data, b"")


@file(refused("damaged"))
def not_json(place, data):
    return raw(place, data, b"Hei, her er oppgaven min")


@file(refused("damaged"))
def cut_off(place, data):
    return raw(place, data, json.dumps(data).encode()[:-40])


@file(refused("not-text"))
def utf_16(place, data):
    return raw(place, data, json.dumps(data).encode("utf-16"))


@file(refused("damaged"))
def number_without_end(place, data):
    return raw(place, data, b'{"format": ' + b"1" * 5000 + b"}")


@file(refused("too-big"))
def sixty_megabytes(place, data):
    return write(place, data, answers=answered(data["answers"], "text", {"text": "x" * 60_000_000}))


@file(refused("too-big"))
def a_million_keys(place, data):
    return raw(place, data, json.dumps(data | dict.fromkeys(map(str, range(1_000_000)))).encode())


@file(refused("too-deep"))
def deep_nesting(place, data):
    return raw(place, data, b"[" * 100_000)


@file(refused("too-deep"))
def nesting_that_python_reads(place, data):
    return raw(place, data, b'{"a":' * 40 + b"1" + b"}" * 40)


# --- hand-in files: something else ---


@file(refused("no-hand-in"))
def a_notebook(place, data):
    return raw(place, data, json.dumps({"cells": [], "nbformat": 4}).encode())


@file(refused("private"))
def the_trainees_own_notes(place, data):
    path = place / "mb-kurset-2026-11-20.json"
    path.write_text(json.dumps({"schema": 1, "answers": data["answers"], "days": {}}))
    return path


@file(refused("receipt"))
def the_receipt(place, data):
    path = place / "receipt.html"
    path.write_text("<!doctype html><title>Kvittering</title>")
    return path


@file(refused("no-hand-in"))
def a_picture(place, data):
    path = place / "IMG_0042.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    return path


@file(refused("folder"))
def a_folder_of_files(place, data):
    (place / "uke 1").mkdir()
    return place / "uke 1"


# --- hand-in files: a wrong heading ---


@file(refused("newer"))
def of_a_newer_version(place, data):
    return write(place, data, schema=99)


@file(refused("changed"))
def changed_on_the_way(place, data):
    path = write(place, data)
    path.write_text(path.read_text().replace("first words", "other words"))
    return path


@file(refused("changed"))
def infinity(place, data):
    return write(place, data, answers=answered(data["answers"], "text", {"text": float("inf")}))


@file(refused("changed"))
def half_a_letter(place, data):
    return write(place, data, answers=answered(data["answers"], "text", {"text": "\ud800"}))


@file(refused("changed"))
def control_characters(place, data):
    return write(place, data, answers=answered(data["answers"], "text", {"text": "\x00\x1b[31m"}))


@file(refused("unknown-assignment"))
def of_an_assignment_that_is_not_there(place, data):
    return write(place, data, assignment="99-nothing")


@file(refused("no-assignment"))
def of_an_assignment_outside(place, data):
    return write(place, data, assignment="../../etc")


@file(refused("other-language"))
def in_the_other_language(place, data):
    return write(place, data, language="en")


@file(refused("no-time"))
def without_a_time(place, data):
    return write(place, data, time=None)


@file(refused("no-time"))
def before_there_was_a_course(place, data):
    return write(place, data, time="1969-07-20T20:17:00+00:00")


@file(OK)
def dated_in_the_future(place, data):
    return write(place, data, time=(datetime.now(UTC) + timedelta(days=400)).isoformat())


# --- hand-in files: whose ---


@file(refused("two-senders"), who="good")
def of_somebody_else(place, data):
    changed = {"time": (MOMENT + timedelta(hours=1)).isoformat(), "answers": {}}
    return write(place, data, "of_somebody_else.mbkurs.json", trainee="good", **changed)


@file(refused("two-senders"), who="good")
def of_somebody_else_in_capitals(place, data):
    changed = {"time": (MOMENT + timedelta(hours=2)).isoformat(), "answers": {}}
    return write(place, data, "of_somebody_else_in_capitals.mbkurs.json", trainee="GOOD", **changed)


@file(refused("no-name"))
def without_a_name(place, data):
    return write(place, data, "without_a_name.mbkurs.json", trainee="")


@file(refused("no-name"))
def name_that_climbs(place, data):
    return write(place, data, "name_that_climbs.mbkurs.json", trainee="../../x")


@file(refused("no-name"))
def name_that_is_a_glob(place, data):
    return write(place, data, "name_that_is_a_glob.mbkurs.json", trainee="[g]*")


@file(refused("no-name"))
def name_that_is_a_formula(place, data):
    return write(place, data, "name_that_is_a_formula.mbkurs.json", trainee="=1+1")


@file(refused("no-name"))
def name_with_a_script(place, data):
    return write(place, data, "name_with_a_script.mbkurs.json", trainee="<script>alert(1)</script>")


@file(OK, who="Åse Ærlig Øst")
def name_with_spaces_and_letters(place, data):
    return write(place, data, trainee="Åse Ærlig Øst")


@file(OK, who="Bjørg Åsen")
def name_with_combining_accents(place, data):
    return write(place, data, "combining.mbkurs.json", trainee="Bjørg A\u030asen")


# --- hand-in files: the answers ---


@file(flagged("wrong-shape"))
def answers_that_are_a_list(place, data):
    return write(place, data, answers=[])


@file(flagged("foreign"))
def answers_to_another_assignment(place, data):
    return write(place, data, answers={"b02-x": {"kind": "text", "value": {"text": "x"}}})


@file(flagged("wrong-type"))
def answers_of_wrong_types(place, data):
    return write(place, data, answers=answered(data["answers"], "choice", 3))


@file(flagged("unknown-option"))
def option_that_does_not_exist(place, data):
    return write(place, data, answers=answered(data["answers"], "choice", {"chosen": ["no-such"]}))


@file(flagged("too-many"))
def more_options_than_allowed(place, data):
    exercises = load(ASSIGNMENTS / "nb" / "source" / NAME / f"{NAME}.ipynb").exercises
    first = next(name for name, entry in data["answers"].items() if entry["kind"] == "choice")
    keys = [option["key"] for option in exercises[first]["options"]]
    return write(place, data, answers=answered(data["answers"], "choice", {"chosen": keys}))


@file(OK)
def unknown_ids_besides(place, data):
    return write(place, data, answers=data["answers"] | {"zz-x": {"kind": "text", "value": {}}})


@file(OK)
def right_to_left_text(place, data):
    return write(place, data, answers=answered(data["answers"], "text", {"text": "\u202eשלום abc"}))


@file(OK)
def script_tags(place, data):
    text = "<script>document.title='evil'</script><img src=x onerror=alert(1)>[x](javascript:alert(1))"
    return write(place, data, answers=answered(data["answers"], "text", {"text": text}))


@file(OK)
def formula_for_excel(place, data):
    return write(place, data, answers=answered(data["answers"], "text", {"text": "=HYPERLINK(1)"}))


# --- hand-in files: no files, and names that a phone made ---


@file(refused("link"))
def link_to_outside(place, data):
    path = place / "link_to_outside.mbkurs.json"
    path.symlink_to(place.parent / "private.json")
    return path


@file(refused("link"))
def link_to_a_device(place, data):
    path = place / "link_to_a_device.mbkurs.json"
    path.symlink_to("/dev/zero")
    return path


@file(refused("not-a-file"))
def a_pipe(place, data):
    path = place / "a_pipe.mbkurs.json"
    os.mkfifo(path)
    return path


@file(refused("not-a-file"))
def folder_in_place_of_a_file(place, data):
    path = place / "folder_in_place_of_a_file.mbkurs.json"
    path.mkdir()
    return path


@file(OK)
def second_download(place, data):
    return write(place, data, "second_download.mbkurs (1).json")


@file(OK)
def ending_txt(place, data):
    return write(place, data, "ending_txt.mbkurs.json.txt")


@file(OK)
def capitals(place, data):
    return write(place, data, "CAPITALS.MBKURS.JSON")


@file(OK)
def no_ending(place, data):
    return write(place, data, "oppgåva mi")
