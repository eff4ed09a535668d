"""Several programs in one gradebook."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from nbgrader.api import Gradebook

from mbkurs.grading.grade import grade
from mbkurs.grading.gradebook import gradebook, one_at_a_time
from tests.grading.site import NAME, choices_of, mark, rows, send, texts_of

LEADER = """
import sys
from pathlib import Path
from mbkurs.grading.grade import grade
print("ready", flush=True)
sys.stdin.readline()
report = grade(Path(sys.argv[1]), sys.argv[2])
assert not report.failed, report.failed
"""
TRAINEES = [f"T{number:02}" for number in range(12)]


def test_every_gradebook_is_in_wal_mode(place):
    course = place.course("nb")
    with gradebook(course):
        pass
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        assert book.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_two_leaders_mark_at_once_while_a_third_marks_by_hand(place):
    course = place.course("nb")
    send(place, "Kari", texts_of(place))
    grade(course, NAME)
    for trainee in TRAINEES:
        send(place, trainee, texts_of(place) | choices_of(place, best=True))
    command = [sys.executable, "-c", LEADER, str(course), NAME]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    leaders = [subprocess.Popen(command, **pipes) for _ in range(2)]
    for leader in leaders:
        assert leader.stdout.readline() == "ready\n"
    for leader in leaders:
        leader.stdin.write("\n")
        leader.stdin.flush()
    marked = 0
    while any(leader.poll() is None for leader in leaders):
        mark(place, "Kari", marked % 3)
        marked += 1
    for leader in leaders:
        assert (leader.wait(60), leader.stderr.read()) == (0, "")
        leader.stdin.close(), leader.stdout.close(), leader.stderr.close()
    assert marked and set(rows(course)) == {"Kari", *TRAINEES}
    assert all(manual is not None for _, manual, waiting in rows(course)["Kari"].values() if waiting is None)


def test_one_who_comes_second_is_told_to_wait(tmp_path):
    told = []
    with one_at_a_time(tmp_path, lambda: told.append(1)):
        assert not told
        child = f"""
from pathlib import Path
from mbkurs.grading.gradebook import one_at_a_time
with one_at_a_time(Path({str(tmp_path)!r}), lambda: print("waiting", flush=True)):
    print("turn", flush=True)
"""
        second = subprocess.Popen([sys.executable, "-c", child], stdout=subprocess.PIPE, text=True)
        assert second.stdout.readline() == "waiting\n"
    assert second.communicate(timeout=60)[0] == "turn\n"


def test_a_writer_waits_for_another_one(place):
    course = place.course("nb")
    send(place, "Kari", texts_of(place))
    grade(course, NAME)
    writing = f"""
import sqlite3, sys
book = sqlite3.connect({str(course / "gradebook.db")!r}, isolation_level=None)
book.execute("BEGIN IMMEDIATE")
print("holding", flush=True)
sys.stdin.readline()
book.execute("COMMIT")
"""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    other = subprocess.Popen([sys.executable, "-c", writing], **pipes)
    assert other.stdout.readline() == "holding\n"
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        assert book.db.connection().exec_driver_sql("PRAGMA busy_timeout").scalar() >= 60_000
        assert book.find_submission(NAME, "Kari"), "who reads does not wait"
    other.communicate("\n", timeout=60)
