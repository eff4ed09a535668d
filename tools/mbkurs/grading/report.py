"""``python3 course.py report [ASSIGNMENT] [--language nb]``: the leader's page, a CSV and an Excel file."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from mbkurs.arguments import with_language
from mbkurs.grading.counts import criteria, decisions, strength
from mbkurs.grading.handin import write
from mbkurs.grading.pages import moment, number, page
from mbkurs.grading.rubric import RubricError
from mbkurs.grading.standing import Standing, Trainee, standing
from mbkurs.language import system_language
from mbkurs.places import ASSIGNMENTS
from mbkurs.words import words


def run(arguments: list[str]) -> int:
    """Writes the report of one assignment, or of all; 0 if all went well, 1 for a bad rubric, 2 for usage."""
    language = system_language(arguments)
    say = words(language, "grading")["report"]
    parser = with_language(language)
    parser.add_argument("assignment", nargs="?")
    try:
        asked = parser.parse_args(arguments)
    except ValueError:
        print(say["usage"])
        return 2
    course = ASSIGNMENTS / asked.language
    there = sorted(path.stem for path in (course / "source").glob("*/*.ipynb"))
    wanted = [name for name in there if asked.assignment in (name, None)]
    if not wanted:
        print(
            words(language, "grading")["grade"]["no_course"].format(
                assignment=asked.assignment, folder=course
            )
        )
        return 2
    try:
        for name in wanted:
            print(say["made"].format(file=report(course, name)))
    except RubricError as error:
        print(error)
        return 1
    return 0


def report(course: Path, assignment: str) -> Path:
    """Writes ``<course>/report/<assignment>.html``, ``.csv`` and ``.xlsx``; returns the page.

    Raises ``RubricError``, and ``OSError`` where writing fails.
    """
    now = standing(course, assignment)
    language, folder = now.assignment.language, course / "report"
    folder.mkdir(exist_ok=True)
    rows = table(now, language)
    text = io.StringIO()
    csv.writer(
        text, delimiter=words(language, "grading")["report"]["delimiter"], lineterminator="\n"
    ).writerows([_csv_cell(cell, language) for cell in row] for row in rows)
    # Excel knows UTF-8 by the mark in front.
    write(folder / f"{assignment}.csv", "\ufeff" + text.getvalue())
    _excel(folder / f"{assignment}.xlsx", rows)
    return write(folder / f"{assignment}.html", html(now, language))


def html(now: Standing, language: str) -> str:
    """The page."""
    say = words(language, "grading")["report"]
    handed_in = [trainee for trainee in now.trainees if trainee.handed_in]
    return page(
        "report",
        language,
        now=now,
        time=datetime.now(UTC),
        handed_in=handed_in,
        missing=[trainee for trainee in now.trainees if not trainee.handed_in],
        late=[trainee for trainee in handed_in if trainee.late],
        noted=[trainee for trainee in handed_in if trainee.problems or not trainee.outcome],
        most=most(now),
        criteria=criteria(now),
        decisions=decisions(now, say["right"]),
        strength=strength,
    )


def table(now: Standing, language: str) -> list[list]:
    """One row for each trainee under a row of headings: the same for CSV and Excel.

    One who passes without points has the outcome and the levels, and no number.
    """
    say, rubric = words(language, "grading")["report"], now.assignment.rubric
    titles = {key: exercise["title"] for key, exercise in now.assignment.exercises.items()}
    columns = [(entry["exercise"], None) for entry in rubric["decisions"]]
    columns += [
        (entry["exercise"], each) for entry in rubric["written"] for each in [*entry["criteria"], None]
    ]
    heading = [titles[key] + (f": {criterion['title']}" if criterion else "") for key, criterion in columns]
    first = [say[key] for key in ("id", "name", "handed_in", "late", "outcome", "points")]
    return [first + heading] + [_row(trainee, columns, say, language) for trainee in now.trainees]


def _row(trainee: Trainee, columns: list[tuple], say: dict, language: str) -> list:
    when = moment(trainee.handed_in, language) if trainee.handed_in else say["not_handed_in"]
    row = [trainee.id, trainee.name, when, say["yes"] if trainee.late else ""]
    row += [say["outcomes"].get(trainee.outcome, ""), trainee.points]
    for key, criterion in columns:
        answer = trainee.answers.get(key)
        if not answer:
            row.append(None)
        elif criterion:
            level = answer.levels.get(criterion["key"])
            row.append(None if level is None else criterion["levels"][level]["title"])
        else:
            row.append(answer.score if trainee.with_points else None)
    return row


def most(now: Standing) -> float:
    """The points of the whole assignment."""
    return sum(entry["points"] for entry in now.assignment.marks.values())


def _csv_cell(cell: object, language: str) -> object:
    return number(cell, language) if isinstance(cell, float | int) else _plain(cell)


def _plain(cell: object) -> object:
    """No spreadsheet takes a name for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t")) else cell


def _excel(path: Path, rows: list[list]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append([_plain(cell) for cell in row])
    for cell in book.active[1]:
        cell.font = Font(bold=True)
    book.active.freeze_panes = "C2"
    content = io.BytesIO()
    book.save(content)
    write(path, content.getvalue())
