import shutil

from mbkurs.checks.rules.rubrics import rubrics
from mbkurs.places import ASSIGNMENTS


def with_assignment(tiny):
    """The course's own first assignment in a tiny course."""
    shutil.copytree(ASSIGNMENTS / "en" / "source", tiny.root / "assignments" / "en" / "source")
    shutil.copytree(ASSIGNMENTS / "rubrics", tiny.root / "assignments" / "rubrics")
    return tiny.root / "assignments" / "rubrics" / "01-arriving.yml"


def test_a_rubric_that_fits(tiny, tell):
    with_assignment(tiny)
    assert list(rubrics(tiny.project(), tell)) == []


def test_a_decision_that_the_notebook_does_not_ask(tiny, tell):
    rubric = with_assignment(tiny)
    text = rubric.read_text(encoding="utf-8")
    name = text.split("exercise: ", 1)[1].split("\n", 1)[0]
    rubric.write_text(text.replace(name, "a01-gone", 1), encoding="utf-8")
    found = list(rubrics(tiny.project(), tell))
    assert found and all(finding.file == rubric for finding in found) and "a01-gone" in str(found)
