"""Whatever stands in a sheet or a hand-in file: an answer or a reason, never an unhandled exception.

``MBKURS_FUZZ=10000`` asks for that many cases (the weekly job); without it there are 500.
"""

import json
import os
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mbkurs.answers.sheet import SCHEMA
from mbkurs.grading.graders import Marker, Unmarkable
from mbkurs.grading.parcel import Refused, checksum, parcel, read
from mbkurs.grading.sheet import PROBLEMS, read_answers
from mbkurs.places import languages
from mbkurs.words import words

MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)
FUZZ = settings(
    max_examples=int(os.environ.get("MBKURS_FUZZ", 500)),
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

texts = st.sampled_from(["\ud800", "\x00", "=1+1", "\u202e"]) | st.text(max_size=9)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
keys = st.sampled_from(
    ["schema", "answers", "days", "problem", "points", "a", "b", "kind", "value", "chosen", "text"]
)
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(keys | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=25,
)
values = (
    anything
    | st.fixed_dictionaries({"text": anything})
    | st.fixed_dictionaries({"chosen": st.lists(st.sampled_from("xyz")) | anything})
)
entries = anything | st.fixed_dictionaries(
    {"kind": st.sampled_from(["text", "choice"]) | anything, "value": values}
)
answers = anything | st.dictionaries(st.sampled_from("abc"), entries)
sheets = anything | st.fixed_dictionaries(
    {"schema": st.just(SCHEMA) | anything, "answers": answers, "days": st.just({}) | anything}
)
blows = st.just([]) | st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 8), st.binary(max_size=6)), max_size=4
)
changes = st.dictionaries(
    st.sampled_from(["format", "schema", "assignment", "language", "trainee", "time", "points", "answers"]),
    anything | answers,
    max_size=3,
)


def damaged(data: object, hits: list[tuple[int, int, bytes]]) -> bytes:
    """The data as JSON, after a few blows."""
    out = bytearray(json.dumps(data).encode("ascii"))
    for start, length, blow in hits:
        out[start : start + length] = blow
    return bytes(out)


@FUZZ
@given(data=sheets, hits=blows)
def test_a_sheet_is_read_or_has_a_reason(tmp_path, data, hits):
    path = tmp_path / "answers.json"
    path.write_bytes(damaged(data, hits))
    found = read_answers(path, {"a", "b"})
    assert found.problem in ("", *PROBLEMS) and set(found.answers) <= {"a", "b"}
    json.dumps(found.answers, ensure_ascii=False).encode("utf-8")
    for name in "ab":
        mark(found, name)


def mark(found, name: str) -> None:
    """Marks an answer in both ways; what cannot be marked has a code that there are words for."""
    try:
        points = Marker(found).decision(
            name, points=2, full=["x"], half=["y"], options=list("xyz"), several=False
        )
        assert points in (0, 1, 2)
    except Unmarkable as error:
        assert error.code in words("nb", "grading")["problems"]
    try:
        assert isinstance(Marker(found).written(name), str)
    except Unmarkable as error:
        assert error.code in words("nb", "grading")["problems"]


@FUZZ
@given(change=changes, hits=blows)
def test_a_hand_in_file_is_read_or_refused_with_a_reason(tmp_path, change, hits):
    path = tmp_path / "x.mbkurs.json"
    data = parcel("toy", "nb", "Kari", MOMENT, {"a": {"kind": "text", "value": {"text": "hei"}}}) | change
    path.write_bytes(damaged(data | {"checksum": checksum(data)}, hits))
    try:
        found = read(path, "nb")
    except Refused as error:
        assert all(words(language, "grading")["refusals"][error.code] for language in languages())
        return
    assert found["trainee"] and found["time"] <= datetime.now(UTC)
    for name in found["sheet"].answers:
        mark(found["sheet"], name)
