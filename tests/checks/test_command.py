import shutil

import pytest
from rich.console import Console

from mbkurs.checks import RULES, Finding, command
from mbkurs.checks.command import report
from mbkurs.cli import main
from mbkurs.places import DATA, ROOT, languages
from mbkurs.words import words
from tests.checks.conftest import prose


def said(found, project, language="en") -> str:
    console = Console(record=True, width=200, soft_wrap=True)
    report(found, project, language, console)
    return console.export_text()


def test_findings_stand_under_their_file_with_the_remedy(tiny):
    project = tiny.project()
    file = tiny.root / "modules" / "a.yml"
    found = [Finding(file, "x", "One.", "Do this."), Finding(file, "y", "Two.", "Do that.")]
    text = said(found, project)
    assert text.count("modules/a.yml") == 1
    assert "x  One.\n      → Do this." in text
    assert "2 findings" in text


def test_unwritten_hours_are_told_but_are_no_finding(tiny):
    text = said([], tiny.project())
    assert "No findings." in text
    assert "5 of 5 hours" in text


@pytest.mark.parametrize("language", languages())
def test_every_text_can_be_filled(language):
    for entry in words(language, "checks")["findings"].values():
        assert set(entry) == {"what", "remedy"}
    assert words(language, "checks")["findings"].keys() == words("en", "checks")["findings"].keys()


def test_every_rule_has_its_twin():
    twins = {
        file.stem.removeprefix("test_") for file in (ROOT / "tests" / "checks" / "rules").glob("test_*.py")
    }
    assert twins == {rule.__name__ for rule in RULES}


def test_any_finding_gives_status_1(tiny, monkeypatch, capsys):
    monkeypatch.setattr(command, "ROOT", tiny.root)
    shutil.copytree(DATA, tiny.root / "modules" / "data", dirs_exist_ok=True)
    assert main(["check", "--language", "nb", str(tiny.root / "modules" / "data")]) == 0
    assert "Ingen funn." in capsys.readouterr().out
    file = tiny.write("nb", prose("title", "## Midt i"))
    assert main(["check", "--language", "nb", str(file)]) == 1
    assert "ikke sidens tittel" in capsys.readouterr().out


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("wrong", ["moduls/nb", "--foo"])
def test_a_path_that_is_none_is_not_called_faultless(language, wrong, capsys):
    assert main(["check", wrong, "--language", language]) == 2
    said = capsys.readouterr().out
    assert wrong in said and words(language, "checks")["none"] not in said
