"""Where a page stands in the course."""

import pytest

from mbkurs.bookext import navigation

DAYS = {"modules/nb/01-arriving/1-welcome", "modules/nb/01-arriving/3-looking-after-myself"}


def test_a_day_is_found_by_its_page():
    assert navigation.day_of("modules/en/01-arriving/2-nothing-about-us").id == "1.2"


@pytest.mark.parametrize("page", ["search", "book/nb/index", "modules/nb/01-arriving/9-unknown"])
def test_other_pages_are_no_days(page):
    assert navigation.day_of(page) is None
    assert navigation.place(page, "nb", DAYS) is None


def test_the_place_names_module_and_day_and_links_only_to_what_exists():
    place = navigation.place("modules/nb/01-arriving/1-welcome", "nb", DAYS)
    assert place["module"].startswith("Modul 1 av ")
    assert place["day"] == "Dag 1 av 3"
    assert [day["current"] for day in place["days"]] == [True, False, False]
    assert [day["docname"] in DAYS for day in place["days"]] == [True, False, True]
    assert place["days"][1]["docname"] is None
