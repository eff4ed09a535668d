from dataclasses import replace

from mbkurs.checks.rules.variety import variety
from tests.checks.conftest import exercise, note

RANK = "title: A\nprompt: B\ncards: [{key: a, text: A}, {key: b, text: B}, {key: c, text: C}]"
PLAN = "title: A\nprompt: B\nfields: [{key: a, label: A}, {key: b, label: B}]"


def test_three_kinds_make_a_day(tiny, tell):
    tiny.write("en", note("one"), exercise("rank", "two", RANK), exercise("plan", "three", PLAN))
    assert list(variety(tiny.project(), tell)) == []


def test_two_kinds_do_not(tiny, tell):
    file = tiny.write("en", note("one"), note("two"), exercise("plan", "three", PLAN))
    assert list(variety(tiny.project(), tell)) == [tell(file, "–", "day-variety", count=3, kinds=2)]


def test_a_module_is_judged_when_all_its_days_are_written(tiny, tell):
    files = tiny.both(note("one"), exercise("rank", "two", RANK), exercise("plan", "three", PLAN))
    expected = []
    for file in files:
        expected.append(tell(file.parent, "–", "module-variety", count=3, kinds=3))
        expected.append(tell(file.parent, "–", "no-dialogue"))
    assert list(variety(tiny.project(), tell)) == expected
    module = tiny.course.modules[0]
    unwritten = replace(module.days[0], number=2, slug="second")
    modules = (replace(module, days=(*module.days, unwritten)),)
    assert list(variety(tiny.project(modules=modules), tell)) == []
