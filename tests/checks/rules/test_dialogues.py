from mbkurs.checks.rules.dialogues import dialogues, is_main, problems
from tests.checks.conftest import exercise, prose


def body(ways: dict[str, list[str]], ends=("good", "open"), good=("good",)) -> dict:
    turns = {
        key: {"says": "…", "replies": [{"text": "…", "feedback": "…", "next": step} for step in steps]}
        for key, steps in ways.items()
    }
    return {"start": "a", "turns": turns, "ends": dict.fromkeys(ends, "…"), "good_ends": list(good)}


SOUND = {"a": ["b", "c"], "b": ["c", "d"], "c": ["d", "d"], "d": ["good", "open"]}


def test_a_whole_conversation():
    assert list(problems(body(SOUND))) == []


def test_a_loop_is_named():
    found = list(problems(body(SOUND | {"c": ["b", "d"]})))
    assert found == [("dialogue-loop", {"way": "b → c → b"})]


def test_a_place_that_no_reply_leads_to():
    found = list(problems(body(SOUND | {"e": ["d", "d"]}, ends=("good", "open", "lost"))))
    assert found == [("dialogue-unreached", {"place": "e"}), ("dialogue-unreached", {"place": "lost"})]


def test_a_path_that_ends_too_soon():
    found = list(problems(body(SOUND | {"b": ["open", "d"]})))
    assert found == [("dialogue-short", {"replies": 2, "wanted": 3})]


def test_the_main_conversation_is_large():
    large = {f"t{number}": ["good", "open"] for number in range(10)}
    assert is_main(body(large, ends=("good", "open", "fine"), good=("good", "fine")))
    assert not is_main(body(large, ends=("good", "open", "fine"), good=("good",)))
    assert not is_main(body(SOUND, ends=("good", "open", "fine"), good=("good", "fine")))


CELL = """
title: On the bench
start: a
turns:
  a: {says: Hello., replies: [{text: x, feedback: y, next: b}, {text: x, feedback: y, next: c}]}
  b: {says: Well., replies: [{text: x, feedback: y, next: c}, {text: x, feedback: y, next: c}]}
  c: {says: So., replies: [{text: x, feedback: y, next: end}, {text: x, feedback: y, next: open}]}
ends: {end: Bye., open: See you.}
good_ends: [end]
"""


def test_findings_name_page_and_exercise(tiny, tell):
    files = tiny.both(prose("title", "# A day"), exercise("dialogue", "bench", CELL))
    missing = {"places": 10, "ends": 3, "good": 2}
    assert list(dialogues(tiny.project(), tell)) == [
        *(tell(file, "bench", "dialogue-short", replies=2, wanted=3) for file in files),
        *(tell(file.parent, "–", "no-main-dialogue", **missing) for file in files),
    ]
