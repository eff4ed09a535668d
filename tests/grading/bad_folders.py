"""Bad submissions, as nbgrader's exchange or a person brings them: each spoils a good one's folder."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat

from tests.grading.bad import OK, Kind, answered, collect_in, flagged, refused
from tests.grading.site import NAME

FOLDERS: list[Kind] = []
folder = collect_in(FOLDERS)


# --- submissions: the notebook, which nobody opens ---


def notebook_of(place: Path) -> Path:
    return place / f"{NAME}.ipynb"


def edited(place: Path, edit: Callable[[nbformat.NotebookNode], object]) -> None:
    path = notebook_of(place)
    node = nbformat.read(path, as_version=4)
    edit(node)
    path.write_text(json.dumps(node), encoding="utf-8")


def graded_cell(**change) -> nbformat.NotebookNode:
    """A cell as nbgrader marks them, in a trainee's own words."""
    meta = {
        "grade": True,
        "grade_id": "a01-first",
        "points": 2,
        "locked": True,
        "solution": False,
        "task": False,
    }
    return nbformat.v4.new_code_cell(
        "2", metadata={"nbgrader": meta | {"task": False, "schema_version": 3} | change}
    )


@folder(OK)
def notebook_of_zero_bytes(place):
    notebook_of(place).write_bytes(b"")


@folder(OK)
def notebook_that_is_no_json(place):
    notebook_of(place).write_text("{not opened")


@folder(OK)
def json_that_is_no_notebook(place):
    notebook_of(place).write_text('{"a": [1]}')


@folder(OK)
def old_nbformat(place):
    notebook_of(place).write_text(json.dumps({"worksheets": [], "nbformat": 2, "metadata": {}}))


@folder(OK)
def no_notebook(place):
    notebook_of(place).unlink()


@folder(OK)
def renamed_notebook(place):
    notebook_of(place).rename(place / f"{NAME} (1).ipynb")


@folder(OK)
def two_notebooks(place):
    shutil.copy(notebook_of(place), place / "kladd.ipynb")


@folder(OK)
def deleted_cells(place):
    edited(place, lambda node: node.cells.clear())


@folder(OK)
def copied_cells(place):
    edited(place, lambda node: node.cells.extend([graded_cell(), graded_cell()]))


@folder(OK)
def reordered_cells(place):
    edited(place, lambda node: node.cells.reverse())


@folder(OK)
def edited_cells(place):
    edited(place, lambda node: [cell.update(source="x") for cell in node.cells])


@folder(OK)
def changed_points(place):
    edited(place, lambda node: node.cells.insert(0, graded_cell(points=100)))


@folder(OK)
def changed_grade_ids(place):
    edited(place, lambda node: node.cells.insert(0, graded_cell(grade_id="mine")))


@folder(OK)
def changed_schema(place):
    edited(place, lambda node: node.cells.insert(0, graded_cell(schema_version=1)))


@folder(OK)
def changed_task_type(place):
    edited(place, lambda node: node.cells.insert(0, graded_cell(task=True, grade=False)))


EVIL = {
    "cell_that_loops_for_ever": "while True: pass",
    "cell_that_eats_memory": "x = bytearray(64 << 30)",
    "cell_that_prints_a_gigabyte": "print('x' * (1 << 30))",
    "cell_that_writes_outside": "open('../../../outside', 'w').write('x')",
    "cell_that_reads_anothers_answers": "print(open('../../good/01-arriving/answers.json').read())",
    "cell_that_overwrites_the_gradebook": "open('../../../gradebook.db', 'w').write('x')",
    "cell_that_patches_the_scorer": "from mbkurs.grading import graders; graders.Marker.decision = float",
    "cell_that_leaves_a_child": "import subprocess; subprocess.Popen(['sleep', '600'])",
    "cell_that_ignores_signals": "import signal as s; s.signal(s.SIGTERM, s.SIG_IGN); s.pause()",
}


def _evil(name: str, code: str) -> None:
    """A notebook in which each code cell is evil; the first thing it would do is leave a canary."""

    def make(place):
        canary = f"import pathlib; pathlib.Path({str(place.parents[2] / 'CANARY')!r}).touch()\n"
        edited(place, lambda node: node.cells.insert(0, nbformat.v4.new_code_cell(canary + code)))
        edited(place, lambda node: node.cells.append(graded_cell() | {"source": canary + code}))

    FOLDERS.append(Kind(name, make, OK, ""))


for _name, _code in EVIL.items():
    _evil(_name, _code)


# --- submissions: the sheet ---


def sheet_of(place: Path) -> Path:
    return place / "answers.json"


def respelt(place: Path, **change) -> None:
    sheet_of(place).write_text(json.dumps(json.loads(sheet_of(place).read_text()) | change))


@folder(flagged("missing"))
def no_sheet(place):
    sheet_of(place).unlink()


@folder(flagged("foreign"))
def sheet_of_the_wrong_assignment(place):
    respelt(place, answers={"b02-x": {"kind": "text", "value": {"text": "x"}, "saved": ""}})


@folder(flagged("newer"))
def sheet_of_a_newer_version(place):
    respelt(place, schema=99)


@folder(flagged("damaged"))
def damaged_sheet(place):
    sheet_of(place).write_text(sheet_of(place).read_text()[:-20])


@folder(flagged("wrong-shape"))
def sheet_with_wrong_types(place):
    respelt(place, answers="yes", days=3)


@folder(flagged("unknown-option"))
def sheet_with_an_option_that_does_not_exist(place):
    answers = json.loads(sheet_of(place).read_text())["answers"]
    respelt(place, answers=answered(answers, "choice", {"chosen": ["no-such"]}))


@folder(flagged("too-big"))
def sheet_of_sixty_megabytes(place):
    respelt(place, days={"1.1": "x" * 60_000_000})


@folder(flagged("too-big"))
def sheet_with_a_million_keys(place):
    respelt(place, days=dict.fromkeys(map(str, range(1_000_000))))


@folder(flagged("too-deep"))
def sheet_with_deep_nesting(place):
    sheet_of(place).write_text("[" * 100_000)


@folder(OK)
def sheet_with_control_characters(place):
    respelt(place, days={"\x00": "\x1b"}, more="\ud800")


@folder(flagged("link"))
def sheet_that_is_a_link(place):
    sheet_of(place).unlink()
    sheet_of(place).symlink_to(place.parents[2] / "private.json")


@folder(flagged("link"))
def sheet_that_is_a_device(place):
    sheet_of(place).unlink()
    sheet_of(place).symlink_to("/dev/zero")


@folder(flagged("not-a-file"))
def sheet_that_is_a_pipe(place):
    sheet_of(place).unlink()
    os.mkfifo(sheet_of(place))


@folder(flagged("not-a-file"))
def sheet_that_is_a_folder(place):
    sheet_of(place).unlink()
    sheet_of(place).mkdir()


# --- submissions: the time, the folder, the name ---


@folder(OK)
def no_timestamp(place):
    (place / "timestamp.txt").unlink()


@folder(OK)
def timestamp_that_is_no_time(place):
    (place / "timestamp.txt").write_text("yesterday-ish")


@folder(OK)
def timestamp_in_the_future(place):
    (place / "timestamp.txt").write_text("2999-01-01 10:00:00.000000 UTC")


@folder(OK)
def timestamp_that_is_a_link(place):
    (place / "timestamp.txt").unlink()
    (place / "timestamp.txt").symlink_to(place.parents[2] / "private.json")


@folder(OK)
def notebook_that_is_a_link(place):
    notebook_of(place).unlink()
    notebook_of(place).symlink_to(place.parents[2] / "private.json")


@folder(OK)
def link_to_a_private_file(place):
    (place / "picture.png").symlink_to(place.parents[2] / "private.json")


@folder(OK)
def a_pipe_besides(place):
    os.mkfifo(place / "data.csv")


@folder(refused("link"))
def submission_that_is_a_link(place):
    elsewhere = place.parents[2] / "elsewhere"
    place.rename(elsewhere)
    place.symlink_to(elsewhere)


@folder(refused("link"))
def person_who_is_a_link(place):
    elsewhere = place.parents[2] / "somewhere"
    place.parent.rename(elsewhere)
    place.parent.symlink_to(elsewhere)


@folder(refused("no-folder"))
def file_in_place_of_a_folder(place):
    shutil.rmtree(place)
    place.write_text("x")


def renamed(name: str):
    def make(place):
        place.parent.rename(place.parents[1] / name)

    return make


for _kind, _who, _outcome in (
    ("glob_characters_in_the_name", "[g]*", refused("no-name")),
    ("plus_in_the_name", "a+b", refused("no-name")),
    ("tab_in_the_name", "a\tb", refused("no-name")),
    ("norwegian_letters_and_spaces_in_the_name", "Øystein Ålesund", OK),
):
    FOLDERS.append(Kind(_kind, renamed(_who), _outcome, _who))
FOLDERS.append(Kind("combining_accents_in_the_name", renamed("A\u030ase"), OK, "Åse"))
