"""A shortcut for each system, made as its own system wants it."""

import os
import stat
import subprocess
import sys

import pytest

from mbkurs.labui import shortcut
from mbkurs.labui.home import Home


@pytest.fixture
def desktop(tmp_path, monkeypatch):
    folder = tmp_path / "Skrivebord"
    folder.mkdir()
    monkeypatch.setattr(shortcut, "user_desktop_path", lambda: folder)
    return folder


@pytest.mark.parametrize(
    ("system", "ending"), [("win32", ".cmd"), ("darwin", ".command"), ("linux", ".desktop")]
)
def test_each_system_gets_a_file_it_opens_with_a_double_click(desktop, tmp_path, monkeypatch, system, ending):
    monkeypatch.setattr(sys, "platform", system)
    home = Home(tmp_path / "Min mappe")
    home.make()
    made = shortcut.make(home)
    assert made == desktop / f"MB-kurset{ending}"
    text = made.read_text("utf-8")
    assert f'--home "{home.folder}"' in text and shortcut.PYTHON in text
    if os.name == "posix":
        assert made.stat().st_mode & stat.S_IXUSR


def test_a_percent_sign_in_a_windows_path_names_no_variable(desktop, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    home = Home(tmp_path / "100%PATH%")
    assert f'--home "{tmp_path / "100%%PATH%%"}"' in shortcut.make(home).read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="runs the file with a POSIX shell")
def test_the_macos_file_hands_the_folder_over_whole(desktop, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(shortcut, "ROOT", tmp_path)
    (tmp_path / "course.py").write_text("import sys; print(sys.argv[1:])")
    made = shortcut.make(Home(tmp_path / "Min mappe"))
    done = subprocess.run([made], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(["lab", "--home", str(tmp_path / "Min mappe")])


def test_in_a_hub_there_is_no_desktop(desktop, monkeypatch):
    assert shortcut.offered()
    monkeypatch.setenv("JUPYTERHUB_USER", "mona")
    assert not shortcut.offered()
