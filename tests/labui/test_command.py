"""The launcher: one plain sentence for what a person can mend, and nothing lost."""

import errno
import os
import signal
import socket
import subprocess
import sys

import pytest

from mbkurs.labui.trouble import Trouble, writing
from mbkurs.places import ROOT
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


def test_a_foreign_program_on_the_port_gives_a_plain_sentence(tmp_path):
    with socket.socket() as foreign:
        foreign.bind(("127.0.0.1", 0))
        foreign.listen()
        port = str(foreign.getsockname()[1])
        status, said = end(launch("--home", str(tmp_path / "MB-kurs"), "--port", port))
    assert status == 1
    assert said.strip().startswith("Et annet program bruker plassen")


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
