"""Long work: begun once, stopped and continued, and never silent about how it ended."""

import subprocess
import sys

import pytest

from mbkurs.leader.work import Work
from tests.grading.site import NAME, rows, send
from tests.labui.conftest import until


@pytest.fixture
def round_of(place, tmp_path):
    """A course with three hand-ins that wait, and its work."""
    for who in ("Kari", "Ola", "Per"):
        send(place, who, {})
    work = Work(tmp_path / "log" / "leader.log")
    course = place.course("nb")
    yield work, course, {"rounds": [[str(course), NAME]]}
    if work.running:
        work.process.kill()


def end(work: Work) -> dict:
    until(lambda: not work.running, 60)
    return work.last


def test_a_second_click_starts_nothing_and_every_step_is_told(round_of):
    work, course, asked = round_of
    assert work.start("grade", NAME, **asked)
    first = work.process
    assert not work.start("grade", NAME, **asked) and work.process is first
    seen = []
    until(lambda: seen.append(work.state.get("done")) or not work.running, 60)
    assert work.last["result"] == {"graded": 3, "failed": []}
    assert set(rows(course)) == {"Kari", "Ola", "Per"}


def test_it_stops_between_two_trainees_and_goes_on_where_it_was(round_of):
    work, course, asked = round_of
    work.start("grade", NAME, **asked)
    work.stop()
    work.stop()
    assert end(work)["stopped"] and not rows(course)
    work.start("grade", NAME, **asked)
    assert end(work)["result"]["graded"] == 3


def test_when_it_is_killed_the_leader_is_told_and_nothing_is_lost(round_of):
    work, course, asked = round_of
    work.start("grade", NAME, **asked)
    work.process.kill()
    assert end(work)["trouble"] == "broke"
    work.start("grade", NAME, **asked)
    assert end(work)["result"]["graded"] == 3


def test_an_assignment_that_cannot_be_got_ready_is_trouble_with_a_log(round_of, place):
    work, _, asked = round_of
    rubric = place.assignments / "rubrics" / f"{NAME}.yml"
    rubric.write_text(rubric.read_text(encoding="utf-8").replace("exercise: a01-", "exercise: b01-"))
    work.start("grade", NAME, **asked)
    assert end(work)["trouble"] == "not-ready"
    assert "GradeError" in work.log.read_text(encoding="utf-8")


def test_programs_that_the_work_starts_do_not_wait_for_what_the_leader_says():
    """nbgrader starts alembic for a new gradebook; with the page's pipe as its input it hangs on Windows."""
    child = "import sys; print(repr(sys.stdin.read()), flush=True)"
    program = (
        "import subprocess, sys; from mbkurs.leader.job import own_input; told = own_input();"
        f"subprocess.run([sys.executable, '-c', {child!r}]); print(told.readline().strip())"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen([sys.executable, "-c", program], **pipes) as work:
        assert work.stdout.readline().strip() == "''"
        assert work.communicate("grade\n", timeout=30)[0].strip() == "grade"
