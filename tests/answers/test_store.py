"""Nothing that was written is lost: two writers, a crash in the middle, a damaged file, an older sheet."""

import json
import multiprocessing
import os

import pytest

from mbkurs.answers import sheet, sheet_path, store

TEXT = {"text": "en setning"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "MB-kurs" / "answers.json"


def test_an_answer_comes_back(path):
    store.save(path, "a", "text", TEXT)
    assert store.value(path, "a") == TEXT
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == sheet.SCHEMA


def test_clearing_leaves_no_word_of_it(path):
    store.save(path, "a", "text", TEXT)
    store.save(path, "a", "text", None)
    assert "en setning" not in path.read_text(encoding="utf-8")


def test_clearing_takes_what_another_tab_had_written_only_if_it_was_seen(path):
    store.save(path, "a", "text", {"text": "fra fane 1"}, base=0)
    store.save(path, "a", "text", None, base=0)
    assert "fra fane 1" in path.read_text(encoding="utf-8")
    store.save(path, "a", "text", None, base=store.read(path)["answers"]["a"]["revision"])
    assert "fra fane 1" not in path.read_text(encoding="utf-8")


def test_a_tab_that_had_not_seen_the_newest_answer_does_not_take_it_away(path):
    first = store.save(path, "a", "text", {"text": "fra fane 1"}, base=0)
    store.save(path, "a", "text", {"text": "fra fane 2"}, base=0)
    entry = store.read(path)["answers"]["a"]
    assert entry["value"] == {"text": "fra fane 2"}
    assert [old["value"] for old in entry["earlier"]] == [{"text": "fra fane 1"}]
    assert entry["revision"] == first["revision"] + 1


def test_writing_on_in_one_tab_keeps_no_earlier_versions(path):
    base = 0
    for text in ("en", "en setning", "en setning til"):
        base = store.save(path, "a", "text", {"text": text}, base=base)["revision"]
    assert "earlier" not in store.read(path)["answers"]["a"]


def typed(tab, at):
    return {"tab": tab, "at": at}


def test_a_text_that_comes_twice_is_taken_once(path):
    for text, who in (("en", typed("x", 1)), ("to", typed("y", 2)), ("en", typed("x", 1))):
        entry = store.save(path, "a", "text", {"text": text}, base=0, typed=who)
    assert entry["value"] == {"text": "to"}
    assert [old["value"]["text"] for old in entry["earlier"]] == ["en"]


def test_a_text_that_its_own_tab_has_gone_beyond_comes_too_late(path):
    store.save(path, "a", "text", {"text": "en setning"}, base=0, typed=typed("x", 2))
    assert store.save(path, "a", "text", {"text": "en"}, base=0, typed=typed("x", 1))["revision"] == 1


def test_a_text_from_before_its_tab_cleared_it_does_not_come_back(path):
    base = store.save(path, "a", "text", TEXT, base=0, typed=typed("x", 1))["revision"]
    store.save(path, "a", "text", None, base=base, typed=typed("x", 2))
    store.save(path, "a", "text", TEXT, base=0, typed=typed("x", 1))
    assert "en setning" not in path.read_text(encoding="utf-8")


def test_clocks_of_two_tabs_are_never_compared(path):
    store.save(path, "a", "text", {"text": "fra en klokke som går foran"}, base=0, typed=typed("x", 9000))
    entry = store.save(path, "a", "text", {"text": "fra en annen"}, base=1, typed=typed("y", 1))
    assert entry["value"] == {"text": "fra en annen"}


def write_many(path, name):
    for number in range(30):
        store.save(path, f"{name}-{number}", "text", {"text": name})


def test_two_processes_on_one_sheet_lose_nothing(path):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_many, args=(path, name)) for name in ("tab", "kernel")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(store.read(path)["answers"]) == 60


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"schema": 99}', '{"schema": 1}', "\x00\x00", "[" * 100_000]
)
def test_a_damaged_sheet_is_set_aside_whole(path, content):
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    assert store.read(path) == sheet.empty()
    (kept,) = store.damaged(path)
    assert kept.read_text(encoding="utf-8") == content
    store.save(path, "a", "text", TEXT)
    assert store.damaged(path) == [kept]


def test_a_write_that_fails_half_way_leaves_the_old_sheet(path, monkeypatch):
    store.save(path, "a", "text", TEXT)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError):
        store.save(path, "b", "text", TEXT)
    assert list(store.read(path)["answers"]) == ["a"]
    assert not list(path.parent.glob(".answers-*"))


def test_sheets_of_every_earlier_schema_are_read(path):
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"a": {"kind": "text", "value": TEXT}}), encoding="utf-8")
    assert store.value(path, "a") == TEXT
    assert store.read(path)["schema"] == sheet.SCHEMA
    assert not store.damaged(path)


def test_a_ticked_day_has_its_date_and_can_be_taken_back(path):
    assert list(store.tick(path, "1.1", True)) == ["1.1"]
    assert store.tick(path, "1.1", False) == {}


@pytest.mark.parametrize("name", ["../x", "assignments/../x", "assignments/A", "", "journal/x"])
def test_no_name_reaches_another_file(name):
    with pytest.raises(ValueError):
        sheet_path(name)
