"""Compares grading with stock nbgrader on the same submissions: `python tools/benchmark_grading.py`.

Whole commands, start-up included, on two cores at most; in each path the assignment is generated before the
clock starts. Seconds of the processor tell more than the clock on a busy machine: the ratios are theirs.
`--most 600` leaves out the largest run. Not a test: it prints, and ends with 1 where grade rows differ or a
target is missed. Nobody leaves a written answer empty here: we settle that as 0, stock waits for a person.
"""

import argparse
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import NamedTuple

import nbformat

from mbkurs.grading.assignment import Assignment, load
from mbkurs.grading.cells import graded
from mbkurs.grading.parcel import parcel
from mbkurs.places import ASSIGNMENTS, ROOT

NAME, LANGUAGE = "01-arriving", "nb"
STEPS = ("release", "submitted", "autograded", "feedback", "handed-in", "returned", "report", "gradebook.db*")
FIRST = datetime(2026, 11, 20, 12, tzinfo=UTC)
FEW, MANY, MOST = 60, 600, 2000
WORDS = "Jeg ville ha satt meg ned og hørt på det hun kom med, og spurt hva som er viktigst i dag. " * 6
# Every row that a leader's decision may rest on.
ROWS = """SELECT s.student_id, s.timestamp, c.name, g.auto_score, g.manual_score, g.extra_credit,
    g.needs_manual_grade, n.late_submission_penalty
  FROM grade g JOIN submitted_notebook n ON n.id = g.notebook_id
  JOIN submitted_assignment s ON s.id = n.assignment_id JOIN base_cell c ON c.id = g.cell_id"""


class Cost(NamedTuple):
    """What a command took: seconds on the clock and of the processor, MB at its peak, and what it said."""

    clock: float
    processor: float
    memory: float = 0
    said: str = ""

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.clock + other.clock, self.processor + other.processor)


class Project:
    """A copy of the project, with ``count`` hand-ins, in which the real commands run."""

    def __init__(self, folder: Path, count: int):
        self.folder, self.count = folder, count
        skip = shutil.ignore_patterns(*STEPS, "__pycache__", ".ipynb_checkpoints")
        for part in ("tools", "assignments", "modules"):
            shutil.copytree(ROOT / part, folder / part, ignore=skip)
        (folder / "book").mkdir()
        shutil.copy(ROOT / "book" / "references.bib", folder / "book")
        self.course = folder / "assignments" / LANGUAGE
        (self.course / "handed-in").mkdir()
        for number in range(count):
            data = hand_in(number)
            file = self.course / "handed-in" / f"{data['trainee']}.mbkurs.json"
            file.write_text(json.dumps(data), encoding="utf-8")

    @property
    def environment(self) -> dict:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return os.environ | {"PATH": path, "PYTHONPATH": str(self.folder / "tools"), "LC_ALL": "C.UTF-8"}

    def mbkurs(self, *arguments: str) -> Cost:
        command = [sys.executable, "-m", "mbkurs.cli", *arguments, "--language", LANGUAGE]
        return timed(command, self.folder, self.environment)

    def nbgrader(self, *arguments: str, course: Path | None = None) -> Cost:
        root = f"--Exchange.root={self.folder / 'exchange'}"
        return timed(["nbgrader", *arguments, root], course or self.course, self.environment)


@cache
def assignment() -> Assignment:
    """The course's first assignment."""
    return load(ASSIGNMENTS / LANGUAGE / "source" / NAME / f"{NAME}.ipynb")


def hand_in(number: int) -> dict:
    """What trainee ``number`` hands in: another option each time."""
    answers, asked = {}, assignment()
    for place, (key, exercise) in enumerate(asked.exercises.items()):
        if exercise["kind"] == "text":
            answers[key] = {"kind": "text", "value": {"text": f"{number} {WORDS}"}, "saved": ""}
        else:
            options = [option["key"] for option in exercise["options"]]
            chosen = [options[(number + place) % len(options)]]
            answers[key] = {"kind": "choice", "value": {"chosen": chosen}, "saved": ""}
    return parcel(NAME, LANGUAGE, f"trainee-{number:04}", FIRST + timedelta(minutes=number), answers)


def stock_course(project: Project) -> Path:
    """The same assignment for nbgrader without us, generated, and the same answers in the exchange."""
    course = project.folder / "stock"
    source = course / "source" / NAME
    source.mkdir(parents=True)
    nbformat.write(graded(assignment()), source / f"{NAME}.ipynb")
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'stock'\n")
    project.nbgrader("generate_assignment", NAME, "--ClearSolutions.enforce_metadata=False", course=course)
    project.nbgrader("release_assignment", NAME, course=course)
    inbound = project.folder / "exchange" / "stock" / "inbound"
    for number in range(project.count):
        data = hand_in(number)
        moment = datetime.fromisoformat(data["time"]).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        folder = inbound / f"{data['trainee']}+{NAME}+{moment}+{number}"
        shutil.copytree(course / "release" / NAME, folder)
        sheet = {"schema": 1, "answers": data["answers"], "days": {}}
        (folder / "answers.json").write_text(json.dumps(sheet), encoding="utf-8")
        (folder / "timestamp.txt").write_text(moment)
    return course


def timed(command: list[str], folder: Path, environment: dict) -> Cost:
    """Runs a command to its end, with all it starts; ends the benchmark if it fails."""
    begun = time.monotonic()
    with TemporaryFile("w+") as said:
        there = {"cwd": folder, "env": environment, "stdin": subprocess.DEVNULL}
        started = subprocess.Popen(command, **there, stdout=said, stderr=said)
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    if started.returncode:
        raise SystemExit(f"{' '.join(command)}\n{text[-4000:]}")
    return Cost(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, text)


def rows(gradebook: Path) -> list[tuple]:
    """Every grade row, in an order that does not depend on how it was made."""
    with closing(sqlite3.connect(gradebook)) as book:
        return sorted(book.execute(ROWS).fetchall(), key=repr)


def stock(project: Project) -> dict[str, Cost]:
    """Stock nbgrader from collecting to feedback; kernels run on both cores."""
    course = stock_course(project)
    names = {"start": ["--version"], "collect": ["collect", NAME], "autograde": ["autograde", NAME]}
    names["feedback"] = ["generate_feedback", NAME]
    return {what: project.nbgrader(*command, course=course) for what, command in names.items()}


def own(project: Project) -> dict[str, Cost]:
    """Our verbs. The first run only prepares: nobody has handed in."""
    waiting, there = project.folder / "waiting", project.course / "handed-in"
    there.rename(waiting)
    project.mbkurs("grade", NAME, "--no-report")
    there.rmdir()
    waiting.rename(there)
    names = {"grade": ["grade", NAME, "--no-report"], "again": ["grade", NAME, "--no-report"]}
    names |= {"feedback": ["grade", NAME, "--feedback"], "report": ["report", NAME]}
    return {what: project.mbkurs(*command) for what, command in names.items()}


def under_nbgrader(project: Project) -> dict[str, Cost]:
    """nbgrader's own commands in our course, after our intake; the rows are made anew."""
    for name in ("autograded", "feedback"):
        shutil.rmtree(project.course / name)
    with closing(sqlite3.connect(project.course / "gradebook.db")) as book, book:
        for table in ("grade", "comment", "submitted_notebook", "submitted_assignment", "mbkurs_seen"):
            book.execute(f"DELETE FROM {table}")
    names = {"autograde": ["autograde", NAME], "feedback": ["generate_feedback", NAME]}
    return {what: project.nbgrader(*command) for what, command in names.items()}


def extrapolated(cost: Cost, start: Cost, times: float) -> Cost:
    """Stock's time for more submissions: the start once, the rest so many times."""
    return Cost(*(start[at] + times * (cost[at] - start[at]) for at in (0, 1)))


class Table:
    """Prints a row at a time, and remembers whether every target was met."""

    def __init__(self):
        self.met = True
        self.row("", "clock s", "proc. s", "ratio", "target")

    def cost(self, what: str, cost: Cost, against: Cost | None = None, target: float = 0) -> None:
        ratio = against.processor / cost.processor if against else 0
        cells = f"{cost.clock:.1f}", f"{cost.processor:.1f}", f"{ratio:.1f}" if ratio else ""
        self.check(what, ratio, target, *cells)

    def check(self, what: str, value: float, target: float, *cells: str, most: bool = False) -> None:
        good = not target or (value <= target if most else value >= target)
        self.met &= good
        wanted = f"{'<=' if most else '>='} {target:g} {'yes' if good else 'NO'}" if target else ""
        self.row(what, *cells, wanted)

    @staticmethod
    def row(what: str, *cells: str) -> None:
        print(f"{what:50}" + "".join(f"{cell:>12}" for cell in cells), flush=True)


def compare(folder: Path, most: int) -> bool:
    """Every path on the same submissions; returns whether all targets are met and all rows the same."""
    table, few = Table(), Project(folder / "few", FEW)
    theirs = stock(few)
    wanted, before = rows(few.folder / "stock" / "gradebook.db"), theirs["collect"] + theirs["autograde"]
    for what, cost in theirs.items():
        table.cost(f"stock {what}, {FEW}", cost)
    ours = own(few)
    same = {"grade": rows(few.course / "gradebook.db") == wanted}
    page = max((few.course / "returned" / NAME).glob("*.html"), key=lambda page: page.stat().st_size)
    table.cost(f"course.py grade, {FEW}", ours["grade"], before, 20)
    table.cost(f"course.py grade once more, {FEW}", ours["again"], before)
    table.cost(f"course.py grade --feedback, {FEW}", ours["feedback"], theirs["feedback"], 3)
    size, frame = weight(page)
    table.check("largest feedback page, kB", size, 0, "", "", f"{size:.1f}")
    table.check("  all of it but the words to read, kB", frame, 5, "", "", f"{frame:.1f}", most=True)
    clock = ours["report"].clock
    table.check(f"course.py report, {FEW}, s", clock, 5, f"{clock:.1f}", "", "", most=True)
    mixed = under_nbgrader(few)
    same["nbgrader autograde"] = rows(few.course / "gradebook.db") == wanted
    table.cost(f"nbgrader autograde in our course, {FEW}", mixed["autograde"], theirs["autograde"], 10)
    table.cost(f"nbgrader generate_feedback in our course, {FEW}", mixed["feedback"], theirs["feedback"])
    if most >= MANY:
        many, times = Project(folder / "many", MANY), MANY / FEW
        ours = own(many)
        collect = extrapolated(theirs["collect"], theirs["start"], times)
        before = collect + extrapolated(theirs["autograde"], theirs["start"], times)
        table.cost(f"stock collect and autograde, {MANY}, extrapolated", before)
        table.cost(f"course.py grade, {MANY}", ours["grade"], before, 40)
        feedback = extrapolated(theirs["feedback"], theirs["start"], times)
        table.cost(f"stock feedback, {MANY}, extrapolated", feedback)
        table.cost(f"course.py grade --feedback, {MANY}", ours["feedback"], feedback, 25)
        found = [row for row in rows(many.course / "gradebook.db") if row[0] <= wanted[-1][0]]
        same[f"grade, the first of {MANY}"] = found == wanted
    if most >= MOST:
        linear(Project(folder / "most", MOST), table)
    for path, equal in same.items():
        table.check(f"rows as stock's: {path}", equal, 1, "", "", str(len(wanted)))
    return table.met


def weight(page: Path) -> tuple[float, float]:
    """kB of a page, and of what is not text for the trainee: markup, style and blanks."""
    html = page.read_text(encoding="utf-8")
    words = " ".join(re.sub(r"<[^>]+>", "", html[html.index("<body>") :]).split())
    size = page.stat().st_size
    return size / 1000, (size - len(words.encode("utf-8"))) / 1000


def linear(project: Project, table: Table) -> None:
    """Whether the last hundred of many take as long as the first hundred, and how much memory they need."""
    done = timed([sys.executable, "-c", HUNDREDS, str(project.course)], project.folder, project.environment)
    hundreds = json.loads(done.said.splitlines()[-1])
    ratio, last = hundreds[-1] / hundreds[0], f"{hundreds[-1]:.1f}"
    table.check(f"{MOST}: last hundred to first", ratio, 1.2, "", last, f"{ratio:.2f}", most=True)
    cells = f"{done.clock:.1f}", f"{done.processor:.1f}", f"{done.memory:.0f}"
    table.check(f"{MOST}: memory, MB", done.memory, 500, *cells, most=True)


# Processor seconds of each hundred, seen from the place where the leader's page sees the progress.
HUNDREDS = f"""
import json, sys, time
from pathlib import Path
from mbkurs.grading.grade import grade
took = []
def progress(them):
    begun = time.process_time()
    for number, who in enumerate(them, 1):
        yield who
        if number % 100 == 0:
            took.append(time.process_time() - begun)
            begun = time.process_time()
grade(Path(sys.argv[1]), {NAME!r}, progress)
print(json.dumps(took))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=MOST, help="submissions in the largest run")
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):  # two cores, also where there are more
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    with TemporaryDirectory(prefix="mb-benchmark-") as place:
        done = compare(Path(place), asked.most)
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main())
