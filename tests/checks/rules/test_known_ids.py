import pytest

from mbkurs.checks.rules.known_ids import known_ids
from tests.checks.conftest import note


@pytest.fixture
def ledger(tiny):
    file = tiny.root / "modules" / "syllabus" / "exercise-ids.txt"
    file.write_text("why text\n", encoding="utf-8")
    return file


def test_what_was_there_is_there(tiny, tell, ledger):
    tiny.both(note("why"))
    assert list(known_ids(tiny.project(), tell)) == []


def test_a_new_exercise_is_written_down(tiny, tell, ledger):
    tiny.both(note("why"), note("when"))
    assert list(known_ids(tiny.project(), tell)) == [tell(ledger, "when", "id-not-known", id="when")]


def test_an_exercise_that_is_gone_is_missed(tiny, tell, ledger):
    tiny.both()
    assert list(known_ids(tiny.project(), tell)) == [tell(ledger, "why", "id-gone", id="why")]


def test_an_exercise_that_is_retired_is_not_missed(tiny, tell, ledger):
    tiny.both()
    retired = ledger.with_name("retired-ids.yml")
    retired.write_text("- {id: why, kind: text}", encoding="utf-8")
    assert list(known_ids(tiny.project(), tell)) == []


def test_an_id_is_not_given_to_another_kind(tiny, tell, ledger):
    tiny.both(note("why"))
    ledger.write_text("why plan\n", encoding="utf-8")
    found = [tell(ledger, "why", "id-of-another-kind", id="why", kind="plan")]
    assert list(known_ids(tiny.project(), tell)) == found
