"""Module 1's assignment goes the whole nbgrader way, in both languages, with the real commands.

The other modules' go the leader's way in one process, which takes the same steps in seconds.
"""

import csv
import json
import shutil

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe

from mbkurs.grading.grade import give_back, grade
from mbkurs.places import ASSIGNMENTS, languages
from tests.grading.conftest import ANNE
from tests.grading.site import NAME, Site, choices_of, mark, rows, send, texts_of

OTHERS = sorted({path.stem for path in (ASSIGNMENTS / "rubrics").glob("*.yml")} - {NAME})


def test_what_is_released_is_the_notebook_and_an_empty_sheet(graded):
    folder = graded.course / "release" / NAME
    assert sorted(path.name for path in folder.iterdir()) == [f"{NAME}.ipynb", "answers.json"]
    assert json.loads((folder / "answers.json").read_text()) == {"schema": 1, "answers": {}, "days": {}}
    released = nbformat.read(folder / f"{NAME}.ipynb", as_version=4)
    source = nbformat.read(graded.course / "source" / NAME / f"{NAME}.ipynb", as_version=4)
    assert [(cell.id, cell.source) for cell in released.cells] == [
        (cell.id, cell.source) for cell in source.cells
    ]
    assert not any("nbgrader" in cell.metadata for cell in released.cells)


def test_no_rubric_reaches_a_trainee(graded):
    fetched = (
        graded.site.root / "exchange" / f"mb-{graded.language}" / "outbound" / NAME / f"{NAME}.ipynb"
    ).read_text()
    for entry in graded.site.assignment(graded.language).rubric["written"]:
        assert entry["model_answer"][:40] not in fetched
        assert entry["criteria"][0]["levels"][-1]["text"] not in fetched


def test_points_are_those_of_the_rubric(graded):
    rubric = graded.site.assignment(graded.language).rubric
    mine, annes = graded.before[graded.me], graded.before[ANNE]
    for entry in rubric["decisions"]:
        half = entry["points"] / 2 if entry.get("half") else 0.0
        assert mine[entry["exercise"]] == (entry["points"], None, False)
        assert annes[entry["exercise"]] == (half, None, False)
    *answered, empty = rubric["written"]
    for entry in answered:
        assert mine[entry["exercise"]] == annes[entry["exercise"]] == (None, None, True)
    assert annes[empty["exercise"]] == (0.0, None, False)


def test_nothing_that_was_handed_in_is_executed(graded):
    handed_in = (graded.fetched / NAME / f"{NAME}.ipynb").read_text()
    assert str(graded.marker) in handed_in
    assert not graded.marker.exists()
    for folder in ("submitted", "autograded"):
        assert (
            str(graded.marker)
            not in (graded.course / folder / graded.me / NAME / f"{NAME}.ipynb").read_text()
        )


def test_earlier_versions_of_an_answer_are_not_collected(graded):
    sheets = list(graded.course.glob(f"*/*/{NAME}/answers.json"))
    assert len(sheets) == 4
    assert not any("TOOK BACK" in sheet.read_text() for sheet in sheets)


def test_nobody_hands_in_for_somebody_else(graded):
    """``submit --student=OTHER`` replaces the other's work in stock nbgrader."""
    sheet = graded.course / "submitted" / ANNE / NAME / "answers.json"
    before = sheet.read_bytes()
    course = f"--course=mb-{graded.language}"
    graded.site.nbgrader(graded.fetched, "submit", NAME, course, f"--student={ANNE}")
    assert list((graded.site.root / "exchange").glob(f"*/inbound/{ANNE}+*")), "it is in the exchange"
    said = graded.site.nbgrader(graded.course, "collect", NAME, "--update")
    assert sheet.read_bytes() == before and f"{ANNE}+{NAME}" in said and "not-owner" in said


@pytest.mark.browser
def test_formgrader_shows_answer_rubric_and_model_answer(returned):
    rubric, seen = returned.site.assignment(returned.language).rubric, returned.marks
    assert seen["name"] == returned.me
    assert "MINE <script>" in seen["text"], "the answer is shown as it was written"
    assert rubric["written"][0]["criteria"][0]["levels"][0]["title"] in seen["text"]
    assert rubric["written"][0]["model_answer"][:30] in seen["html"]
    assert seen["outside"] == []
    assert seen["axe"] == []


@pytest.mark.browser
def test_no_level_is_lost_when_the_leader_is_faster_than_the_server(returned):
    levels = returned.marks["levels"]
    for name in {name for name, _ in levels}:
        counts = [count for other, count in levels if other == name]
        assert counts == sorted(counts) and counts[-1] > 1, "a late answer took a level away"


@pytest.mark.browser
def test_formgraders_buttons_take_the_same_way(returned):
    assert [answer["success"] for answer in returned.marks["buttons"]] == [True, True], returned.marks[
        "buttons"
    ]
    assert not returned.marker.exists()


@pytest.mark.browser
def test_a_mark_given_by_hand_survives_a_second_autograde(returned):
    after = rows(returned.course)[returned.me]
    for entry in returned.site.assignment(returned.language).rubric["written"]:
        assert after[entry["exercise"]] == (None, len(entry["criteria"]), False)


@pytest.mark.browser
def test_the_trainee_reads_the_feedback_of_the_own_work_only(returned):
    pages = list((returned.fetched / NAME / "feedback").rglob("*.html"))
    assert len(pages) == 1
    page = pages[0].read_text()
    assignment = returned.site.assignment(returned.language)
    first = assignment.rubric["written"][0]
    assert "Vel gjort &lt;script&gt;" in page and "<script" not in page
    assert first["criteria"][0]["levels"][1]["text"] in page
    assert first["criteria"][0]["levels"][2]["text"] not in page
    assert first["model_answer"][:40] not in page
    assert "ANNES" not in page and ANNE not in page
    assert "default-src 'none'" in page


@pytest.mark.browser
def test_feedback_is_accessible_and_fits_a_phone(returned, page):
    page.set_viewport_size({"width": 320, "height": 700})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto((returned.course / "feedback" / returned.me / NAME / f"{NAME}.html").as_uri())
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.screenshot(
            path=returned.site.root / f"feedback-{returned.language}-{scheme}.png", full_page=True
        )


@pytest.mark.browser
def test_feedback_holds_no_key(returned):
    """Of what was not chosen, nothing is on the page: neither its text nor what it would have led to."""
    page = (returned.course / "feedback" / ANNE / NAME / f"{NAME}.html").read_text()
    assignment = returned.site.assignment(returned.language)
    for entry in assignment.rubric["decisions"]:
        for option in assignment.exercises[entry["exercise"]]["options"]:
            if option["key"] in entry["full"]:
                assert option["feedback"] not in page
        assert json.dumps(entry["full"]) not in page


@pytest.mark.browser
def test_export_has_a_row_for_everybody(returned):
    with (returned.course / "grades.csv").open() as file:
        found = {row["student_id"]: row for row in csv.DictReader(file)}
    assert set(found) == {returned.me, ANNE}
    assert float(found[returned.me]["score"]) == sum(
        manual if manual is not None else auto
        for auto, manual, _ in rows(returned.course)[returned.me].values()
    )


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", OTHERS)
def test_every_other_assignment_goes_the_round(tmp_path, empty_gradebook, name, language):
    """The best answers get all points and a pass, the others none and a page that says what is missing."""
    site = Site(tmp_path / "place", name)
    course, rubric = site.course(language), site.assignment(language).rubric
    (course / "handed-in").mkdir()
    shutil.copy(empty_gradebook, course)
    for trainee, best in (("Kari", True), ("Ola", False)):
        send(site, trainee, texts_of(site) | choices_of(site, best), language=language)
    assert not grade(course, name).flagged
    mark(site, "Kari", -1, language=language)
    mark(site, "Ola", 0, language=language)
    after = rows(course, name)
    for entry in rubric["decisions"]:
        assert after["Kari"][entry["exercise"]] == (entry["points"], None, False)
        assert after["Ola"][entry["exercise"]] == (0.0, None, False)
    for entry in rubric["written"]:
        assert after["Kari"][entry["exercise"]] == (None, entry["points"], False)
        assert after["Ola"][entry["exercise"]] == (None, 0.0, False)
    pages = {trainee: _page(give_back(course, name), trainee) for trainee in ("Kari", "Ola")}
    first = rubric["written"][0]
    for trainee, level in (("Kari", -1), ("Ola", 0)):
        assert rubric["title"] in pages[trainee]
        assert first["criteria"][0]["levels"][level]["text"] in pages[trainee]
        assert first["model_answer"][:40] not in pages[trainee]


def _page(folder, trainee: str) -> str:
    (page,) = folder.glob(f"*{trainee}*.html")
    return page.read_text("utf-8")
