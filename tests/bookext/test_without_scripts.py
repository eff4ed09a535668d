"""Every page as it is sent: it names its language, and each exercise has a form that needs no script."""

import pytest
from bs4 import BeautifulSoup

from mbkurs.places import languages


@pytest.fixture(scope="module")
def sent(book, addresses) -> dict[str, BeautifulSoup]:
    """Pages below a language, by address."""
    wanted = [address for address in addresses if "/" in address]
    return {name: BeautifulSoup((book / name).read_text("utf-8"), "html.parser") for name in wanted}


def test_every_page_names_its_language_and_that_of_the_way_to_its_twin(sent):
    for address, page in sent.items():
        code = address.split("/")[0]
        assert page.html["lang"] == code, address
        switches = page.select("header a[hreflang]")
        assert [(link["lang"], link["hreflang"]) for link in switches] == [
            (other, other) for other in languages() if other != code
        ], address


def test_every_exercise_can_be_read_in_its_language(sent):
    exercises = [(name, each) for name, page in sent.items() for each in page.select("[data-exercise]")]
    assert len(exercises) > 40
    for name, exercise in exercises:
        form = exercise.select_one(".mb-exercise")
        assert form["lang"] == name.split("/")[0] and len(form.get_text()) > 40, exercise["data-exercise"]
        assert not form.select("textarea, input, select, button"), exercise["data-exercise"]
