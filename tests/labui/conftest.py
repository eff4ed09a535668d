"""A real course for a trainee: the launcher in a process of its own, and pages of it in Chromium."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request, urlopen

import nbformat
import pytest

from mbkurs.notebooks import files
from mbkurs.places import ROOT

STARTING = 60  # seconds; two cores may be busy with other things


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(condition, seconds: float = 15):
    """Wait for a condition to hold, and return what it gave."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
    return found


def launch(*arguments: str, verb: str = "lab", **environment: str) -> subprocess.Popen:
    """``course.py lab`` with these arguments, as the front door runs it."""
    command = [sys.executable, "-m", "mbkurs.cli", verb, "--no-browser", *arguments]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"LC_ALL": "nb_NO.UTF-8", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


@dataclass
class Course:
    """A course that runs; it can be killed and started again on the same port."""

    home: Path
    port: int = field(default_factory=free_port)
    said: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    verb: str = "lab"
    options: tuple[str, ...] = ()

    def start(self) -> "Course":
        options = ("--home", str(self.home), "--port", str(self.port), *self.options)
        self.process = launch(*options, verb=self.verb, **self.environment)
        for line in self.process.stdout:
            self.said += line
            if found := re.search(r"http\S+", line):
                self.start_url = found[0]
                break
        self.token = self.start_url.partition("token=")[2]
        until(self.answers, STARTING)
        return self

    def answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self) -> None:
        """As a crash or a power cut would: no farewell."""
        self.process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def day(self, view: str = "doc/tree", language: str = "nb") -> str:
        return self.url(f"{view}/{language}/01-arriving/1-welcome.ipynb")

    def ask(self, path: str, method: str = "GET", body=None):
        """A request with the token, as parsed JSON."""
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.url(path), data, {"Authorization": f"token {self.token}"}, method=method)
        with urlopen(request) as response:
            return json.load(response)

    @property
    def sheet(self) -> Path:
        return self.home / "answers.json"

    def answer(self, exercise_id: str):
        """What is on disk for an exercise."""
        if not self.sheet.exists():
            return None
        sheet = json.loads(self.sheet.read_text(encoding="utf-8"))
        return sheet["answers"].get(exercise_id, {}).get("value")


# Seen in stock programs too, and nothing depends on them: ipywidgets looks for the kernel that a course page
# does not have; Notebook 7 reads a setting it does not ship, and restores a file list that it lacks.
HARMLESS = {
    "Cannot read properties of null (reading 'kernel')",
    "Cannot read properties of undefined (reading 'schema')",
    "Command 'filebrowser:open-path' not registered.",
}


@pytest.fixture(scope="session")
def harmless() -> Callable[[Exception], bool]:
    """Also: JupyterLab asks for what its export menu can hold, and catches nothing if the server has gone."""
    return lambda error: str(error) in HARMLESS or "fetchExportFormats" in (error.stack or "")


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    """One course for the room's tests. A test that kills it starts it again."""
    course = Course(tmp_path_factory.mktemp("MB-kurs")).start()
    yield course
    course.stop()


@pytest.fixture
def course(running):
    """The course with no answers yet, on a computer that is the trainee's own."""
    if not running.answers():
        running.start()
    running.sheet.unlink(missing_ok=True)
    settings = json.loads((running.home / "settings.json").read_text(encoding="utf-8"))
    settings |= {"alone": True, "language": "nb", "starts": None, "folder": None}
    (running.home / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return running


@pytest.fixture(scope="session")
def note() -> str:
    """The id of the first day's first private note."""
    page = nbformat.read(ROOT / "modules/nb/01-arriving/1-welcome.ipynb", as_version=4)
    return next(found.id for found in files.declarations(page) if found.kind == "text")


def open_view(course: Course, tab, view: str = "doc/tree") -> None:
    """Open the first day as a trainee does, and wait until it is whole."""
    tab.goto(course.start_url)
    tab.goto(course.day(view))
    tab.wait_for_selector(".mbkurs-bottom", timeout=STARTING * 1000)


@pytest.fixture
def open_day(course, page, note):
    """Opens the first day, and gives the field of its note."""

    def open_page(tab=None):
        tab = tab or page
        open_view(course, tab)
        return tab.locator(f"section[aria-labelledby='{note}-title'] textarea")

    return open_page
