"""How one assignment stands, as plain values for the page: everybody, whichever language they write."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from mbkurs.grading.arrivals import Taken
from mbkurs.grading.folders import source
from mbkurs.grading.gradebook import FILE
from mbkurs.grading.pages import moment
from mbkurs.grading.preview import title
from mbkurs.grading.register import deadline, people
from mbkurs.grading.standing import Standing, Trainee, standing
from mbkurs.leader.happened import refusal
from mbkurs.places import languages
from mbkurs.words import words


@dataclass(frozen=True)
class Row:
    """One trainee. Times are words; ``page`` is when the feedback was made, ``""`` if it was not."""

    id: str
    name: str
    language: str
    handed_in: str
    late: bool
    days: int
    marked: bool
    waiting: int
    outcome: str
    page: str
    page_old: bool


@dataclass(frozen=True)
class Look:
    """Something to look at: whom or which file it is about, what to do, and the file to put aside."""

    what: str
    do: str
    file: tuple[str, str] | None = None  # language of the course, name


@dataclass(frozen=True)
class Overview:
    """One assignment in every course that uses it; ``day`` is the deadline."""

    name: str
    rows: list[Row] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    day: date | None = None
    courses: list[Path] = field(default_factory=list)

    @property
    def handed_in(self) -> list[Row]:
        return [row for row in self.rows if row.handed_in]

    @property
    def waiting(self) -> list[Row]:
        return [row for row in self.rows if row.waiting]

    @property
    def marked(self) -> list[Row]:
        return [row for row in self.rows if row.marked]

    @property
    def unmarked(self) -> list[Row]:
        return [row for row in self.handed_in if not row.marked]

    @property
    def listed(self) -> bool:
        """Whether it is known who has not handed in."""
        return len(self.rows) > len(self.handed_in)

    @property
    def step(self) -> str:
        """What a leader would do next."""
        if not self.handed_in:
            return "take"
        if self.unmarked:
            return "grade"
        if self.waiting:
            return "hand"
        return "back" if any(not row.page or row.page_old for row in self.marked) else "report"


def names(assignments: Path, language: str) -> dict[str, str]:
    """The assignments there are: ``{name: title}``."""
    found = sorted((assignments / language / "source").glob("*/*.ipynb"))
    return {path.stem: title(path) for path in found if path.stem == path.parent.name}


def courses(assignments: Path, language: str, name: str) -> list[Path]:
    """The leader's own language, and every other in which somebody has begun."""
    first = sorted(languages(), key=lambda code: code != language)
    found = [assignments / code for code in first if source(assignments / code, name).is_file()]
    return [course for course in found if course.name == language or (course / FILE).exists()]


def overview(assignments: Path, language: str, name: str) -> Overview:
    """How ``name`` stands, in the leader's words. Raises ``RubricError`` and ``OSError``."""
    rows, looks, there = [], [], courses(assignments, language, name)
    begun = [course for course in there if (course / FILE).exists()]  # making a gradebook takes seconds
    for course in begun:
        now, listed = standing(course, name), people(course)
        for trainee in now.trainees:
            person = listed.get(trainee.id)
            rows.append(_row(trainee, course, name, person.extra_days or 0 if person else 0, language))
        looks += _looks(now, course.name, language)
    return Overview(name, _each_once(rows), looks, deadline(begun[0], name) if begun else None, there)


def _each_once(rows: list[Row]) -> list[Row]:
    """Nobody is missing in one language who has handed in in another."""
    there = {row.id.casefold() for row in rows if row.handed_in}
    found = {}
    for row in rows:
        key = row.id.casefold()
        if row.handed_in or key not in there:
            found.setdefault((key, row.language if row.handed_in else ""), row)
    return list(found.values())


def _row(trainee: Trainee, course: Path, name: str, days: int, language: str) -> Row:
    page = course / "returned" / name / f"{trainee.id}.html"
    made = datetime.fromtimestamp(page.stat().st_mtime).astimezone() if page.is_file() else None
    return Row(
        id=trainee.id,
        name=trainee.name,
        language=course.name,
        handed_in=moment(trainee.handed_in, language) if trainee.handed_in else "",
        late=trainee.late,
        days=days,
        marked=bool(trainee.answers),
        waiting=trainee.waiting,
        outcome=trainee.outcome,
        page=moment(made, language) if made else "",
        page_old=bool(made and trainee.handed_in and trainee.handed_in > made),
    )


def _looks(now: Standing, course: str, language: str) -> list[Look]:
    say, problems = words(language, "leader")["look"], words(language, "grading")["problems"]
    found = [
        Look(each.name, " ".join([*(problems[code] for code in each.problems), say["answer"]]))
        for each in now.trainees
        if each.problems
    ]
    unmarked = [each for each in now.trainees if each.handed_in and not each.outcome]
    found += [Look(each.name, say["not-marked"]) for each in unmarked]
    found += [_about(taken, course, say["file"], language) for taken in now.refused]
    found += [Look(each.name, say["unlisted"]) for each in now.unlisted]
    return found + [Look(", ".join(each.id for each in group), say["namesakes"]) for group in now.namesakes]


def _about(taken: Taken, course: str, what: str, language: str) -> Look:
    name, there = taken.file.name, taken.file.parent.name == "handed-in"
    who = name if there else taken.file.parent.name
    return Look(what.format(file=who), refusal(taken.reason, language), (course, name) if there else None)
