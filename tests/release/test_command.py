"""The zip that a person downloads starts with a double click, or says where to get Python."""

import os
import shutil
import subprocess
import zipfile

import pytest

from mbkurs.release.command import FOLDER, STARTERS, build, starters

LINUX = "Start MB-kurset (Linux).sh"


def test_the_zip_holds_the_course_and_its_starters_and_nothing_private(tmp_path):
    with zipfile.ZipFile(build(tmp_path)) as archive:
        names = set(archive.namelist())
        mode = archive.getinfo(f"{FOLDER}/{LINUX}").external_attr >> 16
    assert {f"{FOLDER}/course.py", f"{FOLDER}/requirements.txt", f"{FOLDER}/_config.yml"} <= names
    assert {f"{FOLDER}/{starter.relative_to(STARTERS).as_posix()}" for starter in starters()} <= names
    assert mode & 0o111
    assert not [name for name in names if "answers.json" in name or ".venv" in name]


def test_each_starter_has_the_line_ends_of_its_system():
    for starter in starters():
        content = starter.read_bytes()
        lines, windows = content.count(b"\n"), content.count(b"\r\n")
        assert windows == (lines if starter.suffix == ".bat" else 0), starter.name


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_the_leaders_starter_opens_the_leaders_page(tmp_path):
    for starter in starters():
        (tmp_path / starter.relative_to(STARTERS)).parent.mkdir(exist_ok=True)
        shutil.copy(starter, tmp_path / starter.relative_to(STARTERS))
    (tmp_path / "course.py").write_text("import sys; print(*sys.argv[1:])")
    leaders = next(path for path in tmp_path.rglob("*leader (Linux).sh"))
    for starter, verb in ((tmp_path / LINUX, "lab"), (leaders, "leader")):
        said = subprocess.run(["/bin/sh", starter], cwd="/", capture_output=True, text=True)
        assert said.stdout.strip() == verb


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_without_python_the_starter_says_where_to_get_it(tmp_path):
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    said = subprocess.run(
        ["/bin/sh", STARTERS / LINUX], capture_output=True, text=True, env={"PATH": str(tmp_path)}
    )  # fmt: skip
    assert said.returncode == 1
    assert "Hent det på https://www.python.org" in said.stdout and "Get it at" in said.stdout


@pytest.mark.skipif(not os.access("/usr/bin/python3", os.X_OK), reason="no Python where a Mac has Apple's")
@pytest.mark.parametrize(("system", "starts"), [("Darwin", False), ("Linux", True)])
def test_on_a_mac_apples_own_python_is_left_alone(tmp_path, system, starts):
    """It is too old, and where it is missing a window asks to install tools for developers."""
    shutil.copy(STARTERS / LINUX, tmp_path)
    (tmp_path / "course.py").write_text("print('started')")
    (tmp_path / "bin").mkdir()
    for name in ("python3.14", "python3.13", "python3.12", "python3.11", "uname"):
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\necho {system}\nexit 1\n")
        (tmp_path / "bin" / name).chmod(0o755)
    path = {"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}
    said = subprocess.run(["/bin/sh", tmp_path / LINUX], capture_output=True, text=True, env=path)
    assert ("started" in said.stdout, "Hent det" in said.stdout) == (starts, not starts)
