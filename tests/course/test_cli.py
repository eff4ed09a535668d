"""One verb after the name of the course; what a person can mend is one plain sentence, never a trace."""

import sys

import pytest

from mbkurs.cli import LANGUAGE_ONLY, OWN_HELP, VERBS, main
from mbkurs.places import languages
from mbkurs.syllabus import references
from mbkurs.words import words


@pytest.fixture(params=languages())
def language(request, monkeypatch):
    monkeypatch.setenv("LC_ALL", f"{request.param}_NO.UTF-8")
    return request.param


def test_a_misspelt_verb_gets_the_list(language, capsys):
    assert main(["labb"]) == 2
    assert capsys.readouterr().out.strip() == words(language, "cli")["verbs"].strip()


def test_the_command_is_the_one_that_the_system_knows(language, monkeypatch):
    """Read past the memory of ``words``, which lasts as long as the program."""
    for system, command in (
        ("linux", "python3 course.py"),
        ("darwin", "python3 course.py"),
        ("win32", "py course.py"),
    ):
        monkeypatch.setattr(sys, "platform", system)
        assert (
            words.__wrapped__(language, "cli")["unknown"]
            .format(verb="lab", what="")
            .endswith(f" {command} lab")
        )


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in OWN_HELP])
def test_asking_a_verb_for_help_does_nothing_but_help(verb, language, capsys):
    assert main([verb, "--help"]) == 0
    assert capsys.readouterr().out.strip() == words(language, "cli")["verbs"].strip()


@pytest.mark.parametrize("verb", ["lab", "book", "check", "export"])
def test_a_broken_bibliography_stops_with_a_plain_sentence(verb, language, tmp_path, monkeypatch, capsys):
    (tmp_path / "references.bib").write_text("@misc{broken, title={", encoding="utf-8")
    (tmp_path / "home").mkdir()
    monkeypatch.setattr(references, "BIBLIOGRAPHY", tmp_path / "references.bib")
    monkeypatch.setenv("MBKURS_HOME", str(tmp_path / "home"))
    rest = ["--home", str(tmp_path / "home"), "--port", "18939"] if verb == "lab" else []
    assert main([verb, *rest]) == 1
    said = capsys.readouterr().out
    assert "references.bib: 1: " in said
    assert words(language, "cli")["course-file"] in said


@pytest.mark.parametrize("verb", LANGUAGE_ONLY)
def test_a_word_the_verb_does_not_know_stops_it(verb, language, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MBKURS_HOME", str(tmp_path))
    assert main([verb, "--language", language, "--alt"]) == 2
    assert capsys.readouterr().out.strip() == words(language, "cli")["unknown"].format(
        verb=verb, what="--alt"
    )
    assert not list(tmp_path.iterdir())
