"""The page that goes back: pass or not yet for everybody, points only for those who want them."""

import re

import pytest

from mbkurs.grading.grade import give_back, grade
from tests.grading.site import NAME, choices_of, mark, send, texts_of


@pytest.fixture
def pages(place):
    """Four trainees, graded and returned: ``{name: page}``."""
    wrong = choices_of(place, best=False)
    send(place, "Kari", texts_of(place) | wrong)
    send(place, "Ola", texts_of(place) | wrong, points=False)
    send(place, "Per", texts_of(place), points=False)
    send(place, "Ida", texts_of(place), points=False)
    grade(place.course("nb"), NAME)
    for name, level in (("Kari", 1), ("Ola", 2), ("Per", 0)):
        mark(place, name, level, "Vel gjort")
    folder = give_back(place.course("nb"), NAME)
    return {page.stem: page.read_text(encoding="utf-8") for page in folder.iterdir()}


def test_the_outcome_is_said_with_points_and_without(pages):
    outcomes = {name: re.search(r'<p class="points">([^<]+)</p>', page)[1] for name, page in pages.items()}
    expected = {"Kari": "Bestått", "Ola": "Bestått", "Per": "Ikke ennå"}
    assert outcomes == expected | {"Ida": "Noen svar er ikke lest ennå."}
    assert "avtal med kursleder" in pages["Per"] and "avtal med kursleder" not in pages["Ola"]


def test_without_points_the_page_has_the_same_words_and_no_points(pages, place):
    level = place.assignment("nb").rubric["written"][0]["criteria"][0]["levels"][2]
    assert level["text"] in pages["Ola"] and "Vel gjort" in pages["Ola"]
    assert "Hva dette bygger på" in pages["Ola"]
    assert re.search(r"\d av \d+ poeng", pages["Kari"])
    for name in ("Ola", "Per", "Ida"):
        assert "poeng" not in re.sub(r"<details>.*?</details>", "", pages[name], flags=re.S), name


def test_the_choice_may_be_changed_at_the_next_hand_in(place):
    course = place.course("nb")
    send(place, "Ola", texts_of(place), points=False)
    grade(course, NAME)
    assert " poeng</p>" not in (give_back(course, NAME) / "Ola.html").read_text(encoding="utf-8")
    send(place, "Ola", texts_of(place), hours=1)
    grade(course, NAME)
    assert " poeng</p>" in (give_back(course, NAME) / "Ola.html").read_text(encoding="utf-8")
