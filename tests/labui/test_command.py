"""The launcher: one plain sentence for what a person can mend, and nothing lost."""

import errno
import os
import re
import signal
import socket
import subprocess
import sys

import pytest

from mbkurs.labui.command import run
from mbkurs.labui.trouble import Trouble, writing
from mbkurs.places import ROOT, languages
from mbkurs.words import words
from tests.labui.conftest import free_port, launch


def end(process) -> tuple[int, str]:
    said, _ = process.communicate(timeout=60)
    assert "Traceback" not in said
    return process.returncode, said


def test_a_second_start_opens_the_running_course(course):
    status, said = end(launch("--home", str(course.home), "--port", str(course.port)))
    assert status == 0
    assert "Kurset er åpent fra før" in said
    assert course.start_url in said


def test_a_proxy_for_the_web_is_not_asked_for_the_running_course(course):
    """On Windows and macOS Python takes it from the system's settings; a workplace often has one."""
    proxy = {"http_proxy": "http://127.0.0.1:9", "no_proxy": ""}
    status, said = end(launch("--home", str(course.home), "--port", str(course.port), **proxy))
    assert status == 0
    assert course.start_url in said


def test_a_foreign_program_on_the_port_gives_a_plain_sentence(tmp_path):
    with socket.socket() as foreign:
        foreign.bind(("127.0.0.1", 0))
        foreign.listen()
        port = str(foreign.getsockname()[1])
        status, said = end(launch("--home", str(tmp_path / "MB-kurs"), "--port", port))
    assert status == 1
    assert said.strip().startswith("Et annet program bruker plassen")


@pytest.mark.parametrize(
    "wrong", [["--prot", "5"], ["--port", "99999"], ["--language", "xx"], ["--home"], ["lab"]]
)
@pytest.mark.parametrize("language", languages())
def test_what_is_not_understood_is_said_in_the_persons_language(wrong, language, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", f"{language}_NO.UTF-8")
    assert run(wrong) == 2
    said = capsys.readouterr()
    say = words(language, "lab")["launcher"]
    assert said.out.splitlines() == [say["not-understood"].format(arguments=" ".join(wrong)), say["usage"]]
    assert said.err == ""


def test_the_help_holds_no_english_of_its_own(capsys):
    with pytest.raises(SystemExit) as ended:
        run(["--help", "--language", "nb"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert "Bruk: course.py lab" in said
    assert not re.search(r"usage|options|show this", said)


def test_a_folder_that_cannot_be_written_gives_a_plain_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    status, said = end(launch("--home", str(tmp_path / "file" / "MB-kurs"), "--language", "en"))
    assert status == 1
    assert said.strip().startswith("We are not allowed to write in the folder")


def test_a_full_disk_gives_a_sentence_of_its_own(tmp_path):
    with pytest.raises(Trouble) as caught, writing(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert caught.value.sentence("nb").startswith("Disken med mappa")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a browser")
def test_without_a_browser_the_address_is_said_and_the_end_is_said(tmp_path):
    home, port = str(tmp_path / "MB-kurs"), str(free_port())
    command = [sys.executable, "-m", "mbkurs.cli", "lab", "--home", home, "--port", port, "--language", "nb"]
    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "BROWSER")}
    bare |= {"PATH": str(tmp_path), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    process = subprocess.Popen(command, cwd=ROOT, env=bare, stdout=subprocess.PIPE, encoding="utf-8")
    assert "Vi fant ingen nettleser" in next(line for line in process.stdout if port in line)
    assert "La dette vinduet stå åpent" in next(process.stdout)
    process.send_signal(signal.SIGINT)
    status, said = end(process)
    assert status == 0
    assert said.strip().endswith("Alt du skrev, er lagret.")


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a person's folder private by its own means")
def test_the_folder_is_for_its_owner_alone(course):
    assert course.home.stat().st_mode & 0o777 == 0o700


def test_nothing_outside_the_folder_is_touched_and_nothing_written_is_logged(tmp_path, course):
    written = [path for path in (course.home / ".jupyter").rglob("*") if path.is_file()]
    assert any("jpserver" in path.name for path in written)
    log = (course.home / "log/lab.log").read_text("utf-8")
    assert "Setningen" not in log
