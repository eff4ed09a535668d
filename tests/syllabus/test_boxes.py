import re
from datetime import date

import pytest
from bs4 import BeautifulSoup

from mbkurs.places import languages
from mbkurs.syllabus import load
from mbkurs.syllabus.boxes import crisis_html, map_html, plan_html
from mbkurs.syllabus.crisis import crisis


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("language", languages())
def test_the_plan_holds_outcomes_and_a_timetable_that_sums(language):
    page, day = soup(plan_html("1.1", language)), load().day("1.1")
    assert [item.text for item in page.select("li")] == [o.text[language] for o in day.outcomes]
    minutes = [int(row.select("td")[-1].text) for row in page.select("tbody tr")]
    assert sum(minutes) == int(page.select("tfoot td")[-1].text) == 300
    assert all(cell.get("scope") for cell in page.select("th"))
    # It stands right below the title of the page: a third level would skip one.
    assert {title.name for title in page.select("h1, h2, h3, h4")} == {"h2"}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("theme", crisis()["themes"])
def test_whom_to_call_can_be_called(language, theme):
    html = crisis_html(theme, language)
    phones = [link["href"] for link in soup(html).select("a[href^=tel]")]
    assert phones[0] == "tel:113"
    assert "tel:116117" in phones
    assert "116 117" in soup(html).select("strong")[-1].text
    assert ("rusinfo.no" in html) == (theme in ("substances", "all"))
    assert {"tel:112", "tel:116006"} <= set(phones) or theme not in ("violence", "all")


def test_the_old_number_is_nowhere():
    digits = re.sub(r"\D", "", " ".join(str(line["phone"]) for line in crisis()["lines"]))
    assert "08588" not in digits


def test_the_box_says_when_the_numbers_were_gathered_or_checked(monkeypatch):
    data = crisis() | {"collected": date(2026, 11, 22), "checked": None}
    monkeypatch.setattr("mbkurs.syllabus.boxes.crisis", lambda: data)
    assert "samlet fra åpne kilder 22. november 2026" in crisis_html("general", "nb")
    data |= {"checked": date(2027, 1, 31), "checked_by": "Elin"}
    assert "checked on 31 January 2027 by Elin" in crisis_html("general", "en")


def test_the_map_of_a_module_and_of_the_course():
    own, whole = soup(map_html(1, "en")), soup(map_html(None, "en"))
    assert len(whole.select("tbody tr")) == 82
    assert len(own.select("tbody tr")) == len({u.number for d in load().modules[0].days for u in d.topics})


def test_boxes_need_neither_style_nor_script():
    for html in (plan_html("1.1", "nb"), crisis_html("all", "nb"), map_html(None, "nb")):
        assert not re.search(r"style=|<script|onclick|<h1", html)


@pytest.mark.parametrize(
    ("draw", "name", "known"),
    [(plan_html, "9.9", "12.3"), (crisis_html, "weather", "suicide"), (map_html, 13, "12")],
)
def test_an_unknown_name_is_answered_with_those_that_exist(draw, name, known):
    with pytest.raises(LookupError, match=known):
        draw(name, "en")


def test_one_box_for_several_themes_names_each_line_once():
    both = crisis_html(["suicide", "substances"], "en")
    assert both.count("116 123") == 1 and "rusinfo.no" in both
