"""The trainee's way: look at it, write a name, get the file and the receipt."""

import json
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.grading.site import NAME, Site, answer, server

EXTENSION = "--ServerApp.jpserver_extensions=tests.grading.handin_extension=True"
SERVER = [sys.executable, "-m", "jupyter_server", EXTENSION]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server on a trainee's folder with everything answered: address, folder."""
    site = Site(tmp_path_factory.mktemp("web"))
    answer(
        site.root / "assignments" / NAME / "answers.json",
        site.assignment("nb"),
        best=True,
        text="Svaret mitt",
    )
    with server(site.root, site.environment, SERVER) as address:
        yield address, site.root


@pytest.mark.browser
def test_look_hand_in_and_keep_the_receipt(place, page):
    address, home = place
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}/mbkurs/handin/{NAME}?language=nb&token=t")
    assert "Svaret mitt" in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert Axe().run(page).response["violations"] == []
    page.screenshot(path=home / "preview.png", full_page=True)
    page.get_by_label("Hva heter du?").fill("Kari")
    page.get_by_label("Jeg vil ha bestått uten poeng").check()
    page.get_by_role("button", name="Lag fila").click()
    page.get_by_role("heading", name="Kvittering").wait_for()
    assert Axe().run(page).response["violations"] == []
    page.screenshot(path=home / "receipt.png", full_page=True)
    (file,) = (home / "handed-in").glob("*.mbkurs.json")
    sent = json.loads(file.read_text())
    assert (sent["trainee"], sent["points"]) == ("Kari", False)
    assert file.name in page.locator("main").inner_text()


@pytest.mark.browser
def test_what_cannot_be_handed_in_is_said_in_plain_words(place, page):
    address, home = place
    before = list((home / "handed-in").glob("*"))
    page.goto(f"{address}/mbkurs/handin/{NAME}?language=en&token=t")
    page.get_by_label("What is your name?").fill("a/b")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="The assignment was not handed in").wait_for()
    assert "letters, figures" in page.locator("main").inner_text()
    page.goto(f"{address}/mbkurs/handin/no-such?language=en")
    assert "no such assignment" in page.locator("main").inner_text()
    assert list((home / "handed-in").glob("*")) == before


@pytest.mark.browser
def test_nobody_gets_in_without_the_token(place, page):
    address, _ = place
    page.goto(f"{address}/mbkurs/handin/{NAME}")
    page.wait_for_url("**/login**")
