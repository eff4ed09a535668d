"""Nothing that comes in stops the batch, runs, leaks, gets lost, or gives anybody a wrong mark."""

import json
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from mbkurs.grading.command import lines
from mbkurs.grading.folders import TIME
from mbkurs.grading.grade import Report, give_back, grade
from mbkurs.grading.parcel import trainee_id
from mbkurs.grading.report import report as write_report
from mbkurs.grading.standing import standing
from mbkurs.places import languages
from mbkurs.words import words
from tests.grading.bad import Kind
from tests.grading.bad_files import FILES, good, write
from tests.grading.bad_folders import FOLDERS
from tests.grading.site import MOMENT, NAME, Site, choices_of, rows, texts_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and devices are Unix'")
PRIVATE = "THE-LEADERS-OWN"


@dataclass
class Batch:
    """A course in which everything bad came in at once with one good submission, and what became of it."""

    course: Path
    report: Report
    rows: dict
    before: dict[str, object]
    places: dict[str, Path]
    aside: list[object]
    refused: list

    @property
    def good(self) -> dict:
        return self.rows["good"]


def answers_of(site: Site) -> dict:
    return texts_of(site) | choices_of(site, best=True)


def course_for(root: Path, gradebook: Path) -> tuple[Site, Path]:
    site = Site(root)
    course = site.course("nb")
    (course / "handed-in").mkdir()
    shutil.copy(gradebook, course)
    secret = json.dumps({"schema": 1, "answers": {PRIVATE: PRIVATE}, "days": {}})
    (course / "private.json").write_text(secret)
    return site, course


@pytest.fixture(scope="session")
def files(tmp_path_factory, empty_gradebook) -> Batch:
    """All bad files in the folder of hand-ins, together with the good one."""
    site, course = course_for(tmp_path_factory.mktemp("files"), empty_gradebook)
    folder, answers = course / "handed-in", answers_of(site)
    write(folder, good("good", answers))
    grade(course, NAME)
    places = {kind.name: kind.make(folder, good(kind.trainee, answers, kind.name)) for kind in FILES}
    return graded(course, places)


@pytest.fixture(scope="session")
def folders(tmp_path_factory, empty_gradebook) -> Batch:
    """All bad submissions in nbgrader's folder, put there past the intake, together with the good one."""
    site, course = course_for(tmp_path_factory.mktemp("folders"), empty_gradebook)
    write(course / "handed-in", good("good", answers_of(site)))
    places = {kind.name: spoilt(kind, course, answers_of(site)) for kind in FOLDERS}
    return graded(course, places)


def spoilt(kind: Kind, course: Path, answers: dict) -> Path:
    place = course / "submitted" / kind.name / NAME
    fill(place, course, answers)
    kind.make(place)
    return course / "submitted" / (kind.who or kind.name) / NAME


def fill(place: Path, course: Path, answers: dict) -> None:
    """A good submission, as nbgrader's own ``submit`` makes it."""
    shutil.copytree(course / "source" / NAME, place)
    (place / "answers.json").write_text(json.dumps({"schema": 1, "answers": answers, "days": {}}))
    (place / "timestamp.txt").write_text(MOMENT.strftime(TIME))
    (place / "submission_secret.txt").write_text("5" * 128)


def graded(course: Path, places: dict[str, Path]) -> Batch:
    before = {name: look(path) for name, path in places.items()}
    report = grade(course, NAME)
    give_back(course, NAME)
    write_report(course, NAME)
    aside = [look(path) for path in (course / "set-aside").glob("*/*")]
    refused = standing(course, NAME).refused
    return Batch(course, report, rows(course), before, places, aside, refused)


def look(path: Path) -> object:
    """What lies there, links not followed: ``{name: checksum or kind}``."""
    if path.is_symlink():
        return str(path.readlink())
    if path.is_dir():
        return {each.name: look(each) for each in sorted(path.iterdir())}
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else "special"


def named(kinds: list[Kind]):
    return pytest.mark.parametrize("kind", kinds, ids=lambda kind: kind.name)


def gave_the_right_marks(batch: Batch, kind: Kind) -> None:
    what, _ = kind.outcome
    if what == "ok":
        assert batch.rows[kind.trainee] == batch.good
    elif what == "flagged":
        found = batch.rows[kind.trainee]
        assert (None, None, True) in found.values()
        assert all(mark == (None, None, True) or mark == batch.good[name] for name, mark in found.items())
    elif kind.trainee != "good":
        assert kind.trainee not in batch.rows


@named(FILES)
def test_a_bad_file_gives_no_wrong_mark(files, kind):
    gave_the_right_marks(files, kind)


@named(FOLDERS)
def test_a_bad_submission_gives_no_wrong_mark(folders, kind):
    gave_the_right_marks(folders, kind)


@pytest.mark.parametrize("language", languages())
@named(FILES)
def test_a_bad_file_is_named_to_the_leader(files, kind, language):
    say = words(language, "grading")
    told, name = lines(files.report, say, files.course), files.places[kind.name].name
    is_told(kind, say, [line for line in told if name in line], told)


@pytest.mark.parametrize("language", languages())
@named(FOLDERS)
def test_a_bad_submission_is_named_to_the_leader(folders, kind, language):
    say = words(language, "grading")
    told = lines(folders.report, say, folders.course)
    is_told(kind, say, [line for line in told if kind.trainee in line], told)


def is_told(kind: Kind, say: dict, about: list[str], told: list[str]) -> None:
    """The line names the file or the person, says what is wrong, and what to do."""
    what, code = kind.outcome
    if what == "refused":
        assert any(say["refusals"][code] in line for line in about)
        assert say["refusals"][code].count(".") > 1, "what is wrong, and what to do"
    elif what == "flagged":
        advice = say["grade"]["flagged"].rpartition("{reason}")[2]
        flags = [line for line in told if kind.trainee in line and say["problems"][code] in line]
        assert len(flags) == 1 and advice in flags[0]
    else:
        assert any(say["grade"]["graded"].format(trainee=kind.trainee) in line for line in told)


@named([kind for kind in FILES if kind.outcome[0] == "refused"])
def test_the_report_page_names_the_file(files, kind):
    found = {taken.file.name: taken.reason for taken in files.refused}
    assert found[files.places[kind.name].name] == kind.outcome[1]


@named([kind for kind in FOLDERS if kind.outcome[0] == "refused"])
def test_the_report_page_names_the_folder(folders, kind):
    found = {taken.file.parent.name: taken.reason for taken in folders.refused}
    assert found[kind.trainee] == kind.outcome[1]


@named(FILES)
def test_a_bad_file_is_kept_untouched(files, kind):
    assert look(files.places[kind.name]) == files.before[kind.name]


@named(FOLDERS)
def test_a_bad_submission_is_kept_untouched(folders, kind):
    """Where it was, or set aside."""
    before, there = folders.before[kind.name], folders.places[kind.name]
    if kind.name == "combining_accents_in_the_name":
        before = look(there)
    assert before in folders.aside or look(there) == before


@pytest.mark.parametrize("way", ["files", "folders"])
def test_the_good_one_is_not_touched_by_any(way, request):
    batch = request.getfixturevalue(way)
    waiting = {name: mark for name, mark in batch.good.items() if mark[2]}
    assert batch.report.graded["good"] == len(waiting) == 3
    sheet = json.loads((batch.course / "submitted" / "good" / NAME / "answers.json").read_text())
    assert len(sheet["answers"]) == len(batch.good)
    assert not batch.report.failed


@pytest.mark.parametrize("way", ["files", "folders"])
def test_nothing_ran_and_nothing_leaked(way, request):
    course = request.getfixturevalue(way).course
    assert not (course / "CANARY").exists() and not (course / "outside").exists()
    made = [course / name for name in ("submitted", "autograded", "feedback", "returned", "report")]
    for path in (path for folder in made for path in folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            assert PRIVATE.encode() not in path.read_bytes(), path
            if path.suffix == ".html":
                text = path.read_text(encoding="utf-8")
                assert (
                    "<script" not in text
                    and "<img" not in text
                    and "javascript:" not in text.split("[x](")[0]
                )


EXCHANGED = [kind for kind in FOLDERS if kind.name in (
    "no_notebook", "copied_cells", "cell_that_patches_the_scorer", "no_sheet", "damaged_sheet",
    "sheet_that_is_a_link", "sheet_that_is_a_pipe", "timestamp_that_is_no_time",
    "link_to_a_private_file", "a_pipe_besides",
)]  # fmt: skip


@named(EXCHANGED)
def test_nbgraders_exchange_brings_only_what_we_wrote(tmp_path, empty_gradebook, kind):
    """The same submissions through ``nbgrader collect``; who they are there is the account's name."""
    from tests.grading.test_collect import LATE, ME, collect

    site, course = course_for(tmp_path, empty_gradebook)
    place = course / "deep" / kind.name / NAME
    fill(place, course, answers_of(site))
    kind.make(place)
    inbound = tmp_path / "exchange" / "mb-nb" / "inbound"
    inbound.mkdir(parents=True)
    place.rename(inbound / f"{ME}+{NAME}+{LATE}+random")
    found = collect(course, inbound, NAME)[ME]
    assert found.problem == kind.outcome[1]
    folder = course / "submitted" / ME / NAME
    assert {path.name for path in folder.iterdir()} == {
        f"{NAME}.ipynb", "answers.json", "timestamp.txt", "submission_secret.txt",
    }  # fmt: skip
    own = course / "source" / NAME / f"{NAME}.ipynb"
    assert (folder / f"{NAME}.ipynb").read_bytes() == own.read_bytes()


def test_nbgraders_own_command_runs_none_of_it_and_gives_the_same_marks(tmp_path, empty_gradebook, folders):
    """``nbgrader autograde`` says by its exit status that something failed; the rest is right, or waits."""
    site, course = course_for(tmp_path, empty_gradebook)
    site.nbgrader(course, "generate_assignment", NAME)
    for kind in FOLDERS:
        spoilt(kind, course, answers_of(site))
    with pytest.raises(AssertionError, match="error processing assignment"):
        site.nbgrader(course, "autograde", NAME)
    waiting = (None, None, True)
    for trainee, marks in rows(course).items():
        right = folders.rows.get(trainee_id(trainee)) or folders.good
        assert all(mark in (waiting, right.get(name)) for name, mark in marks.items()), trainee
    assert not (course / "CANARY").exists()
    for path in (course / "autograded").rglob("*"):
        assert not path.is_file() or PRIVATE.encode() not in path.read_bytes(), path


FULL = """
import resource, sys
from pathlib import Path
from mbkurs.grading.intake import take_in
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
course = Path(sys.argv[1])
for taken in take_in(sorted((course / "handed-in").iterdir()), course):
    print(taken.outcome, taken.reason)
"""


def test_a_full_disk_keeps_what_is_there_and_says_so(tmp_path, empty_gradebook):
    """The system lets the program write 2 kB a file: the same error as where a disk is full, and for real."""
    import subprocess

    site, course = course_for(tmp_path, empty_gradebook)
    write(course / "handed-in", good("good", answers_of(site)))
    grade(course, NAME)
    before = look(course / "submitted")
    newer = {"time": datetime.now(UTC).isoformat(), "answers": {}}
    write(course / "handed-in", good("good", {}), "newer.mbkurs.json", **newer)
    done = subprocess.run([sys.executable, "-c", FULL, str(course)], capture_output=True, text=True)
    assert done.stdout.split("\n")[:2] == ["refused not-saved", "there "], done.stderr
    assert look(course / "submitted") == before
    for language in languages():
        assert words(language, "grading")["refusals"]["not-saved"]


def test_a_folder_that_cannot_be_written_stops_only_its_own(tmp_path, empty_gradebook):
    site, course = course_for(tmp_path, empty_gradebook)
    (course / "submitted").mkdir()
    (course / "submitted" / "Per").write_text("in the way")
    for who in ("good", "Per"):
        write(course / "handed-in", good(who, answers_of(site)))
    report = grade(course, NAME)
    assert set(report.graded) == {"good"}
    assert [(each.trainee, each.reason) for each in report.taken if each.reason] == [("Per", "not-saved")]
    assert (course / "submitted" / "Per").read_text() == "in the way"
