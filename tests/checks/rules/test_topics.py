from mbkurs.checks.rules.topics import topics
from mbkurs.syllabus import Topic, TopicUse
from tests.checks.conftest import note, prose


def test_a_topic_with_its_places(tiny, tell):
    tiny.both(prose("a", "# A day"), note("b"))
    assert list(topics(tiny.project(), tell)) == []


def test_a_day_that_is_not_written_needs_no_places(tiny, tell):
    assert list(topics(tiny.project(modules=tiny.day(topics=(TopicUse(1),))), tell)) == []


def test_a_written_day_needs_them(tiny, tell):
    tiny.both(prose("a", "# A day"), note("b"))
    found = list(topics(tiny.project(modules=tiny.day(topics=(TopicUse(1, "a", "see"),))), tell))
    file = tiny.root / "modules" / "syllabus" / "01-tiny.yml"
    assert found == [tell(file, "1.1 topics", "topic-place", number=1, key="exercise")]


def test_places_that_are_not_on_the_page(tiny, tell):
    tiny.write("nb", prose("a", "# A day"), note("b"))
    file = tiny.write("en", prose("a", "No heading."), note("c"))
    assert list(topics(tiny.project(), tell)) == [
        tell(file, "a", "topic-heading", number=1, id="a"),
        tell(file, "b", "topic-exercise", number=1, id="b"),
    ]


def test_a_topic_that_no_day_teaches(tiny, tell):
    more = (*tiny.course.topics, Topic(2, "role", {}))
    file = tiny.root / "modules" / "syllabus" / "topics.yml"
    assert list(topics(tiny.project(topics=more), tell)) == [tell(file, 2, "topic-nowhere", number=2)]
