"""The front door on machines where something is missing: one plain sentence, an exit status, nothing lost."""

import ctypes
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from mbkurs.language import system_language
from mbkurs.places import ROOT


def start(folder, *arguments, **environment):
    command = [sys.executable, str(folder / "course.py"), *arguments]
    settings = {
        **os.environ,
        "LANG": "nb_NO.UTF-8",
        "LC_ALL": "nb_NO.UTF-8",
        "PYTHONUTF8": "1",
        **environment,
    }
    return subprocess.run(command, capture_output=True, text=True, env=settings, cwd=folder, encoding="utf-8")


@pytest.fixture
def fresh(tmp_path):
    """The front door alone in an empty folder, as after an unpacked zip that needs one package."""
    shutil.copy(ROOT / "course.py", tmp_path)
    (tmp_path / "requirements.txt").write_text("colorama==0.4.6\n")
    return tmp_path


def test_without_a_network_it_says_so_in_norwegian(fresh):
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_EXTRA_INDEX_URL": ""}
    said = start(fresh, "lab", PIP_CONFIG_FILE=os.devnull, PIP_NO_CACHE_DIR="1", **nowhere)
    assert said.returncode == 1
    assert "Sjekk at maskinen er på nett" in said.stdout and "Ingenting du har skrevet er rørt" in said.stdout
    assert "Traceback" not in said.stdout + said.stderr


def test_a_set_up_that_was_cut_off_is_taken_up_again(fresh):
    (fresh / ".venv").mkdir()
    (fresh / ".venv" / "installed.txt").write_text("half")
    said = start(
        fresh, PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="0", PIP_CONFIG_FILE=os.devnull
    )
    assert said.returncode == 1 and "Gjør klart kurset" in said.stdout


def test_the_quiet_end_of_the_set_up_is_announced(fresh):
    """pip says nothing while it puts the packages in place, the longest part on a slow disk."""
    (fresh / ".venv").mkdir()
    said = (
        "print('Collecting a'); print('Installing collected packages: a'); print('Successfully installed a')"
    )
    program = f"import course, sys; course.follow([sys.executable, '-c', {said!r}], course.TEXTS['nb'], 0)"
    shown = subprocess.run([sys.executable, "-c", program], cwd=fresh, capture_output=True, encoding="utf-8")
    assert "Alt er hentet. Nå legges det på plass" in shown.stdout


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_in(fresh):
    fresh.chmod(0o500)
    said = start(fresh, "lab")
    fresh.chmod(0o700)
    assert said.returncode == 1 and "Traceback" not in said.stderr


def test_an_unknown_verb_lists_the_verbs():
    said = start(ROOT, "dance")
    assert said.returncode == 2 and "åpner kurset for en deltaker" in said.stdout


def test_the_language_can_be_asked_for():
    assert "opens the course for a trainee" in start(ROOT, "--language", "en").stdout


@pytest.fixture
def desktop(monkeypatch):
    """The front door on a machine where no variable tells the language, as a desktop starts it."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    found = importlib.util.spec_from_file_location("front_door", ROOT / "course.py")
    door = importlib.util.module_from_spec(found)
    found.loader.exec_module(door)
    return door


@pytest.mark.parametrize(("number", "ours"), [(0x0414, "nb"), (0x0814, "nb"), (0x0809, "en"), (0x1000, "en")])
def test_windows_is_asked_for_the_language_of_its_menus(desktop, monkeypatch, number, ours):
    """0x1000 is what Windows gives for a language without a number of its own."""
    windows = SimpleNamespace(kernel32=SimpleNamespace(GetUserDefaultUILanguage=lambda: number))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    monkeypatch.setenv("MBKURS_LANGUAGE", desktop.system_language())
    assert system_language() == ours
    assert desktop.texts(desktop.system_language()) is desktop.TEXTS[ours]


@pytest.mark.skipif(os.name == "nt", reason="a shell script takes the place of the Mac's program")
@pytest.mark.parametrize(
    ("list_", "ours"), [('"nb-NO",\n    "en-NO"', "nb"), ("en,\n    nb", "en"), ("", "en")]
)
def test_a_mac_is_asked_for_its_first_language(desktop, monkeypatch, tmp_path, list_, ours):
    program = tmp_path / "defaults"
    program.write_text(
        f"#!/bin/sh\n[ \"$*\" = 'read -g AppleLanguages' ] && printf '(\\n    {list_}\\n)\\n'\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("MBKURS_LANGUAGE", desktop.system_language())
    assert system_language() == ours
    assert desktop.texts(desktop.system_language()) is desktop.TEXTS[ours]


def test_bytes_of_another_code_page_do_not_stop_the_set_up(fresh):
    (fresh / ".venv").mkdir()
    said = "import sys; sys.stdout.buffer.write(b'C:\\\\Users\\\\\\x81\\xf8\\n'); raise SystemExit(3)"
    program = (
        f"import course, sys; print(course.follow([sys.executable, '-c', {said!r}], course.TEXTS['nb'], 0))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=fresh, capture_output=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1:] == ["False"], done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one program there")
def test_on_ctrl_c_the_course_is_waited_for(fresh):
    """A server that stops its kernels, or a marking that ends its trainee, takes more than a moment."""
    slow = (
        "import signal, time; signal.signal(signal.SIGINT, lambda *_: (time.sleep(1), exit(7)));"
        "print('ready', flush=True); time.sleep(60)"
    )
    program = (
        f"import course, os, sys; sys.exit(course.hand_over([sys.executable, '-c', {slow!r}], os.environ))"
    )
    both = {"cwd": fresh, "stdout": subprocess.PIPE, "start_new_session": True}
    with subprocess.Popen([sys.executable, "-c", program], **both) as door:
        door.stdout.readline()
        os.killpg(door.pid, signal.SIGINT)
        assert door.wait(timeout=30) == 7


@pytest.mark.parametrize(
    ("system", "over", "why"), [("win32", 1, "dypt"), ("win32", 0, "på nett"), ("linux", 1, "på nett")]
)
def test_a_set_up_that_fails_in_a_folder_too_deep_for_windows_says_so(
    desktop, tmp_path, monkeypatch, capsys, system, over, why
):
    monkeypatch.setattr(desktop, "ROOT", tmp_path)
    monkeypatch.setattr(desktop, "DEEPEST", len(str(tmp_path)) - over)
    monkeypatch.setattr(desktop, "STAMP", tmp_path / "none")
    monkeypatch.setattr(desktop, "install", lambda say: False)
    monkeypatch.setattr(sys, "platform", system)
    assert not desktop.ready(desktop.TEXTS["nb"])
    assert why in capsys.readouterr().out


def test_the_deepest_file_of_the_environment_fits_below_the_deepest_folder(desktop):
    """Windows has ``.venv\\Lib\\site-packages``, other systems a folder more."""
    packages = Path(pytest.__file__).parents[1]
    longest = max(len(str(path.relative_to(packages))) for path in packages.rglob("*"))
    assert desktop.DEEPEST + len(r"\.venv\Lib\site-packages\\") + longest <= 259
