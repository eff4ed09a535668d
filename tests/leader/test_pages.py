"""The leader's page beside the round: what goes wrong is one plain sentence, and nobody else gets in."""

import json
import re
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from mbkurs.grading.gradebook import one_at_a_time
from tests.grading.site import NAME
from tests.leader.test_round import notice

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(page, running):
    """The overview, with one hand-in of each language there."""
    page.goto(running.page.start_url)
    files = [running.sent("Eva", language="nb"), running.sent("Mary", language="en")]
    page.locator("#drop input[type=file]").first.set_input_files(files)
    assert "Eva" in notice(page)
    return page


def row(page, name):
    return page.get_by_role("row", name=name)


def test_a_deadline_and_one_persons_extra_days(open_page):
    open_page.get_by_label("Siste dag").fill("2026-11-18")
    open_page.get_by_role("button", name="Lagre fristen").click()
    expect(open_page.locator(".standing")).to_contain_text("Fristen er 18. november 2026.")
    expect(row(open_page, "Eva")).to_contain_text("etter fristen")
    open_page.get_by_label("Hvem", exact=True).select_option(label="Eva")
    open_page.get_by_label("Ekstra dager").fill("3")
    open_page.get_by_role("button", name="Lagre", exact=True).click()
    assert "Eva har fått 3 dager ekstra." in notice(open_page)
    expect(row(open_page, "Eva")).to_contain_text("3 dager ekstra")
    expect(row(open_page, "Eva")).not_to_contain_text("etter fristen")


def test_a_list_that_cannot_be_used_says_which_lines_and_changes_nothing(open_page, tmp_path):
    (tmp_path / "liste.csv").write_text("id;navn\nKari;Kari Moen\n;Ola Dahl\n", encoding="utf-8")
    before = open_page.get_by_role("table").inner_text()
    open_page.get_by_label("Velg lista").set_input_files(tmp_path / "liste.csv")
    said = notice(open_page)
    assert "Lista er ikke tatt inn." in said and "Linje 3: Id mangler." in said
    assert open_page.get_by_role("table").inner_text() == before


def test_a_file_that_is_settled_is_put_aside(open_page, running):
    (running.post / "odd.mbkurs.json").write_text("{")
    open_page.locator("#drop input[type=file]").first.set_input_files(running.post / "odd.mbkurs.json")
    assert "Ikke tatt inn: odd.mbkurs.json" in notice(open_page)
    open_page.get_by_role("button", name="Legg til side odd.mbkurs.json").click()
    assert "er lagt til side" in notice(open_page)
    expect(open_page.get_by_text("Fila odd.mbkurs.json")).to_have_count(0)
    assert (running.site.course("nb") / "set-aside" / "odd.mbkurs.json").read_text() == "{"


def test_a_copy_is_made_and_brought_back_after_somebody_was_deleted(open_page, running):
    open_page.get_by_role("button", name="Lag kopien").click()
    assert "Sikkerhetskopien er laget" in notice(open_page)
    (copy,) = (running.site.assignments / "backup").glob("mb-*.zip")
    open_page.locator("#whom").select_option(label="Eva")
    open_page.get_by_label("Ja, slett alt om deltakeren").check()
    open_page.get_by_role("button", name="Slett", exact=True).click()
    assert "Eva er slettet her." in notice(open_page)
    expect(row(open_page, "Eva")).to_have_count(0)
    open_page.get_by_label("Velg kopien").set_input_files(copy)
    open_page.get_by_label("Ja, bytt ut det som er her nå").check()
    open_page.get_by_role("button", name="Hent tilbake").click()
    assert "Alt er slik det var da kopien ble laget." in notice(open_page)
    expect(row(open_page, "Eva")).to_contain_text("Vurdert")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has rights of its own")
def test_a_folder_that_others_can_open_is_named_and_closed(open_page, running):
    course = running.site.course("nb")
    course.chmod(0o755)
    open_page.reload()
    expect(open_page.get_by_role("region", name="Andre kan åpne mappa")).to_contain_text(str(course))
    open_page.get_by_role("button", name="La bare meg komme inn").click()
    assert "Nå er det bare du" in notice(open_page)
    expect(open_page.get_by_role("region", name="Andre kan åpne mappa")).to_have_count(0)
    assert course.stat().st_mode & 0o077 == 0


def test_a_fault_in_the_course_itself_is_one_sentence(open_page, running):
    rubric = running.site.assignments / "rubrics" / f"{NAME}.yml"
    before = rubric.read_text(encoding="utf-8")
    rubric.write_text(before.replace("exercise: a01-", "exercise: b01-"), encoding="utf-8")
    try:
        open_page.reload()
        assert "Oppgaven kunne ikke gjøres klar" in notice(open_page)
    finally:
        rubric.write_text(before, encoding="utf-8")


def test_the_work_goes_on_without_the_page_and_a_double_click_is_one_click(open_page, running):
    open_page.get_by_role("button", name="Vurder", exact=True).dblclick()
    expect(open_page.get_by_role("status")).to_be_visible()
    context = open_page.context
    open_page.close()
    again = context.new_page()
    again.goto(running.page.url("mbkurs/leader"))
    said = notice(again)
    assert re.search(r"leveringer er vurdert\.$", said) and "i gang" not in said


def test_the_leader_sees_how_far_it_is_and_can_stop_and_continue(open_page, running):
    said = open_page.get_by_role("status")
    with one_at_a_time(running.site.course("nb")):  # as another leader who is marking
        open_page.get_by_role("button", name="Vurder", exact=True).click()
        expect(said).to_have_text("Venter på tur. Noen andre vurderer akkurat nå.", timeout=60000)
        assert open_page.locator("a.button:not(.quiet), button:not(.quiet)").count() == 0
        open_page.get_by_role("button", name="Stopp").click()
        expect(said).to_have_text("Stopper …")
        open_page.get_by_role("button", name="Lag kopien").click()
        expect(open_page.locator("#notice")).to_contain_text("Noe arbeid er i gang.")
        expect(said).to_have_text("Stopper …")
    text = notice(open_page)
    assert "Stoppet. Det som var gjort, er lagret." in text and "i gang" not in text
    assert open_page.evaluate("document.activeElement.id") == "notice", "it is read out"
    open_page.get_by_role("button", name="Fortsett").click()
    assert "leveringer er vurdert." in notice(open_page)


def test_everything_can_be_reached_with_the_keyboard(open_page):
    seen = set()
    for _ in range(60):
        open_page.keyboard.press("Tab")
        seen.add(open_page.evaluate("document.activeElement.closest('form')?.action.split('/').at(-1)"))
    assert {"language", "take", "grade", "keep", "list", "deadline", "time", "restore", "forget"} <= seen


def test_nothing_is_done_for_one_who_has_no_token_or_comes_from_another_page(open_page, running):
    for path in ("mbkurs/leader", f"mbkurs/leader/report/nb/{NAME}", f"mbkurs/leader/confirm/{NAME}"):
        with urlopen(running.page.url(path)) as answer:
            assert "login" in answer.url
    forged = Request(
        running.page.url("mbkurs/leader/keep"),
        b"assignment=" + NAME.encode(),
        {"Cookie": "; ".join(f"{each['name']}={each['value']}" for each in open_page.context.cookies())},
    )
    with pytest.raises(HTTPError) as refused:
        urlopen(forged)
    assert refused.value.code == 403
    for path in (f"returned/nb/{NAME}/..%2F..%2Fx.html", "report/nb/99-none", "mark/99-none", "report/xx/x"):
        status = open_page.request.get(running.page.url(f"mbkurs/leader/{path}")).status
        assert status == 404, path


def test_the_state_of_the_work_is_asked_for_without_words_of_anyone(open_page, running):
    assert json.dumps(running.page.ask("mbkurs/leader/work")) == "{}"
