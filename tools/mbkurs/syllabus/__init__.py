"""The syllabus: what the course's days hold, read from ``modules/syllabus``."""

from mbkurs.syllabus.loading import load
from mbkurs.syllabus.model import Activity, Course, Day, Module, Outcome, Topic, TopicUse
from mbkurs.syllabus.problems import Problem, SyllabusError

__all__ = [
    "Activity",
    "Course",
    "Day",
    "Module",
    "Outcome",
    "Problem",
    "SyllabusError",
    "Topic",
    "TopicUse",
    "load",
]
