"""``course.py leader`` as it is typed, or started by a double click."""

import pytest

from mbkurs.cli import main
from tests.labui.conftest import launch

ENGLISH = ("options:", "usage:", "show this", "error")


def test_help_and_misunderstandings_are_in_the_persons_language(capsys):
    with pytest.raises(SystemExit):
        main(["leader", "--help", "--language", "nb"])
    said = capsys.readouterr().out
    assert "Åpner kurslederens side." in said and not [word for word in ENGLISH if word in said]
    assert main(["leader", "--prt", "3", "--language", "nb"]) == 2
    assert "Dette forstod vi ikke: --prt 3" in capsys.readouterr().out


def test_a_second_start_shows_the_page_that_is_open(running):
    again = launch("--home", str(running.page.home), "--port", str(running.page.port), verb="leader")
    said, _ = again.communicate(timeout=60)
    assert again.returncode == 0
    assert "Kurset er åpent fra før." in said and "/mbkurs/leader?token=" in said
