"""A run that is killed or stopped loses nothing, and the next one ends in the same result."""

import multiprocessing
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from mbkurs.grading.grade import grade
from tests.grading.site import NAME, choices_of, mark, rows, send, texts_of

KILLS = int(os.environ.get("MBKURS_KILLS", 10))
TRAINEES = [f"T{number}" for number in range(6)]


@pytest.fixture
def halfway(place) -> Path:
    """A course with work of all kinds to do: new hand-ins, a changed answer under a mark given by hand."""
    course = place.course("nb")
    for trainee in TRAINEES[:3]:
        send(place, trainee, texts_of(place) | choices_of(place, best=True))
    grade(course, NAME)
    for trainee in TRAINEES[:2]:
        mark(place, trainee, 1, "Vel gjort")
    for trainee in TRAINEES[1:]:
        send(place, trainee, texts_of(place, n0="other words") | choices_of(place, best=False), hours=1)
    return course


def copy(course: Path, to: Path) -> Path:
    return shutil.copytree(course.parent, to) / course.name


def result(course: Path) -> tuple[dict, dict]:
    """Rows, and the marked notebooks."""
    marked = {
        path.parts[-3]: path.read_text(encoding="utf-8") for path in course.glob("autograded/*/*/*.ipynb")
    }
    return rows(course), marked


def work(course: Path, begun) -> None:
    begun.set()
    grade(course, NAME)


def test_killed_at_any_moment_it_ends_in_the_same_result(halfway, tmp_path):
    way = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    if sys.platform != "win32":
        way.set_forkserver_preload(["mbkurs.grading.grade", "tests.grading.site"])
    whole = copy(halfway, tmp_path / "whole")
    started = time.monotonic()
    grade(whole, NAME)
    length, wanted, midway = time.monotonic() - started, result(whole), 0
    assert wanted[0]["T0"] != wanted[0]["T1"] and set(wanted[0]) == set(wanted[1]) == set(TRAINEES)
    for number in range(KILLS):
        course = copy(halfway, tmp_path / f"killed-{number}")
        begun = way.Event()
        process = way.Process(target=work, args=(course, begun))
        process.start()
        assert begun.wait(60)
        process.join(random.uniform(0, length))
        midway += process.is_alive()
        process.kill()
        process.join()
        with closing(sqlite3.connect(course / "gradebook.db")) as book:
            assert book.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        grade(course, NAME)
        assert result(course) == wanted, number
    assert midway, "no run was killed before its end"


def test_what_is_done_is_not_done_again_and_what_was_lost_is(place):
    course = place.course("nb")
    for trainee in ("Kari", "Ola"):
        send(place, trainee, texts_of(place))
    grade(course, NAME)
    files = {path: path.stat().st_mtime_ns for path in course.glob("autograded/*/*/*.ipynb")}
    before = result(course)
    grade(course, NAME)
    assert {path: path.stat().st_mtime_ns for path in files} == files
    shutil.rmtree(course / "autograded" / "Ola")
    with closing(sqlite3.connect(course / "gradebook.db")) as book, book:
        book.execute("DELETE FROM mbkurs_seen WHERE submission LIKE '%Kari%'")
        book.execute("UPDATE grade SET auto_score = NULL")
    grade(course, NAME)
    assert result(course) == before


def test_ctrl_c_stops_between_two_trainees_and_the_next_run_goes_on(place):
    course = place.course("nb")
    for trainee in TRAINEES:
        send(place, trainee, texts_of(place))

    def pressed(them):
        yield them[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade(course, NAME, pressed)
    assert [path.name for path in (course / "autograded").iterdir()] == ["T0"]
    done = []
    grade(course, NAME, lambda them: (done.append(who) or who for who in them))
    assert done == TRAINEES and set(rows(course)) == set(TRAINEES)


CTRL_C = """
import signal, sys
from pathlib import Path
from mbkurs.grading import command
from mbkurs.words import words
def track(them, what):
    yield them[0]
    signal.raise_signal(signal.SIGINT)
command.track = track
sys.exit(command._run(Path(sys.argv[1]), sys.argv[2], None, words("nb", "grading")))
"""


def test_the_verb_says_in_one_sentence_that_it_stopped(place):
    for trainee in ("Kari", "Ola"):
        send(place, trainee, texts_of(place))
    command = [sys.executable, "-c", CTRL_C, str(place.course("nb")), NAME]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert (done.returncode, done.stderr) == (130, ""), "no library's warning either"
    assert done.stdout.strip().splitlines()[-1] == (
        "Stoppet. Det som er gjort, er tatt vare på. Kjør den samme kommandoen en gang til for å fortsette."
    )
