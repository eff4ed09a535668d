"""nbgrader's exchange: no link is followed, nobody hands in for somebody else, one bad name stops nobody."""

import getpass
import json
import shutil
import sys
from pathlib import Path

import pytest
from nbgrader.coursedir import CourseDirectory

from mbkurs.grading.assignment import declared_ids
from mbkurs.grading.collect import SafeCollect
from mbkurs.grading.folders import source
from mbkurs.grading.grade import grade
from mbkurs.grading.sheet import read_answers
from tests.grading import toy
from tests.grading.site import NAME as ASSIGNMENT
from tests.grading.site import Site, texts_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nbgrader has no exchange on Windows")
ME = getpass.getuser()
EARLY, LATE = "2026-11-20 10:00:00.000000 UTC", "2026-11-20 11:00:00.000000 UTC"
SHEET = {
    "schema": 1,
    "answers": {"toy-words": {"kind": "text", "value": {"text": "mine"}, "saved": ""}},
    "days": {},
}


@pytest.fixture
def place(tmp_path, empty_gradebook):
    """The course folder and the exchange's inbound folder."""
    course = toy.make(tmp_path / "assignments").parents[2]
    shutil.copy(empty_gradebook, course)
    inbound = tmp_path / "exchange" / "mb-nb" / "inbound"
    inbound.mkdir(parents=True)
    (tmp_path / "exchange").chmod(0o777)
    return course, inbound


def send(inbound: Path, name: str = ME, time: str = EARLY, sheet: dict = SHEET) -> Path:
    folder = inbound / f"{name}+toy+{time}+random"
    folder.mkdir()
    (folder / "toy.ipynb").write_text("{not opened")
    (folder / "answers.json").write_text(json.dumps(sheet))
    (folder / "submission_secret.txt").write_text("5" * 128)
    return folder


def collect(course: Path, inbound: Path, assignment: str = "toy") -> dict[str, object]:
    """Collects for real; ``{trainee: Answers}`` of what is there afterwards."""
    where = CourseDirectory(root=str(course), course_id="mb-nb", assignment_id=assignment)
    collector = SafeCollect(coursedir=where, update=True)
    collector.root = str(inbound.parents[1])
    collector.start()
    found = (course / "submitted").glob(f"*/{assignment}/answers.json")
    return {path.parts[-3]: read_answers(path, declared_ids(source(course, assignment))) for path in found}


def test_a_submission_is_collected_clean(place):
    send(place[1])
    assert collect(*place)[ME].answers == SHEET["answers"]
    folder = place[0] / "submitted" / ME / "toy"
    assert (folder / "toy.ipynb").read_bytes() == (place[0] / "source" / "toy" / "toy.ipynb").read_bytes()
    assert (folder / "submission_secret.txt").read_text() == "5" * 128


def test_the_newest_is_taken_and_replaces_the_older(place):
    send(place[1], sheet=SHEET | {"answers": {}})
    assert collect(*place)[ME].answers == {}
    send(place[1], time=LATE)
    assert collect(*place)[ME].answers == SHEET["answers"]


def test_a_newer_one_in_my_name_by_somebody_else_does_not_hide_mine(place, monkeypatch):
    """Another account's folder cannot be made here; the owner is what the operating system would say."""
    send(place[1])
    forged = send(place[1], time=LATE, sheet=SHEET | {"answers": {}})
    real = SafeCollect._owner
    monkeypatch.setattr(
        SafeCollect, "_owner", staticmethod(lambda path: "mallory" if path == str(forged) else real(path))
    )
    assert collect(*place)[ME].answers == SHEET["answers"]


def test_names_of_others_and_names_that_mean_nothing_stop_nobody(place):
    send(place[1], name="somebody-else")
    send(place[1], name="[x]*")
    send(place[1], time="yesterday-ish")
    (place[1] / f"{ME}+toy+").mkdir()
    send(place[1])
    assert set(collect(*place)) == {ME}


def test_links_are_not_followed(place, tmp_path):
    private = tmp_path / "private.json"
    private.write_text(json.dumps(SHEET))
    folder = send(place[1])
    (folder / "answers.json").unlink()
    (folder / "answers.json").symlink_to(private)
    found = collect(*place)
    assert (found[ME].problem, found[ME].answers) == ("link", {})


def test_a_linked_folder_is_left_out(place, tmp_path):
    folder = send(place[1])
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert collect(*place) == {}


def test_a_secret_that_is_none_is_replaced(place):
    folder = send(place[1])
    (folder / "submission_secret.txt").write_text("../../etc")
    collect(*place)
    secret = (place[0] / "submitted" / ME / "toy" / "submission_secret.txt").read_text()
    assert len(secret) == 128 and "." not in secret


def test_grade_takes_in_from_the_exchange_too(tmp_path, empty_gradebook, monkeypatch):
    """The settings say where the exchange is, as a machine's administrator writes them."""
    site = Site(tmp_path)
    course = site.course("nb")
    shutil.copy(empty_gradebook, course)
    settings = tmp_path / "config"
    settings.mkdir()
    (settings / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.Exchange.root = {str(tmp_path / 'exchange')!r}\n"
    )
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(settings))
    assert not grade(course, ASSIGNMENT).taken, "no course in the exchange yet"
    inbound = tmp_path / "exchange" / "mb-nb" / "inbound"
    inbound.mkdir(parents=True)
    folder = inbound / f"{ME}+{ASSIGNMENT}+{EARLY}+random"
    folder.mkdir()
    (folder / "answers.json").write_text(json.dumps(SHEET | {"answers": texts_of(site)}))
    (inbound / f"somebody-else+{ASSIGNMENT}+{EARLY}+random").mkdir()
    report = grade(course, ASSIGNMENT)
    assert report.graded == {ME: 3}
    assert {(taken.outcome, taken.reason, taken.trainee) for taken in report.taken} == {
        ("taken", "", ME),
        ("refused", "not-owner", "somebody-else"),
    }
    assert {taken.outcome for taken in grade(course, ASSIGNMENT).taken} == {"there", "refused"}
