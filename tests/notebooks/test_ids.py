"""The ledger grows and never forgets."""

from mbkurs.notebooks.ids import known, remember


def test_new_ids_are_added_and_old_ones_stay(tmp_path):
    ledger = tmp_path / "exercise-ids.txt"
    ledger.write_text("long-gone text\n", encoding="utf-8")
    fresh = remember(ledger)
    assert fresh and "long-gone" not in fresh
    assert {"long-gone", *fresh} == set(known(ledger))
    assert remember(ledger) == []
