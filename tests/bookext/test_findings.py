"""Sphinx' warnings become findings that a writer understands."""

from pathlib import Path

from mbkurs.bookext.findings import findings
from mbkurs.words import words

ROOT = Path("/course")
REMEDY = words("nb", "book")["build"]["remedy"]


def test_file_line_text_and_remedy():
    warning = "/course/book/nb/year.md:7: WARNING: 'gone.md' not found [myst.xref_missing]\n"
    (finding,) = findings(warning, ROOT, "nb")
    assert finding.file == Path("book/nb/year.md")
    assert finding.place == "linje 7"
    assert finding.what == "'gone.md' not found"
    assert finding.remedy == REMEDY["link"]


def test_the_first_kind_decides():
    warning = "/course/a.md:5: WARNING: Non-consecutive header level increase [myst.header] [docutils]\n"
    (finding,) = findings(warning, ROOT, "nb")
    assert (finding.what, finding.remedy) == ("Non-consecutive header level increase", REMEDY["heading"])


def test_a_warning_of_many_lines_is_one_finding_and_each_is_told_once():
    warning = "/course/a.md:: ERROR: Unknown thing.\n\nmore about it\n"
    (finding,) = findings(warning + warning, ROOT, "en")
    assert (finding.place, finding.what) == ("", "Unknown thing. more about it")


def test_a_warning_without_a_file_is_about_the_configuration():
    (finding,) = findings("WARNING: unknown config value\n", ROOT, "en")
    assert finding.file == Path("_config.yml")


def test_silence_is_no_finding():
    assert findings("", ROOT, "nb") == []
