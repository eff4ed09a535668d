"""The course as frozen dataclasses. Texts are mappings from language code to text; times are minutes."""

from collections.abc import Mapping
from dataclasses import dataclass

Text = Mapping[str, str]

DOING = frozenset({"exercise", "group", "roleplay", "dialogue", "workshop", "visit", "practice"})

DAY_MINUTES = 300
MODULE_MINUTES = 900
COURSE_MINUTES = 10_800
DOING_MINUTES = 120  # the least a day may spend doing


@dataclass(frozen=True)
class Topic:
    """One of the topics that the whole course promises to teach."""

    number: int
    area: str
    title: Text


@dataclass(frozen=True)
class Outcome:
    """What a trainee can do after the day; ``text`` goes on after "After this day you can …"."""

    key: str
    text: Text


@dataclass(frozen=True)
class TopicUse:
    """A topic taught on a day; where is known once the day's notebook exists."""

    number: int
    heading: str | None = None
    outcome: str | None = None
    exercise: str | None = None


@dataclass(frozen=True)
class Activity:
    kind: str
    minutes: int
    title: Text

    @property
    def is_doing(self) -> bool:
        return self.kind in DOING


@dataclass(frozen=True)
class Day:
    module: int
    folder: str
    number: int
    slug: str
    title: Text
    outcomes: tuple[Outcome, ...]
    topics: tuple[TopicUse, ...]
    care: tuple[str, ...]
    activities: tuple[Activity, ...]

    @property
    def id(self) -> str:
        """``"1.2"``: module and day, as boxes and answer sheets name it."""
        return f"{self.module}.{self.number}"

    @property
    def page(self) -> str:
        """``"01-arriving/2-nothing-about-us"``: the notebook below ``modules/<language>``, no suffix."""
        return f"{self.folder}/{self.number}-{self.slug}"

    @property
    def minutes(self) -> int:
        return sum(activity.minutes for activity in self.activities)

    @property
    def doing_minutes(self) -> int:
        return sum(activity.minutes for activity in self.activities if activity.is_doing)


@dataclass(frozen=True)
class Module:
    number: int
    folder: str  # "01-arriving"
    title: Text
    about: Text
    days: tuple[Day, ...]

    @property
    def minutes(self) -> int:
        return sum(day.minutes for day in self.days)


@dataclass(frozen=True)
class Course:
    modules: tuple[Module, ...]
    topics: tuple[Topic, ...]
    areas: Mapping[str, Text]

    @property
    def days(self) -> tuple[Day, ...]:
        """All days in teaching order; day number n (from 1) is taught in week n of the course."""
        return tuple(day for module in self.modules for day in module.days)

    @property
    def minutes(self) -> int:
        return sum(module.minutes for module in self.modules)

    def day(self, day_id: str) -> Day:
        """The day ``"1.2"``; ``KeyError`` if there is none."""
        return {day.id: day for day in self.days}[day_id]
