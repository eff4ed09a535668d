"""The front door on machines where something is missing: one plain sentence, an exit status, nothing lost."""

import os
import shutil
import subprocess
import sys

import pytest

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
