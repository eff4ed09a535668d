import shutil

import pytest

from mbkurs.places import SYLLABUS, languages
from mbkurs.syllabus import SyllabusError, load
from mbkurs.syllabus.model import COURSE_MINUTES, DOING_MINUTES
from mbkurs.words import words


@pytest.fixture
def folder(tmp_path):
    """The course's own syllabus, to be damaged."""
    return shutil.copytree(SYLLABUS, tmp_path / "syllabus")


def damage(folder, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder) -> list:
    with pytest.raises(SyllabusError) as caught:
        load(folder)
    return caught.value.problems


def test_the_course_is_180_hours_of_36_days():
    course = load()
    assert course.minutes == COURSE_MINUTES
    assert len(course.days) == 36
    assert all(day.minutes == 300 and day.doing_minutes >= DOING_MINUTES for day in course.days)


def test_all_82_topics_are_taught_and_named():
    course = load()
    assert [topic.number for topic in course.topics] == list(range(1, 83))
    assert {use.number for day in course.days for use in day.topics} == set(range(1, 83))
    assert {topic.area for topic in course.topics} == set(course.areas)


def test_every_module_breaks_the_frame_and_has_a_practice_conversation():
    for module in load().modules:
        kinds = [activity.kind for day in module.days for activity in day.activities]
        longest = max(activity.minutes for day in module.days for activity in day.activities)
        assert longest >= 70, module.folder
        assert "dialogue" in kinds, module.folder


def test_weeks_of_placement_begin_with_it():
    for week, day in enumerate(load().days, 1):
        landing = day.activities[0]
        from_placement = 13 <= week <= 22 or 26 <= week <= 35
        assert landing.kind == "landing"
        assert (landing.title["en"] == "From placement") == from_placement, day.id


def test_days_are_found_by_their_number():
    day = load().day("1.2")
    assert (day.page, day.folder) == ("01-arriving/2-nothing-about-us", "01-arriving")
    with pytest.raises(KeyError):
        load().day("1.4")


def test_a_changed_file_is_read_again(folder):
    before = load(folder)
    assert load(folder) is before
    damage(folder, "02-recovery.yml", "Recovery", "Recovery, again")
    assert load(folder).modules[1].title["nb"] == "Recovery, again"


@pytest.mark.parametrize(
    ("old", "new", "place", "key"),
    [
        ("minutes: 20", "minutes: twenty", "days[0].activities[0].minutes", "schema-type"),
        ("kind: landing", "kind: lunch", "days[0].activities[0].kind", "schema-enum"),
        ("slug: recovery", "slug: Recovery!", "slug", "schema-pattern"),
        (', en: "Recovery"', "", "title", "schema-required"),
        ("slug: recovery", "slug: recovery\ncolour: red", "(top)", "schema-additionalProperties"),
        ("slug: recovery", "slug: healing", "slug", "wrong-name"),
        ("  - number: 2", "  - number: 4", "days[1].number", "day-order"),
        ("{number: 16,", "{number: 83,", "days[0].topics", "unknown-topic"),
        ("{number: 16,", "{number: 15,", "days[0].topics", "twice"),
        ("outcome: two-meanings,", "outcome: fly,", "days[0].topics", "unknown-outcome"),
        ("days:", "days: [", "8", "not-yaml"),
    ],
)
def test_a_mistake_is_placed_and_explained(folder, old, new, place, key):
    damage(folder, "02-recovery.yml", old, new)
    [problem] = problems(folder)
    assert (problem.file.name, problem.place, problem.key) == ("02-recovery.yml", place, key)
    for language in languages():
        assert "{" not in problem.text(language).replace("{nb", "").replace("{en", "")


def test_all_problems_are_told_at_once(folder):
    damage(folder, "02-recovery.yml", "minutes: 20", "minutes: -1")
    damage(folder, "03-story.yml", "slug: story", "slug: [story]")
    assert {problem.file.name for problem in problems(folder)} == {"02-recovery.yml", "03-story.yml"}


def test_without_its_topics_there_is_no_syllabus(folder):
    (folder / "topics.yml").unlink()
    assert [problem.key for problem in problems(folder)] == ["no-topics"]


def test_every_problem_has_its_words_in_every_language():
    for language in languages():
        assert words(language, "syllabus").keys() == words("en", "syllabus").keys()
