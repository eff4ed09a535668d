"""The trainee's way with an assignment: try, look, make the file, send it oneself, read what came back."""

import json
import shutil
from datetime import datetime

import pytest

from mbkurs.language import nice_date

pytestmark = pytest.mark.browser

SENTENCE = "Jeg ville satt meg ned og spurt, skrev hun."
HOSTILE = (
    "<!doctype html><title>Oppgave 1</title><main><p>Bra</p><script>document.title='ran'</script></main>"
)


@pytest.fixture
def start(course, page):
    """The start page of a trainee who has not tried the assignment yet."""
    for name in ("assignments", "handed-in", "feedback"):
        shutil.rmtree(course.home / name, ignore_errors=True)
    page.goto(course.start_url)
    return page


def test_from_the_first_word_to_the_file_and_its_receipt(course, start):
    start.get_by_role("link", name="Åpne oppgaven: Oppgave 1").click()
    area = start.locator(".mb-exercise textarea").first
    area.fill(SENTENCE)
    start.locator(".mb-status", has_text="Lagret.").first.wait_for()
    start.get_by_role("link", name="Se hva som blir levert").click()
    assert SENTENCE in start.locator("main").inner_text()
    assert not (course.home / "handed-in").exists()
    start.get_by_label("Hva heter du?").fill("kari")
    start.get_by_role("button", name="Lag fila").click()
    start.get_by_role("heading", name="Kvittering").wait_for()
    with start.expect_download() as download:
        start.get_by_role("link", name="Last ned fila").click()
    sent = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert sent["trainee"] == "kari" and SENTENCE in json.dumps(sent, ensure_ascii=False)
    start.get_by_role("link", name="Til startsiden").click()
    today = nice_date(datetime.now().astimezone().date(), "nb")
    start.get_by_role("link", name=f"Kvittering, {today}, ").first.click()
    assert SENTENCE in start.locator("main").inner_text()


def test_what_is_private_is_not_in_the_file(course, start):
    course.ask(
        "mbkurs/api/answers/journal/a-note", "PUT", {"kind": "text", "value": {"text": SENTENCE}, "base": 0}
    )
    start.goto(course.url("mbkurs/handin/01-arriving?language=nb"))
    start.get_by_label("Hva heter du?").fill("kari")
    start.get_by_role("button", name="Lag fila").click()
    start.get_by_role("heading", name="Kvittering").wait_for()
    assert all(
        SENTENCE not in file.read_text(encoding="utf-8") for file in (course.home / "handed-in").iterdir()
    )


def test_feedback_is_kept_and_nothing_in_it_runs(course, start, tmp_path):
    (tmp_path / "tilbakemelding.html").write_text(HOSTILE, encoding="utf-8")
    start.get_by_text("Har du fått en tilbakemelding").click()
    start.get_by_label("Velg fila du har fått").set_input_files(tmp_path / "tilbakemelding.html")
    start.get_by_role("button", name="Legg den her").click()
    start.get_by_role("link", name="Oppgave 1", exact=True).click()
    assert start.locator("main p", has_text="Bra").is_visible() and start.title() == "Oppgave 1"
    start.get_by_role("link", name="Til startsiden").click()
    assert start.get_by_role("heading", name="MB-kurset").is_visible()


def test_another_file_is_not_taken_for_feedback(course, start, tmp_path):
    (tmp_path / "bilde.html").write_bytes(b"\x89PNG")
    start.get_by_text("Har du fått en tilbakemelding").click()
    start.get_by_label("Velg fila du har fått").set_input_files(tmp_path / "bilde.html")
    start.get_by_role("button", name="Legg den her").click()
    assert "Fila er ikke en tilbakemelding" in start.get_by_role("alert").inner_text()
    assert not (course.home / "feedback").exists()
