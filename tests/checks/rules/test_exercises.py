from mbkurs.checks.rules.exercises import exercises
from tests.checks.conftest import box, exercise, note, prose


def test_what_can_be_shown(tiny, tell):
    tiny.both(prose("title", "# A day"), note("why"), box("crisis", "theme: general"))
    assert list(exercises(tiny.project(), tell)) == []


def test_an_unknown_key_is_named(tiny, tell):
    file = tiny.write("en", exercise("text", "why", "title: A\nprompt: B\ncolour: red"))
    [finding] = exercises(tiny.project(), tell)
    assert (finding.file, finding.place) == (file, "why")
    assert "colour" in finding.what


def test_a_box_about_nothing(tiny, tell):
    tiny.write("en", box("crisis", "theme: weather"))
    [finding] = exercises(tiny.project(), tell)
    assert "weather" in finding.what


def test_nothing_on_a_course_day_is_handed_in(tiny, tell):
    file = tiny.write("en", note("why", sees="handed-in"))
    assert list(exercises(tiny.project(), tell)) == [tell(file, "why", "handed-in-day")]
