from dataclasses import replace

from mbkurs.checks.rules.minutes import minutes
from mbkurs.syllabus import Activity


def full(tiny, *activities: Activity):
    """Twelve modules of three days, the first day with ``activities``."""
    module, day = tiny.course.modules[0], tiny.course.modules[0].days[0]
    first = replace(day, activities=activities or day.activities)
    modules = [replace(module, number=number, days=(day, day, day)) for number in range(2, 13)]
    return tiny.project(modules=(replace(module, days=(first, day, day)), *modules))


def test_the_hours_are_an_equality(tiny, tell):
    assert list(minutes(full(tiny), tell)) == []


def test_one_minute_is_missed_on_every_level(tiny, tell):
    both = {"nb": "Noe", "en": "Something"}
    project = full(tiny, Activity("exercise", 120, both), Activity("text", 179, both))
    folder = tiny.root / "modules" / "syllabus"
    assert list(minutes(project, tell)) == [
        tell(folder / "01-tiny.yml", "1.1", "day-minutes", minutes=299, wanted=300),
        tell(folder / "01-tiny.yml", 1, "module-minutes", minutes=899, wanted=900),
        tell(folder, "–", "course-minutes", minutes=10_799, wanted=10_800),
    ]


def test_a_day_that_is_mostly_reading(tiny, tell):
    both = {"nb": "Noe", "en": "Something"}
    project = full(tiny, Activity("exercise", 119, both), Activity("text", 181, both))
    file = tiny.root / "modules" / "syllabus" / "01-tiny.yml"
    assert list(minutes(project, tell)) == [tell(file, "1.1", "doing-minutes", minutes=119, wanted=120)]
