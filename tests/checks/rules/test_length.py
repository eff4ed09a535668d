from mbkurs.checks.rules.length import length
from tests.checks.conftest import note, prose


def day(words: int):
    return prose("title", "# Day\n\n" + "word " * (words - 1))


def test_a_day_of_the_right_length(tiny, tell):
    tiny.both(day(2_200))
    tiny.both(day(4_000), page="01-tiny/2-second")
    assert list(length(tiny.project(), tell)) == []


def test_a_short_day_is_not_filled_by_its_exercises(tiny, tell):
    file = tiny.write("en", day(2_199), note("why", prompt="word " * 100))
    assert list(length(tiny.project(), tell)) == [tell(file, "–", "too-short", count=2_199, least=2_200)]


def test_a_long_day(tiny, tell):
    file = tiny.write("en", day(4_001))
    assert list(length(tiny.project(), tell)) == [tell(file, "–", "too-long", count=4_001, most=4_000)]
