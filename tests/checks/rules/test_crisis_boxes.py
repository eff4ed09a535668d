import pytest

from mbkurs.checks.rules.crisis_boxes import crisis_boxes
from tests.checks.conftest import box, note, prose

TITLE = prose("title", "# A day")


@pytest.mark.parametrize(
    ("care", "theme"),
    [
        ("suicide", "suicide"),
        ("self-harm", "suicide"),
        ("overdose", "substances"),
        ("abuse", "violence"),
        ("coercion", "general"),
        ("violence", "all"),
    ],
)
def test_the_box_for_the_theme_is_there(tiny, tell, care, theme):
    tiny.both(TITLE, box("crisis", f"theme: {theme}"), note("why"))
    assert list(crisis_boxes(tiny.project(modules=tiny.day(care=(care,))), tell)) == []


def test_a_box_for_another_theme_is_not_enough(tiny, tell):
    file = tiny.write("en", TITLE, box("crisis", "theme: suicide"))
    project = tiny.project(modules=tiny.day(care=("violence",)))
    expected = [tell(file, "–", "no-crisis-box", care="violence", theme="violence")]
    assert list(crisis_boxes(project, tell)) == expected


def test_a_box_after_the_first_exercise_comes_too_late(tiny, tell):
    tiny.write("en", TITLE, note("why"), box("crisis", "theme: suicide"))
    assert len(list(crisis_boxes(tiny.project(modules=tiny.day(care=("suicide",))), tell))) == 1
