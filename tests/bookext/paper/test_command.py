"""``--pdf --epub``: progress, and one sentence where the machine lacks something."""

import re
import sys

from mbkurs.bookext import command
from mbkurs.bookext.paper.command import make
from mbkurs.words import words
from tests.bookext.test_words import keys


def test_progress_and_the_place_are_told(printed, capfd):
    assert make(printed, ["en"], {"--epub"}, "nb")
    said = capfd.readouterr().out
    assert "en/MB-kurset.epub: ferdig" in said and str(printed / "en") in said


def test_a_missing_library_is_one_sentence_in_the_readers_language(book, tmp_path, monkeypatch, capfd):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert not make(book, ["nb"], {"--pdf"}, "nb")
    said = capfd.readouterr().err
    assert said.strip() == words("nb", "paper")["build"]["no-pango"]


def test_an_option_beside_them_is_still_unknown(capsys):
    assert command.run(["--pdf", "--fast", "--language", "nb"]) == 2
    assert "--fast" in capsys.readouterr().err


def test_both_languages_have_the_same_texts():
    assert keys(words("nb", "paper")) == keys(words("en", "paper"))


def test_the_pages_lead_to_every_file_and_to_none_that_is_not_there(printed):
    made = {path for kind in ("pdf", "epub") for path in printed.rglob(f"*.{kind}")}
    found = set()
    for page in printed.rglob("*.html"):
        links = re.findall(r'href="([^":]+\.(?:pdf|epub))"', page.read_text("utf-8"))
        found |= {(page.parent / link).resolve() for link in links}
    assert found == {path.resolve() for path in made} and len(made) >= 6
