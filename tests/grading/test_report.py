"""The leader's page: complete, without ranking, and without points for those who want none."""

import csv
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook

from mbkurs.cli import main
from mbkurs.grading import report as module
from mbkurs.grading.report import report
from tests.grading.site import NAME


@pytest.fixture
def made(reported):
    return report(reported.course("nb"), NAME)


def rows_of(made) -> dict[str, dict]:
    with made.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["Id"]: row for row in csv.DictReader(file, delimiter=";")}


def test_the_page_names_who_is_missing_late_and_damaged(made):
    page = made.read_text(encoding="utf-8")
    lists = dict(re.findall(r"<h2>([^<]+)</h2>(.*?)(?=<h2>|</main>)", page, re.S))
    assert "Åse Berg" in lists["Har ikke levert"] and "Kari" not in lists["Har ikke levert"]
    assert re.findall(r"<li>(.*?)</li>", lists["Leverte etter fristen"]) == ["Per"]
    look = lists["Se på disse"]
    assert "alternativ som ikke finnes" in look and "copy.mbkurs (1).json" in look
    assert (
        "torn.mbkurs.json</strong>: Fila er skadet" in look and "Eva</strong>: Innleveringen er ikke" in look
    )


def test_hard_decisions_are_shown_with_what_was_chosen(made, reported):
    page = made.read_text(encoding="utf-8")
    nobody, hard = re.search(r"Valg ingen fikk til(.*)Valg mange syntes(.*)</main>", page, re.S).groups()
    first, *others = [
        reported.assignment("nb").exercises[entry["exercise"]]["title"]
        for entry in reported.assignment("nb").rubric["decisions"]
    ]
    assert first in hard and first not in nobody
    assert all(title in nobody for title in others)


def test_csv_and_excel_hold_the_same_and_no_points_for_those_who_want_none(made, reported):
    found = rows_of(made)
    assert list(found) == ["Eva", "k1", "Ola", "Per", "Siv", "å"], "by name, not by points"
    assert found["k1"]["Vurdering"] == "Bestått" and float(found["k1"]["Poeng"]) == 13
    assert found["Ola"]["Vurdering"] == "Ikke ennå" and "ikke ennå" in found["Ola"].values()
    assert not any(re.fullmatch(r"[\d,]+", cell) for cell in found["Ola"].values())
    sheet = load_workbook(made.with_suffix(".xlsx")).active
    ids = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert ids == list(found)
    ola = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Ola")
    assert not any(isinstance(cell, int | float) for cell in ola)


def test_the_page_has_no_points_for_those_who_want_none(made):
    page = made.read_text(encoding="utf-8")
    row = re.search(r"<tr><th scope=\"row\">Ola Dahl</th>.*?</tr>", page, re.S)[0]
    cells = re.findall(r"<td>(.*?)</td>", row, re.S)
    assert cells[1:] == ["Ikke ennå", "uten poeng"]


def test_a_name_is_no_formula():
    assert module._plain("=1+1") == "'=1+1" and module._plain("Kari") == "Kari" and module._plain(2.0) == 2.0


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1100])
def test_the_page_is_accessible_and_runs_nothing(made, page, width):
    text = made.read_text(encoding="utf-8")
    assert "default-src 'none'" in text and "<script" not in text
    page.set_viewport_size({"width": width, "height": 800})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(made.as_uri())
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.get_by_role("img").count() > 0
    assert re.search(r"ikke ennå \d, på vei \d", page.get_by_role("img").first.get_attribute("aria-label"))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_verb_speaks_both_languages_and_needs_no_hand_in(place, monkeypatch, capsys, language):
    monkeypatch.setattr(module, "ASSIGNMENTS", place.assignments)
    assert main(["report", "--language", language]) == 0
    said = capsys.readouterr().out
    page = place.course(language) / "report" / f"{NAME}.html"
    assert str(page) in said and f'<html lang="{language}">' in page.read_text(encoding="utf-8")
    assert main(["report", "no-such", "--language", language]) == 2
    assert main(["report", "a", "b", "--language", language]) == 2
    assert len(capsys.readouterr().out.strip().splitlines()) == 2
