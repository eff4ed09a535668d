"""How an assignment stands: what each trainee handed in and what came of it, and what is wrong with files.

Everything is read from nbgrader's gradebook, the marked notebooks and the folder of hand-in files; nothing is
changed.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment
from nbgrader.utils import is_grade, is_task

from mbkurs.grading.arrivals import Taken, arrived, usable
from mbkurs.grading.assignment import Assignment, load
from mbkurs.grading.comment import chosen_levels
from mbkurs.grading.folders import source
from mbkurs.grading.gate import folders, refusal
from mbkurs.grading.gradebook import gradebook
from mbkurs.grading.graders import Marker, Unmarkable
from mbkurs.grading.outcome import outcome
from mbkurs.grading.sheet import Answers
from mbkurs.grading.students import enrolled, full_name


@dataclass(frozen=True)
class Answer:
    """One answer: ``score`` is ``None`` until it is marked; ``chosen`` the options of a decision;
    ``levels`` ``{criterion key: position of its level}``; ``problem`` a code of ``problems``."""

    score: float | None
    chosen: frozenset[str] = frozenset()
    levels: dict[str, int] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True)
class Trainee:
    """``handed_in`` is ``None`` for one who has not; ``outcome`` is ``""`` for one who has no mark at all."""

    id: str
    name: str
    handed_in: datetime | None = None
    late: bool = False
    with_points: bool = True
    outcome: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def waiting(self) -> int:
        """How many answers a person has to look at."""
        return sum(answer.score is None for answer in self.answers.values())

    @property
    def points(self) -> float | None:
        """The sum, for one who wants points and has been read to the end."""
        if not (self.with_points and self.answers) or self.waiting:
            return None
        return sum(answer.score for answer in self.answers.values())

    @property
    def problems(self) -> list[str]:
        return sorted({answer.problem for answer in self.answers.values()} - {""})


@dataclass(frozen=True)
class Standing:
    """``trainees`` are in the order of their names; ``refused`` are files and folders that were left out.

    ``unlisted`` are trainees who are not on the course's list, where there is one; ``namesakes`` are ids that
    share a name. Behind both there may be one person under two names.
    """

    assignment: Assignment
    deadline: datetime | None
    trainees: list[Trainee]
    refused: list[Taken]
    unlisted: list[Trainee]
    namesakes: list[list[Trainee]]


def standing(course: Path, name: str) -> Standing:
    """How the assignment ``name`` stands in ``course``; raises ``RubricError``."""
    assignment = load(source(course, name))
    with gradebook(course) as book:
        submissions = {each.student_id: each for each in book.assignment_submissions(name)}
        listed = enrolled(book)
        trainees = {who: Trainee(who, person.name) for who, person in listed.items()}
        # Taken in, and then something went wrong: not in the gradebook, and never left out here.
        for folder in (course / "submitted").glob(f"*/{name}"):
            who = folder.parent.name
            moment = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
            trainees[who] = Trainee(who, trainees[who].name if who in trainees else who, moment)
        for who, submission in submissions.items():
            trainees[who] = _trainee(book, course, assignment, submission)
        deadline = _deadline(book, name)
    refused, _ = usable(arrived(course), course, set(listed))
    refused += [
        Taken(folder, "refused", code, folder.parent.name)
        for folder in folders(course, name)
        if (code := refusal(folder))
    ]
    people = sorted(trainees.values(), key=_by_name)
    unlisted = [trainee for trainee in people if listed and trainee.id not in listed]
    return Standing(assignment, deadline, people, refused, unlisted, _namesakes(people))


def _namesakes(people: list[Trainee]) -> list[list[Trainee]]:
    """Trainees who share a name, or whose id is another's name."""
    found: dict[str, list[Trainee]] = {}
    for trainee in people:
        for name in {trainee.name.casefold(), trainee.id.casefold()}:
            found.setdefault(name, []).append(trainee)
    return [group for group in found.values() if len(group) > 1]


def _trainee(
    book: Gradebook, course: Path, assignment: Assignment, submission: SubmittedAssignment
) -> Trainee:
    who, name = submission.student_id, assignment.name
    known = Trainee(
        who,
        full_name(submission.student),
        submission.timestamp and submission.timestamp.replace(tzinfo=UTC),
        submission.total_seconds_late > 0,
    )
    path = course / "autograded" / who / name / f"{name}.ipynb"
    if not path.is_file():
        return known
    notebook = nbformat.read(path, as_version=4)
    looks = {
        cell.metadata.nbgrader.grade_id: cell.metadata.mbkurs
        for cell in notebook.cells
        if is_grade(cell) or is_task(cell)
    }
    grades = {grade.name: grade for each in submission.notebooks for grade in each.grades}
    comments = {
        each.name: each.comment or "" for notebook in submission.notebooks for each in notebook.comments
    }
    answers, written = {}, []
    for key, entry in assignment.marks.items():
        if key not in grades or key not in looks:
            continue
        score = None if grades[key].needs_manual_grade else grades[key].score
        answers[key] = _answer(entry, score, comments.get(key, ""), looks[key], assignment.exercises[key])
        if "criteria" in entry:
            written.append((entry["criteria"], comments.get(key, ""), grades[key].score))
    waiting = any(answer.score is None for answer in answers.values())
    return Trainee(
        **vars(known)
        | {
            "with_points": notebook.metadata.mbkurs.get("points", True),
            "outcome": outcome(waiting, written),
            "answers": answers,
        }
    )


def _answer(entry: dict, score: float | None, comment: str, look: dict, exercise: dict) -> Answer:
    """One answer, from the gradebook's row and the marked cell's metadata."""
    if "criteria" in entry:
        chosen = [] if score is None else chosen_levels(comment, entry["criteria"])
        levels = {criterion["key"]: criterion["levels"].index(level) for criterion, level in chosen}
        return Answer(score, levels=levels, problem=look["problem"])
    sheet = Answers({entry["exercise"]: look["answer"]} if look["answer"] else {})
    keys = [option["key"] for option in exercise["options"]]
    try:
        chosen = Marker(sheet).chosen(entry["exercise"], keys, exercise.get("several", False))
    except Unmarkable:
        chosen = set()
    return Answer(score, frozenset(chosen), problem=look["problem"])


def _deadline(book: Gradebook, name: str) -> datetime | None:
    try:
        due = book.find_assignment(name).duedate
    except MissingEntry:
        return None
    return due and due.replace(tzinfo=UTC)


def _by_name(trainee: Trainee) -> str:
    """Æ, ø and å come last, as in the alphabet."""
    return trainee.name.casefold().translate(str.maketrans("æøå", "{|}"))
