"""The book carries its own files and nothing that no page loads."""

import re

from mbkurs.bookext import assets


def test_the_exercises_are_one_classic_script():
    script = assets.files()["exercises.js"]
    assert not re.search(r"^(import|export) ", script, re.M)
    assert "browserStore" in script and "async function mount" in script


def test_only_what_pages_load_is_in_the_book(book):
    loaded = "".join(path.read_text("utf-8") for path in book.rglob("*.html"))
    for language in ("nb", "en"):
        for path in (book / language / "_static").iterdir():
            assert path.is_file()
            assert f"_static/{path.name}" in loaded, path.name
