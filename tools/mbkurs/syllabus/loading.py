"""Reads ``modules/syllabus`` into a ``Course``, or says everything that is wrong with it."""

from functools import lru_cache
from pathlib import Path

import yaml

from mbkurs.places import SYLLABUS
from mbkurs.syllabus.model import Activity, Course, Day, Module, Outcome, Topic, TopicUse
from mbkurs.syllabus.problems import Problem, SyllabusError, unreadable
from mbkurs.syllabus.schema import schema_problems
from mbkurs.syllabus.sense import folder_name, sense_problems

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(folder: Path = SYLLABUS) -> Course:
    """The course in ``folder``; read again only when a file there has changed.

    Raises ``SyllabusError`` with all problems if a file is missing or can't be used.
    """
    files = sorted([*folder.glob("[0-9][0-9]-*.yml"), *folder.glob("topics.yml")])
    return _load(folder, tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


@lru_cache(maxsize=4)
def _load(folder: Path, stamps: tuple) -> Course:
    problems: list[Problem] = []
    found = {file: data for file, *_ in stamps if (data := _read(file, problems)) is not None}
    topics = found.pop(folder / "topics.yml", None)
    if topics is None:
        problems.append(Problem(folder / "topics.yml", "(top)", "no-topics"))
    else:
        problems += schema_problems(folder / "topics.yml", topics, "topics")
    for file, data in found.items():
        problems += schema_problems(file, data, "module")
    if not problems:
        known = {topic["number"] for topic in topics["topics"]}
        problems += [problem for file, data in found.items() for problem in sense_problems(file, data, known)]
    if problems:
        raise SyllabusError(problems)
    return _course(list(found.values()), topics)


def _read(file: Path, problems: list[Problem]) -> object:
    try:
        return yaml.load(file.read_text(encoding="utf-8"), _Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        problems.append(unreadable(file, error))
        return None


def _course(modules: list[dict], topics: dict) -> Course:
    return Course(
        modules=tuple(_module(data) for data in modules),
        topics=tuple(Topic(**topic) for topic in topics["topics"]),
        areas=topics["areas"],
    )


def _module(data: dict) -> Module:
    folder = folder_name(data)
    days = tuple(_day(data["number"], folder, day) for day in data["days"])
    return Module(data["number"], folder, data["title"], data["about"], days)


def _day(module: int, folder: str, data: dict) -> Day:
    outcomes = (Outcome(o["key"], {k: v for k, v in o.items() if k != "key"}) for o in data["outcomes"])
    return Day(
        module=module,
        folder=folder,
        number=data["number"],
        slug=data["slug"],
        title=data["title"],
        outcomes=tuple(outcomes),
        topics=tuple(TopicUse(**use) for use in data["topics"]),
        care=tuple(data["care"]),
        activities=tuple(Activity(**activity) for activity in data["activities"]),
    )
