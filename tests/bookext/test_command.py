"""``python3 course.py book``: progress, findings in the builder's language, exit status."""

import socket
import subprocess
import sys

import pytest

from mbkurs.bookext import command
from mbkurs.words import words


def test_the_book_has_no_findings(built):
    assert built[1], "run: python3 course.py book"


def test_starting_takes_no_detour():
    code = "import sys, mbkurs.bookext.command, jsonschema; raise SystemExit('lark' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_findings_stop_the_build_and_are_told_in_the_builders_language(small, capsys):
    (small / "book/nb/index.md").write_text("# MB-kurset\n\nSe [siden](gone.md).\n", "utf-8")
    assert not command.build_all(small / "out/book", small, "nb")
    said = capsys.readouterr()
    assert "book/nb/index.md: linje 3" in said.err
    assert "1 funn må rettes" in said.err
    assert "nb: ferdig" in said.out and "en: ferdig" in said.out
    assert not (small / "out/book/index.html").exists()


def test_each_kind_of_bad_input_stops_the_build_with_file_line_and_remedy(small, capsys):
    page = "# MB-kurset\n\nSe [siden](gone.md).\n\nLoven [@no-such-law].\n\n![](../assets/year-nb.svg)\n"
    (small / "book/nb/index.md").write_text(page, "utf-8")
    (small / "book/nb/year.md").write_text("# Året\n\nTekst.\n", "utf-8")
    assert not command.build_all(small / "out/book", small, "nb")
    said, remedy = capsys.readouterr().err, words("nb", "book")["build"]["remedy"]
    index = "book/nb/index.md: linje"
    for place, kind in (
        (f"{index} 3", "link"),
        (f"{index} 5", "citation"),
        (f"{index} 7", "alt"),
        ("book/nb/year.md: linje 1", "twin"),
    ):
        assert any(part.startswith(place) and remedy[kind] in part for part in said.strip().split("\n\n")), (
            said
        )
    assert "Lenken gone.md fører ikke til noe.\n" in said
    assert not (small / "out/book/index.html").exists()


def test_a_build_that_cannot_begin_is_one_sentence(small, capsys):
    (small / "book/nb/index.md").unlink()
    assert not command.build_all(small / "out/book", small, "en")
    said = capsys.readouterr().err
    assert "nb" in said and "Traceback" not in said


def test_an_unknown_option_is_said(capsys):
    assert command.run(["--fast", "--language", "nb"]) == 2
    assert "--fast" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "port"),
    [([], None), (["--serve"], command.PORT), (["--language", "nb", "--serve", "8123"], 8123)],
)
def test_the_port(arguments, port):
    assert command._port(arguments) == port


def test_a_port_in_use_is_said(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert command._serve(taken.getsockname()[1], "nb") == 1
    assert "er i bruk" in capsys.readouterr().err
