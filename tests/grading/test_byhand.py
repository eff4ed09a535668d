"""``grade --by-hand`` for real: nothing but the leader's language, and Ctrl-C closes it without asking."""

import os
import signal
import subprocess
import sys

import pytest

from mbkurs.grading.byhand import mark_by_hand
from mbkurs.words import words
from tests.grading.site import NAME

PROGRAM = """
import sys
from pathlib import Path
from mbkurs.grading.byhand import mark_by_hand
from mbkurs.grading.grade import by_hand
from mbkurs.words import words
course = Path(sys.argv[1])
own = ["--allow-root", "--no-browser", "--port=0", "--ServerApp.port_retries=0"]
# As on Windows, where an environment's Python is a program that starts another one.
between = (
    "import signal, subprocess, sys; started = subprocess.Popen(sys.argv[1:]);"
    "signal.signal(signal.SIGTERM, lambda *_: started.terminate()); sys.exit(started.wait())"
)
command = [sys.executable, "-c", between, *by_hand(course, sys.argv[2]), *own]
sys.exit(mark_by_hand(course, sys.argv[2], words("nb", "grading")["grade"], command))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one program there")
def test_it_says_three_lines_and_closes_on_ctrl_c(place):
    say, course = words("nb", "grading")["grade"], place.course("nb")
    environment = place.environment | {"PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", PROGRAM, str(course), NAME]
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "start_new_session": True}
    with subprocess.Popen(command, env=environment, **both) as leader:
        first, address = leader.stdout.readline(), leader.stdout.readline()
        os.killpg(leader.pid, signal.SIGINT)
        rest = leader.communicate(timeout=30)[0]
        assert leader.returncode == 0
    assert first.strip() == say["opening"]
    assert address.strip().startswith(say["address"].split("{")[0] + "file://")
    assert rest.strip() == say["closed"]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_does_not_start_is_said(tmp_path, capsys, language):
    say = words(language, "grading")["grade"]
    assert mark_by_hand(tmp_path, NAME, say, [sys.executable, "-c", "raise SystemExit(1)"]) == 1
    assert capsys.readouterr().out.strip().splitlines() == [say["opening"], say["not_opened"]]
