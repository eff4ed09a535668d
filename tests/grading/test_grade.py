"""``course.py grade``: the same marks as nbgrader's own commands, and nobody is left out in silence."""

import json
import shutil

import nbformat
import pytest
from nbgrader.api import Gradebook

from mbkurs.grading.cells import graded as with_cells
from mbkurs.grading.command import _run, lines, run
from mbkurs.grading.grade import GradeError, give_back, grade
from mbkurs.words import words
from tests.grading.conftest import ANNE
from tests.grading.site import NAME, answer, rows, send, texts_of


def test_the_same_rows_as_nbgraders_own_commands(graded, tmp_path):
    other = tmp_path / "assignments"
    keep = shutil.ignore_patterns("gradebook.db*", "autograded", "release")
    shutil.copytree(graded.site.assignments, other, ignore=keep)
    report = grade(other / graded.language, NAME)
    assert rows(other / graded.language) == graded.before
    assert set(report.graded) == {graded.me, ANNE} and not report.failed and not report.flagged


def test_the_same_rows_as_nbgrader_without_us(place):
    """Stock nbgrader runs the same grade cells in a kernel, on an honest submission."""
    assignment, stock = place.assignment("nb"), place.root / "stock"
    folder = stock / "source" / NAME
    folder.mkdir(parents=True)
    notebook = with_cells(assignment)
    # Stock nbgrader wants the rubric of a task in the cell's text, and nothing of ours beside it.
    nbformat.write(notebook, folder / f"{NAME}.ipynb")
    place.nbgrader(stock, "generate_assignment", NAME, "--ClearSolutions.enforce_metadata=False")
    submission = stock / "submitted" / "Kari" / NAME
    shutil.copytree(stock / "release" / NAME, submission)
    answer(submission / "answers.json", assignment, best=True, text="Ord")
    place.nbgrader(stock, "autograde", NAME)
    answers = json.loads((submission / "answers.json").read_text())["answers"]
    send(place, "Kari", answers)
    grade(place.course("nb"), NAME)
    assert rows(place.course("nb")) == rows(stock)


def test_a_changed_answer_asks_again_and_an_unchanged_one_does_not(place):
    course, (first, second, *_) = place.course("nb"), list(texts_of(place))
    send(place, "Kari", texts_of(place))
    assert grade(course, NAME).graded == {"Kari": 3}
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        for name in texts_of(place):
            mark = book.find_grade(name, NAME, NAME, "Kari")
            mark.manual_score, mark.needs_manual_grade = 1.0, False
        book.db.commit()
    assert grade(course, NAME).graded == {"Kari": 0}
    send(place, "Kari", texts_of(place, n0="other words"), hours=1)
    assert grade(course, NAME).graded == {"Kari": 1}
    assert grade(course, NAME).graded == {"Kari": 1}, "until somebody has looked"
    after = rows(course)["Kari"]
    assert after[first] == (None, 1.0, True) and after[second] == (None, 1.0, False)


def test_damaged_foreign_and_strange_answers_are_flagged_never_zero(place):
    course, decision = place.course("nb"), place.assignment("nb").rubric["decisions"][0]["exercise"]
    send(place, "Good", texts_of(place))
    send(place, "Option", {decision: {"kind": "choice", "value": {"chosen": ["no-such"]}, "saved": ""}})
    send(place, "Foreign", {"b02-x": {"kind": "text", "value": {"text": "x"}, "saved": ""}})
    send(place, "List", [])
    (course / "handed-in" / "torn.mbkurs.json").write_text("{")
    report = grade(course, NAME)
    assert report.flagged == {"Option": ["unknown-option"], "Foreign": ["foreign"], "List": ["wrong-shape"]}
    found = rows(course)
    assert found["Option"][decision] == (None, None, True)
    for trainee in ("Foreign", "List"):
        assert set(found[trainee].values()) == {(None, None, True)}
    said = "\n".join(lines(report, words("nb", "grading"), course))
    assert "torn.mbkurs.json. Fila er skadet." in said
    assert "Se på denne: Foreign. Svararket hører til en annen oppgave." in said


def test_a_rubric_that_changed_is_refused_by_the_command_and_followed_by_the_verb(place):
    course, rubric = place.course("nb"), place.assignments / "rubrics" / f"{NAME}.yml"
    send(place, "Kari", texts_of(place))
    grade(course, NAME)
    rubric.write_text(rubric.read_text(encoding="utf-8").replace("points: 2", "points: 3"), encoding="utf-8")
    with pytest.raises(AssertionError, match="rubric has changed since the assignment was generated"):
        place.nbgrader(course, "autograde", NAME, "--force")
    grade(course, NAME)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        assert book.find_assignment(NAME).max_score == sum(
            entry["points"] for entry in place.assignment("nb").marks.values()
        )


def test_a_broken_rubric_is_said_in_one_sentence(place, capsys):
    (place.assignments / "rubrics" / f"{NAME}.yml").write_text("title: {}", encoding="utf-8")
    with pytest.raises(GradeError, match="rubrics/01-arriving.yml"):
        grade(place.course("nb"), NAME)
    assert _run(place.course("nb"), NAME, None, words("nb", "grading")) == 1
    assert "Oppgaven kunne ikke gjøres klar." in capsys.readouterr().out


def test_a_grader_that_fails_is_never_a_zero_for_everybody(place):
    """A key that names an unknown option is stopped before; this is for what nobody thought of."""
    from nbgrader.utils import is_grade

    from mbkurs.grading.autograde import RunGraders, auto_score
    from mbkurs.grading.rebuild import rebuilt
    from mbkurs.grading.sheet import Answers

    notebook = rebuilt(place.assignment("nb"), Answers())
    for cell in notebook.cells:
        if is_grade(cell):
            cell.source = "1 / 0"
    RunGraders().preprocess(notebook, {})
    assert {auto_score(cell) for cell in notebook.cells if is_grade(cell)} == {None}


def test_everybody_gets_one_page(place):
    course = place.course("nb")
    send(place, "Kari", texts_of(place, n0="Mine ord"))
    send(place, "Ola", {})
    grade(course, NAME)
    folder = give_back(course, NAME)
    assert sorted(path.name for path in folder.iterdir()) == ["Kari.html", "Ola.html"]
    assert (
        "Mine ord" in (folder / "Kari.html").read_text()
        and "Mine ord" not in (folder / "Ola.html").read_text()
    )


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--no-such"],
        [NAME, "--language"],
        [NAME, "--by-hand", "--feedback"],
        ["no-such", "--language", "xx"],
        [NAME, "--deadline", "soon"],
        [NAME, "--feedback", "--roster", "list.csv"],
    ],
)
def test_a_wrong_call_is_answered_in_one_plain_line(arguments, capsys):
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert len(said.out.strip().splitlines()) == 1 and said.err == ""


def test_the_verb_speaks_the_leaders_language(place, capsys):
    course = place.course("nb")
    assert _run(course, "no-such", None, words("en", "grading")) == 2
    assert _run(course, NAME, None, words("en", "grading")) == 0
    send(place, "Kari", texts_of(place))
    assert _run(course, NAME, None, words("nb", "grading")) == 0
    assert _run(course, NAME, "feedback", words("nb", "grading")) == 0
    said = capsys.readouterr().out
    assert "There is no assignment no-such" in said and "Nobody has handed in yet" in said
    assert "Vurdert: Kari (3 svar venter på deg i formgrader)" in said and "returned" in said
