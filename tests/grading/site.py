"""A course site in a temporary folder: a leader's courses, nbgrader's exchange, and trainees' folders."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from mbkurs.answers.store import save
from mbkurs.grading.assignment import Assignment, load
from mbkurs.grading.comment import line
from mbkurs.grading.parcel import parcel
from mbkurs.places import ASSIGNMENTS, ROOT

NAME = "01-arriving"
MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)
STEPS = ("release", "submitted", "autograded", "feedback", "handed-in", "returned", "report", "gradebook.db*")


class Site:
    """``assignments`` is a copy of the project's; every nbgrader command is the real one.

    ``name`` is the assignment that everybody works on.
    """

    def __init__(self, root: Path, name: str = NAME):
        self.root, self.name = root, name
        self.assignments = root / "assignments"
        shutil.copytree(ASSIGNMENTS, self.assignments, ignore=shutil.ignore_patterns(*STEPS))
        (root / "exchange").mkdir()
        (root / "exchange").chmod(0o777)

    def course(self, language: str) -> Path:
        return self.assignments / language

    def assignment(self, language: str) -> Assignment:
        return load(self.course(language) / "source" / self.name / f"{self.name}.ipynb")

    @property
    def environment(self) -> dict:
        """The tests' own Python first on the PATH, and nothing of the user's Jupyter."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        own = {
            "HOME": self.root,
            "JUPYTER_CONFIG_DIR": self.root / "config",
            "JUPYTER_DATA_DIR": self.root / "data",
            "PYTHONPATH": ROOT,
        }
        return os.environ | {"PATH": path} | {key: str(value) for key, value in own.items()}

    def nbgrader(self, folder: Path, *arguments: str) -> str:
        """Runs ``nbgrader ARGUMENTS`` in ``folder``; returns what it said. If it fails, so does the test."""
        command = ["nbgrader", *arguments, f"--Exchange.root={self.root / 'exchange'}"]
        done = subprocess.run(
            command, cwd=folder, env=self.environment, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr


def answer(sheet: Path, assignment: Assignment, best: bool, text: str) -> None:
    """Answers everything; ``best`` takes what gives all points, else half or none, and no last text."""
    for entry in assignment.rubric["decisions"]:
        exercise = assignment.exercises[entry["exercise"]]
        keys = [option["key"] for option in exercise["options"]]
        full, half = entry["full"], entry.get("half", [])
        other = half or [key for key in keys if key not in full]
        chosen = _best(exercise, full) if best else other[:1]
        save(sheet, entry["exercise"], "choice", {"chosen": chosen})
    for entry in assignment.rubric["written"][: None if best else -1]:
        save(sheet, entry["exercise"], "text", {"text": "SOMETHING I TOOK BACK"})
        save(sheet, entry["exercise"], "text", {"text": f"{text} ({entry['exercise']})"}, base=0)


def send(
    site: Site, trainee: str, answers: dict, hours: int = 0, *, points: bool = True, language: str = "nb"
) -> None:
    """Puts a hand-in file where the leader puts them; ``hours`` after ``MOMENT``."""
    data = parcel(site.name, language, trainee, MOMENT + timedelta(hours=hours), answers, points)
    folder = site.course(language) / "handed-in"
    (folder / f"{trainee}-{hours}.mbkurs.json").write_text(json.dumps(data))


def texts_of(site: Site, **change) -> dict:
    """Answers to every written exercise; ``change`` by number."""
    names = [entry["exercise"] for entry in site.assignment("nb").rubric["written"]]
    words_of = {name: change.get(f"n{number}", "first words") for number, name in enumerate(names)}
    return {name: {"kind": "text", "value": {"text": text}, "saved": ""} for name, text in words_of.items()}


def choices_of(site: Site, best: bool) -> dict:
    """Answers to every decision: what gives all points, or what gives none."""
    assignment, found = site.assignment("nb"), {}
    for entry in assignment.rubric["decisions"]:
        exercise = assignment.exercises[entry["exercise"]]
        keys = [option["key"] for option in exercise["options"]]
        wrong = [key for key in keys if key not in entry["full"] + entry.get("half", [])]
        chosen = _best(exercise, entry["full"]) if best else wrong[:1]
        found[entry["exercise"]] = {"kind": "choice", "value": {"chosen": chosen}, "saved": ""}
    return found


def _best(exercise: dict, full: list[str]) -> list[str]:
    """What gives all points: one of ``full``, or all of them where several may be chosen."""
    return full if exercise.get("several") else full[:1]


def mark(site: Site, trainee: str, level: int, comment: str = "", language: str = "nb") -> None:
    """What formgrader saves when a leader chooses the same level everywhere and writes a comment."""
    with Gradebook(f"sqlite:///{site.course(language) / 'gradebook.db'}") as book:
        for entry in site.assignment(language).rubric["written"]:
            where = (entry["exercise"], site.name, site.name, trainee)
            chosen = [(criterion, criterion["levels"][level]) for criterion in entry["criteria"]]
            grade = book.find_grade(*where)
            grade.manual_score, grade.needs_manual_grade = sum(each["points"] for _, each in chosen), False
            lines = [line(criterion, each) for criterion, each in chosen]
            book.find_comment(*where).manual_comment = "\n".join([*lines, comment])
        book.db.commit()


def rows(course: Path, name: str = NAME) -> dict[str, dict[str, tuple]]:
    """What the gradebook says: ``{trainee: {exercise: (auto, manual, waiting)}}``."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        return {
            submission.student.id: {
                grade.name: (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in book.assignment_submissions(name)
        }


def vandalise(notebook: Path, marker: Path) -> None:
    """What a hostile trainee hands in: code in every kind of cell that a grader might run."""
    node = nbformat.read(notebook, as_version=4)
    evil = f"open({str(marker)!r}, 'w').write('ran')"
    for cell in node.cells:
        if cell.cell_type == "code":
            cell.source = evil
    metadata = {
        "nbgrader": {"grade": True, "grade_id": "extra", "points": 100, "locked": False, "solution": False}
    }
    metadata["nbgrader"] |= {"schema_version": 3, "task": False}
    node.cells.insert(0, nbformat.v4.new_code_cell(evil, metadata=metadata))
    nbformat.write(node, notebook)


@contextmanager
def server(folder: Path, environment: dict, command: list[str]):
    """A real Jupyter server in ``folder``; gives its address, logged in by ``?token=t``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = ["--no-browser", "--allow-root", f"--port={port}", "--ServerApp.port_retries=0"]
    command = [*command, *own, "--IdentityProvider.token=t"]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str, process: subprocess.Popen) -> None:
    """Until the server answers."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/api", timeout=5)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise AssertionError("the Jupyter server did not start")
