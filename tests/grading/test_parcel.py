"""The checksum of a hand-in: the same here and in the book, which makes the file in the reader's browser."""

import hashlib
import json
from pathlib import Path

import pytest

from mbkurs.grading.parcel import checksum

PARCELS = json.loads(Path(__file__).with_name("parcels.json").read_text("utf-8"))


@pytest.mark.parametrize("example", PARCELS, ids=lambda example: example["name"])
def test_a_checksum_is_that_of_the_examples(example):
    # tests/bookext/test_handin.py reads the same examples.
    assert checksum(example["data"]) == example["checksum"]
    assert checksum(example["data"] | {"checksum": "of an earlier time"}) == example["checksum"]


def test_the_examples_are_of_the_form_that_is_described():
    """SHA-256 over JSON with sorted keys, no blanks, and only ASCII: written out once by hand."""
    text = '{"answers":{},"format":"mbkurs-hand-in","schema":1}'
    assert PARCELS[0]["checksum"] == "sha256:" + hashlib.sha256(text.encode("ascii")).hexdigest()
