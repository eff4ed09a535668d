"""A change runs the tests of its room and of the rooms built on it."""

import pytest

from mbkurs.places import ROOT, TOOLS
from mbkurs.testing.changed import LONG, QUICK, ROOMS, paths_for


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("tools/mbkurs/words/nb/lab.yml", ["tests/labui"]),
        ("modules/nb/01-arriving/1-welcome.ipynb", ["tests/notebooks", "tests/checks"]),
        ("tests/answers/test_store.py", ["tests/answers"]),
        ("LICENSE", []),
    ],
)
def test_a_file_touches_its_rooms(file, expected):
    assert paths_for([file]) == expected


def test_what_takes_long_is_left_out_unless_it_was_changed():
    bad, marking = "tests/grading/test_bad.py", "tests/grading/test_marking.py"
    assert paths_for(["tools/mbkurs/grading/intake.py"]) == [
        "tests/grading",
        f"--ignore={bad}",
        f"--ignore={marking}",
    ]
    assert paths_for([bad]) == ["tests/grading", f"--ignore={marking}"]
    assert all((ROOT / long).exists() for long in LONG)


def test_the_ground_floor_touches_the_quick_rooms_above():
    assert paths_for(["tools/mbkurs/answers/store.py"]) == [f"tests/{room}" for room in QUICK[1:]]


def test_every_room_with_tests_is_known():
    folders = {path.name for path in (ROOT / "tests").iterdir() if (path / "__init__.py").exists()}
    assert folders - {"course"} <= set(ROOMS)
    assert all((TOOLS / "mbkurs" / room).is_dir() for room in ROOMS)
