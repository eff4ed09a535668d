"""``python3 course.py grade ASSIGNMENT [--language nb] [--roster FILE] [--deadline DAY] [--no-report]``.

Takes in, marks and reports. With ``--by-hand`` it opens formgrader, with ``--feedback`` it makes what goes
back to the trainees; ``--forget TRAINEE`` deletes one trainee. Ctrl-C stops it between two steps; the same
command again goes on from there.
"""

from datetime import date
from pathlib import Path

from rich.progress import track

from mbkurs.arguments import with_language
from mbkurs.grading import erase, privacy
from mbkurs.grading.byhand import mark_by_hand
from mbkurs.grading.folders import source
from mbkurs.grading.grade import GradeError, Report, give_back, grade
from mbkurs.grading.roster import Person, Problem, RosterError, read
from mbkurs.grading.rubric import RubricError
from mbkurs.language import system_language
from mbkurs.places import ASSIGNMENTS
from mbkurs.words import words


def run(arguments: list[str]) -> int:
    """Grades an assignment, or returns it; 0 if all went well, 1 if something needs a look, 2 for usage."""
    if "--forget" in arguments:
        return erase.run(arguments)
    say = words(system_language(arguments), "grading")
    parser = with_language(system_language(arguments))
    parser.add_argument("assignment")
    parser.add_argument("--roster", type=Path)
    parser.add_argument("--deadline", type=date.fromisoformat)
    parser.add_argument("--no-report", dest="reported", action="store_false")
    step = parser.add_mutually_exclusive_group()
    step.add_argument("--by-hand", dest="step", action="store_const", const="by-hand")
    step.add_argument("--feedback", dest="step", action="store_const", const="feedback")
    try:
        asked = parser.parse_args(arguments)
        if asked.step and (asked.roster or asked.deadline):
            parser.error("not together")
    except ValueError:
        print(say["grade"]["usage"])
        return 2
    course = ASSIGNMENTS / asked.language
    lists = {"roster": asked.roster, "deadline": asked.deadline, "reported": asked.reported}
    return _run(course, asked.assignment, asked.step, say, **lists)


def _run(
    course: Path,
    assignment: str,
    step: str | None,
    say: dict,
    *,
    roster: Path | None = None,
    deadline: date | None = None,
    reported: bool = False,
) -> int:
    if not source(course, assignment).is_file():
        print(say["grade"]["no_course"].format(assignment=assignment, folder=course))
        return 2
    privacy.offer(course, say["privacy"])
    if step == "by-hand":
        return mark_by_hand(course, assignment, say["grade"])
    try:
        if step == "feedback":
            return _feedback(course, assignment, say["grade"])
        status = _grade(course, assignment, say, roster, deadline)
        if reported:
            _report(course, assignment, say)
        return status
    except RosterError as error:
        for problem in error.problems:
            print(sentence(problem, say))
        print(say["roster"]["nothing"])
    except (GradeError, RubricError) as error:
        print(say["grade"]["not_generated"].format(reason=error))
    except KeyboardInterrupt:
        print(say["grade"]["stopped"])
        return 130
    return 1


def _feedback(course: Path, assignment: str, say: dict) -> int:
    folder = give_back(course, assignment, lambda them: track(them, say["returning"]))
    print(say["feedback_in"].format(folder=folder))
    return 0


def _grade(course: Path, assignment: str, say: dict, roster: Path | None, deadline: date | None) -> int:
    """Takes in and marks, and says what came of it; 1 if something needs a look."""
    people = read(roster) if roster else None
    report = grade(
        course,
        assignment,
        lambda them: track(them, say["grade"]["grading"]),
        people=people and _here(people, course.name),
        deadline=deadline,
        waiting=lambda: print(say["grade"]["waiting"], flush=True),
    )
    for line in _taken(people, course.name, say) + lines(report, say, course):
        print(line)
    refused = any(taken.outcome == "refused" for taken in report.taken)
    return 1 if report.failed or report.flagged or refused else 0


def _report(course: Path, assignment: str, say: dict) -> None:
    # The libraries behind it take their time to load.
    from mbkurs.grading.report import report

    print(say["report"]["made"].format(file=report(course, assignment)))


def _here(people: list[Person], language: str) -> list[Person]:
    """Those of a list who are in the course in this language."""
    return [person for person in people if person.language in (language, "")]


def _taken(people: list[Person] | None, language: str, say: dict) -> list[str]:
    """What became of a list."""
    if people is None:
        return []
    here = len(_here(people, language))
    out = [say["roster"]["taken"].format(count=here)]
    if here < len(people):
        out.append(say["roster"]["elsewhere"].format(count=len(people) - here))
    return out


def sentence(problem: Problem, say: dict) -> str:
    """What is wrong with a list, with the line it stands on."""
    said = say["roster"]["problems"][problem.code].format(text=problem.text)
    return say["roster"]["line"].format(line=problem.line, said=said) if problem.line else said


def lines(report: Report, say: dict, course: Path) -> list[str]:
    """The report in words, one line for each file and each trainee."""
    text = say["grade"]
    out = [
        text[taken.outcome].format(
            file=taken.called, trainee=taken.trainee, reason=say["refusals"].get(taken.reason, "")
        )
        for taken in report.taken
    ]
    for trainee, waiting in report.graded.items():
        by_hand = f" ({text['by_hand'].format(count=waiting)})" if waiting else ""
        out.append(text["graded"].format(trainee=trainee) + by_hand)
    out += [text["late"].format(trainee=trainee) for trainee in report.late]
    for trainee, codes in report.flagged.items():
        reason = " ".join(say["problems"][code] for code in codes)
        out.append(text["flagged"].format(trainee=trainee, reason=reason))
    out += [text["failed"].format(trainee=who, reason=why) for who, why in report.failed.items()]
    return out or [text["nobody"].format(folder=course / "handed-in")]
