"""Another program holds a file for a moment, as on Windows: nothing written is lost or refused."""

from pathlib import Path

import pytest

from mbkurs.answers import rename, store


@pytest.fixture
def held(monkeypatch):
    """Renaming fails so many times, as Windows says it."""
    really = Path.replace

    def hold(times: int, number: int | None = 32):
        left = [times]

        def replace(path, target):
            left[0] -= 1
            if left[0] >= 0:
                error = PermissionError(13, "used by another process")
                if number:
                    error.winerror = number
                raise error
            return really(path, target)

        monkeypatch.setattr(Path, "replace", replace)
        return left

    return hold


@pytest.mark.parametrize("number", rename.HELD)
def test_an_answer_is_kept_though_the_sheet_is_held_twice(tmp_path, held, number):
    held(2, number)
    store.save(tmp_path / "answers.json", "a", "text", {"text": "en setning"})
    assert store.value(tmp_path / "answers.json", "a") == {"text": "en setning"}


def test_a_sheet_that_stays_held_is_told_and_the_old_one_stays(tmp_path, held):
    sheet = tmp_path / "answers.json"
    store.save(sheet, "a", "text", {"text": "en"})
    held(99)
    with pytest.raises(PermissionError):
        store.save(sheet, "a", "text", {"text": "to"})
    assert store.value(sheet, "a") == {"text": "en"}
    assert not list(tmp_path.glob(".answers-*"))


def test_a_folder_that_may_not_be_written_is_told_at_once(tmp_path, held):
    left = held(99, None)
    with pytest.raises(PermissionError):
        store.save(tmp_path / "answers.json", "a", "text", {"text": "en"})
    assert left == [98]
