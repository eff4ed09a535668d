"""A course folder that others on the machine can open is named at start, with an offer to close it."""

import os
import subprocess
import sys

import pytest

from mbkurs.grading.command import _run
from mbkurs.grading.privacy import offer, open_to_others
from mbkurs.places import languages
from mbkurs.words import words
from tests.grading.site import NAME

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has rights of its own")


@pytest.mark.parametrize("language", languages())
def test_it_is_named_and_closed_on_yes_only(tmp_path, capsys, language):
    say = words(language, "grading")["privacy"]
    tmp_path.chmod(0o755)
    offer(tmp_path, say, ask=lambda text: "nei")
    assert open_to_others(tmp_path) and say["open"].format(folder=tmp_path) in capsys.readouterr().out
    offer(tmp_path, say, ask=lambda text: say["yes"][0].upper())
    assert tmp_path.stat().st_mode & 0o777 == 0o700 and say["closed"] in capsys.readouterr().out
    offer(tmp_path, say, ask=lambda text: pytest.fail("it is closed"))


def test_the_verb_names_it_under_a_usual_umask(place, capsys):
    course = place.course("nb")
    course.chmod(0o777 & ~0o022)
    _run(course, NAME, None, words("nb", "grading"))
    assert "Andre som har konto på denne maskinen" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="needs to become somebody else")
def test_another_account_does_not_get_in(place):
    """As the system sees it: the other account reads the gradebook before, and not after."""
    course = place.course("nb")
    for folder in [*course.parents][:-1]:
        folder.chmod(folder.stat().st_mode | 0o055)
    course.chmod(0o755)

    def other() -> int:
        read = ["cat", str(course / "gradebook.db")]
        return subprocess.run(read, user=65534, group=65534, extra_groups=[], capture_output=True).returncode

    assert other() == 0
    offer(course, words("en", "grading")["privacy"], ask=lambda text: "yes")
    assert other() != 0
