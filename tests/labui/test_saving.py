"""What a trainee writes is on disk at once, survives what can go wrong, and is nowhere else."""

import pytest
from playwright.sync_api import expect

from tests.labui.conftest import until
from tests.labui.messages import english_on

pytestmark = pytest.mark.browser
SENTENCE = "Setningen om den grønne kaffekoppen er bare min."


def test_what_is_typed_is_on_disk_and_there_after_a_reload(course, page, open_day, note):
    field = open_day()
    field.press_sequentially(SENTENCE)
    until(lambda: course.answer(note) == {"text": SENTENCE}, 5)
    page.reload()
    expect(field).to_have_value(SENTENCE, timeout=60000)


def test_what_is_typed_is_nowhere_but_in_the_answer_sheet(course, page, open_day, note):
    notebook = course.home / "course/nb/01-arriving/1-welcome.ipynb"
    before = notebook.read_bytes()
    open_day().fill(SENTENCE)
    until(lambda: course.answer(note) == {"text": SENTENCE})
    page.keyboard.press("Control+s")
    page.goto(course.url("mbkurs/start"))
    found = [
        path for path in course.home.rglob("*") if path.is_file() and SENTENCE.encode() in path.read_bytes()
    ]
    assert found == [course.sheet]
    assert notebook.read_bytes() == before


def test_two_tabs_lose_nothing(course, page, open_day, note):
    other = page.context.new_page()
    first, second = open_day(), open_day(tab=other)
    first.fill("Skrevet i den første.")
    expect(second).to_have_value("Skrevet i den første.")
    until(lambda: course.answer(note) == {"text": "Skrevet i den første."})
    first.blur()  # a field that is being written in is left alone
    second.fill("Skrevet i den andre.")
    expect(first).to_have_value("Skrevet i den andre.")
    until(lambda: course.answer(note) == {"text": "Skrevet i den andre."})
    earlier = course.ask("mbkurs/api/answers/journal")["answers"][note]["earlier"]
    assert [version["value"] for version in earlier] == [{"text": "Skrevet i den første."}]


def test_text_waits_while_the_server_is_away_and_is_delivered_when_it_is_back(course, page, open_day, note):
    field = open_day()
    course.kill()
    field.fill(SENTENCE)
    expect(page.locator(".mbkurs-delivery")).to_contain_text("Ikke lagret ennå")
    expect(page.locator(".mb-status[data-status=waiting]")).to_be_visible()
    # This is the failure after which JupyterLab shows its own dialog, where it is let (seen).
    page.wait_for_event("requestfailed", lambda request: "/api/sessions" in request.url)
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0
    assert english_on(page) == set()
    token = course.token
    course.start()
    until(lambda: course.answer(note) == {"text": SENTENCE}, 20)
    expect(page.locator(".mbkurs-delivery")).to_contain_text("Alt er lagret.")
    assert course.token != token


def test_text_of_a_tab_closed_while_the_server_was_away_is_delivered_at_the_next_opening(
    course, page, open_day, note
):
    field = open_day()
    course.kill()
    field.fill(SENTENCE)
    expect(page.locator(".mb-status[data-status=waiting]")).to_be_visible()
    context = page.context
    page.close()
    course.start()
    assert course.answer(note) is None
    again = context.new_page()
    again.goto(course.start_url)
    expect(again.get_by_text("Nå er det lagret.")).to_be_visible()
    until(lambda: course.answer(note) == {"text": SENTENCE})


def test_text_is_sent_even_when_the_page_is_left_at_once(course, page, open_day, note):
    open_day().fill(SENTENCE)
    page.goto("about:blank")
    until(lambda: course.answer(note) == {"text": SENTENCE})


def unheard(route):
    """The server gets the request; its reply never reaches the page."""
    route.fetch()
    route.abort()


def test_an_old_text_that_was_delivered_never_replaces_a_newer_one(course, page, open_day, note):
    field = open_day()
    page.route("**/api/answers/journal/*", unheard)
    with page.expect_event("requestfailed", lambda request: request.method == "PUT"):
        field.fill("Først.")
    assert course.answer(note) == {"text": "Først."}
    course.ask(
        f"mbkurs/api/answers/journal/{note}", "PUT", {"kind": "text", "value": {"text": "Nyere."}, "base": 0}
    )
    expect(page.locator(".mb-status[data-status=waiting]")).to_be_visible()
    page.unroute("**/api/answers/journal/*")
    field.blur()  # the page tries again by itself, and hears what the sheet has
    expect(field).to_have_value("Nyere.", timeout=15000)
    expect(open_day()).to_have_value("Nyere.")
    assert course.answer(note) == {"text": "Nyere."}


def test_on_a_shared_computer_nothing_stays_in_the_browser(course, page, open_day, note):
    page.goto(course.start_url)
    page.request.post(
        course.url("mbkurs/start/computer"),
        form={
            "alone": "no",
            "_xsrf": next(c["value"] for c in page.context.cookies() if c["name"] == "_xsrf"),
        },
    )
    field = open_day()
    course.kill()
    field.fill(SENTENCE)
    expect(page.locator(".mb-status[data-status=waiting]")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('mbkurs:'))") == []
    course.start()
    until(lambda: course.answer(note) == {"text": SENTENCE}, 20)


def test_what_two_tabs_wrote_without_the_server_is_all_kept(course, page, open_day, note):
    first, second = open_day(), open_day(tab=page.context.new_page())
    second.focus()
    first.focus()
    course.kill()
    first.fill("Fra den første.")
    second.fill("Fra den andre.")
    course.start()
    until(lambda: course.answer(note) == {"text": "Fra den andre."}, 20)
    earlier = course.ask("mbkurs/api/answers/journal")["answers"][note]["earlier"]
    assert {"text": "Fra den første."} in [version["value"] for version in earlier]


def test_a_later_text_never_overtakes_one_that_could_not_be_sent(course, page, open_day, note):
    first, second = open_day(), open_day(tab=page.context.new_page())
    sent = []

    def lose_the_first(route):
        sent.append(route.request.post_data_json["value"]["text"])
        route.continue_() if sent.count("Fra den første.") > 1 else route.abort()

    course.kill()
    first.fill("Fra den første.")
    second.fill("Fra den andre.")
    expect(page.locator(".mbkurs-delivery")).to_contain_text("Ikke lagret ennå")
    page.context.route("**/api/answers/journal/*", lose_the_first)
    course.start()
    expect(page.locator(".mbkurs-delivery")).to_contain_text("Alt er lagret.", timeout=20000)
    assert course.answer(note) == {"text": "Fra den andre."}
    assert sent.count("Fra den første.") == sent.index("Fra den andre.") == 2
