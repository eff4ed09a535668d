"""Files the leader chooses: each to the course of its language, none over another."""

import json

import pytest

from mbkurs.grading.parcel import parcel
from mbkurs.leader.incoming import put_aside, take, tidy
from tests.grading.site import MOMENT, NAME


def made(who: str, language: str = "nb", **change) -> bytes:
    return json.dumps(parcel(NAME, language, who, MOMENT, {}) | change).encode()


def outcomes(incoming) -> list[tuple[str, str]]:
    return [(each.taken.outcome, each.taken.reason or each.taken.trainee) for each in incoming]


def there(place, language: str = "nb") -> set[str]:
    return {path.name for path in (place.course(language) / "handed-in").iterdir()}


def test_each_file_goes_to_the_course_of_its_language_whatever_it_is_called(place):
    sent = [("fra Kari/a.mbkurs (1).json", made("Kari")), ("C:\\post\\b.txt", made("John", "en"))]
    found = take(sent, place.assignments, "nb")
    assert outcomes(found) == [("taken", "Kari"), ("taken", "John")]
    assert there(place) == {"a.mbkurs (1).json"} and there(place, "en") == {"b.txt"}
    assert outcomes(take(sent, place.assignments, "en")) == [("there", "Kari"), ("there", "John")]
    assert there(place) == {"a.mbkurs (1).json"}, "the same file again is the same file"


def test_two_files_of_one_name_are_both_kept(place):
    take([("a.mbkurs.json", made("Kari")), ("a.mbkurs.json", made("Ola"))], place.assignments, "nb")
    assert there(place) == {"a.mbkurs.json", "a 2.mbkurs.json"}


@pytest.mark.parametrize(
    ("name", "content", "reason", "kept"),
    [
        ("torn.mbkurs.json", b"{", "damaged", True),
        ("changed.mbkurs.json", made("Kari", trainee="Ola"), "changed", True),
        ("kvittering.html", b"<p>", "receipt", False),
        ("bilde.jpg", b"\xff\xd8", "no-hand-in", False),
        ("big.mbkurs.json", b" " * 1_000_000, "too-big", False),
    ],
)
def test_what_is_refused_has_a_reason(place, name, content, reason, kept):
    assert outcomes(take([(name, content)], place.assignments, "nb")) == [("refused", reason)]
    assert there(place) == ({name} if kept else set()) and there(place, "en") == set()


def test_what_is_put_aside_is_kept_and_does_not_count(place):
    course = place.course("nb")
    take([("torn.mbkurs.json", b"{")], place.assignments, "nb")
    assert put_aside(course, "torn.mbkurs.json") == course / "set-aside"
    assert there(place) == set() and (course / "set-aside/torn.mbkurs.json").read_bytes() == b"{"
    for name in ("torn.mbkurs.json", "../nbgrader_config.py", ""):
        assert put_aside(course, name) is None
    assert (course / "nbgrader_config.py").is_file()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Åse Ø.mbkurs (1).json", "Åse Ø.mbkurs (1).json"),
        ('a<b>:"|?*.mbkurs.json', "ab.mbkurs.json"),
        ("...", "file.mbkurs.json"),
        ("x" * 300 + ".mbkurs.json", "x" * 80 + ".mbkurs.json"),
    ],
)
def test_names_are_safe_on_every_system(name, safe):
    assert tidy(name) == safe
