"""An assignment is done and handed in from the book, on a phone: leaders take the file in as any other."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from mbkurs.bookext import assets
from mbkurs.bookext.handin import hand_in as of_page
from mbkurs.grading.grade import grade
from mbkurs.grading.handin import hand_in
from mbkurs.grading.parcel import Refused, read, trainee_id
from mbkurs.leader.incoming import take
from mbkurs.notebooks.files import assignments
from mbkurs.places import BOOK, languages
from mbkurs.words import words
from tests.bookext.conftest import AXE
from tests.grading.site import NAME, Site, answer, rows
from tests.grading.test_parcel import PARCELS

PAGE = "{}/assignments/01-arriving.html"
PRIVATE = "This is for nobody but me."
MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)
# A phone's list of programs to send a file with: it takes text, as Chromium does, and says what it was given.
PHONE = """
navigator.canShare = ({ files: [file] }) => file.type === "text/plain" && file.name.endsWith(".txt");
navigator.share = async ({ files }) => { window.shared = [files[0].name, await files[0].text()]; };
"""


@pytest.fixture
def phone(browser):
    """A page on a phone; an uncaught script error or a refused load on it fails the test."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: said.type == "error" and faults.append(said.text))
    page.add_init_script(PHONE)
    yield page
    context.close()
    assert faults == []


@pytest.fixture
def there(phone, site):
    phone.goto(f"{site}/{PAGE.format('nb')}")
    expect(phone.locator("#hand-in")).to_be_visible()
    return phone


def choose(page, exercise: str, key: str):
    page.locator(f'[data-exercise="{exercise}"] [data-key="{key}"]').check()


def write(page, exercise: str, text: str):
    page.locator(f'[data-exercise="{exercise}"] textarea').fill(text)


def fill(page, sheet: Path):
    """Give the answers of a sheet, as a person does."""
    for exercise, entry in json.loads(sheet.read_text("utf-8"))["answers"].items():
        if entry["kind"] == "text":
            write(page, exercise, "SOMETHING I TOOK BACK")
            write(page, exercise, entry["value"]["text"])
        else:
            choose(page, exercise, *entry["value"]["chosen"])


def look(page):
    page.locator("[data-do=look]").click()


def made(page, folder: Path, name: str | None = None, button: str = ".hand-in form button") -> Path:
    """What the button makes, saved as a person would."""
    if name is not None:
        page.locator("#trainee").fill(name)
    with page.expect_download() as download:
        page.locator(button).click()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.fixture(scope="session")
def script() -> str:
    parts = [(BOOK / "assets" / name).read_text("utf-8") for name in ("sha256.js", "parcel.js")]
    return assets._MODULE_LINES.sub("", "\n".join(parts))


def run(page, script: str, call: str, argument):
    return page.evaluate(f"(argument) => {{ {script}; return {call}; }}", argument)


@pytest.mark.browser
def test_the_checksum_is_the_one_that_is_looked_for(page, script):
    data = [example["data"] for example in PARCELS]
    assert run(page, script, "argument.map(checksum)", data) == [each["checksum"] for each in PARCELS]


@pytest.mark.browser
def test_a_name_is_one_that_can_be_taken_in(page, script):
    names = [
        "Kari",
        " Åse B. ",
        "A\u030ase",
        "a/b",
        "",
        "x" * 65,
        "x" * 64,
        "*",
        "שרה",
        "kari@sted",
        "a.",
        "😀",
        "o_o",
    ]
    assert run(page, script, "argument.map(traineeId)", names) == [trainee_id(name) for name in names]


def test_only_an_assignment_is_handed_in():
    assert of_page("modules/nb/01-arriving/1-welcome", "nb") is None
    of_assignment = of_page(f"assignments/en/source/{NAME}/{NAME}", "en")
    assert (of_assignment["assignment"], of_assignment["language"]) == (NAME, "en")


def test_every_assignment_ends_in_its_own_form_and_no_other_page_does(book):
    wanted = {f"{code}/assignments/{path.stem}.html" for code in languages() for path in assignments(code)}
    pages = {path.relative_to(book).as_posix(): path.read_text("utf-8") for path in book.rglob("*.html")}
    assert {name for name, html in pages.items() if 'id="hand-in"' in html} == wanted != set()
    for name in wanted:
        assert f'data-sheet="assignments/{Path(name).stem}"' in pages[name]


def test_the_button_is_called_what_the_assignment_calls_it():
    for language in languages():
        lab, book = words(language, "lab"), words(language, "book")
        assert book["hand-in"]["look"] == lab["start"]["assignment-look"]


@pytest.mark.browser
@pytest.mark.parametrize("language", languages())
def test_from_the_phone_to_the_same_mark_as_from_the_course(phone, site, tmp_path, language):
    leader, home = Site(tmp_path / "leader"), tmp_path / "home"
    course, handed_in = leader.course(language), leader.course(language) / "handed-in"
    sheet = home / "assignments" / NAME / "answers.json"
    answer(sheet, leader.assignment(language), best=False, text='Æ <b>ø</b> "å" 😀\n\nNy linje')
    phone.clock.set_fixed_time(MOMENT)
    phone.goto(f"{site}/{language}/01-arriving/1-welcome.html")
    phone.locator(".mb-exercise textarea").first.fill(PRIVATE)
    phone.goto(f"{site}/{PAGE.format(language)}")
    fill(phone, sheet)
    look(phone)
    shown = phone.locator("[data-part=items]").inner_text()
    assert 'Æ <b>ø</b> "å" 😀' in shown and PRIVATE not in shown and "TOOK BACK" not in shown
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    file = made(phone, handed_in, "Kari Telefon")
    receipt = made(phone, tmp_path, button="[data-do=receipt]").read_text("utf-8")
    assert file.name in receipt and "Æ &lt;b&gt;ø&lt;/b&gt;" in receipt
    for private in (PRIVATE, "TOOK BACK", "revision", "earlier", "saved"):
        assert private not in file.read_text("utf-8") and private not in receipt

    same = hand_in(home, NAME, trainee="Lars Datamaskin", language=language, now=MOMENT)
    shutil.copy(same.file, handed_in)
    from_book, from_course = json.loads(file.read_text("utf-8")), same.data
    differing = {key for key in from_course if from_book[key] != from_course[key]}
    assert from_book.keys() == from_course.keys() and differing == {"trainee", "sender", "checksum"}
    assert {taken.outcome for taken in grade(course, NAME).taken} == {"taken"}
    marks = rows(course)
    assert marks["Kari Telefon"] == marks["Lars Datamaskin"]
    assert any(auto for auto, _, _ in marks["Kari Telefon"].values())

    # Changed, and handed in again: the last one counts.
    decision = leader.assignment(language).rubric["decisions"][0]
    choose(phone, decision["exercise"], decision["full"][0])
    expect(phone.locator("[data-part=receipt]")).to_be_hidden()
    phone.clock.set_fixed_time(MOMENT + timedelta(hours=1))
    again = made(phone, handed_in)
    damaged = again.read_text("utf-8").replace("Ny linje", "Annen linje")
    (handed_in / "damaged.mbkurs.json").write_text(damaged, "utf-8")
    taken = {each.file.name: (each.outcome, each.reason) for each in grade(course, NAME).taken}
    assert taken[again.name] == ("taken", "") and taken[file.name][0] == "older"
    assert taken["damaged.mbkurs.json"] == ("refused", "changed")
    assert rows(course)["Kari Telefon"][decision["exercise"]][0] == decision["points"]


@pytest.mark.browser
def test_without_a_network_from_a_folder_and_without_points(phone, book, tmp_path):
    phone.goto((book / PAGE.format("en")).as_uri())
    write(phone, "a01-with-us", "From a stick\x0b.")
    look(phone)
    phone.locator("[name=without]").check()
    found = read(made(phone, tmp_path, "Kari"), "en")
    assert not found["sheet"].points
    assert found["sheet"].answers["a01-with-us"]["value"]["text"].startswith("From a stick")
    first = found["sender"]
    phone.reload()
    look(phone)
    expect(phone.locator("[name=without]")).to_be_checked()
    expect(phone.locator("#trainee")).to_have_value("")
    phone.locator("[name=without]").uncheck()
    found = read(made(phone, tmp_path / "again", "Kari"), "en")
    assert found["sheet"].points and found["sender"] == first != ""


@pytest.mark.browser
def test_each_question_says_who_gets_the_answer_and_who_could_open_it_until_then(there):
    who = words("nb", "exercises")["common"]["who"]
    assert there.locator(".mb-who").all_inner_texts() == [f"{who['handed-in']} {who['browser']}"] * 9


@pytest.mark.browser
def test_a_phone_passes_the_file_on(there, tmp_path):
    look(there)
    file = made(there, tmp_path, "Kari")
    there.locator("[data-do=share]").tap()
    there.wait_for_function("window.shared")
    name, text = there.evaluate("window.shared")
    assert name == f"{file.name}.txt" and text == file.read_text("utf-8")
    (incoming,) = take([(name, text.encode("utf-8"))], Site(tmp_path / "leader").assignments, "en")
    assert (incoming.taken.outcome, incoming.taken.trainee) == ("taken", "Kari")
    again = made(there, tmp_path / "again", button="[data-do=file]")
    assert again.name == file.name and again.read_bytes() == file.read_bytes()


@pytest.mark.browser
def test_a_name_that_cannot_be_used_makes_no_file(there):
    files = []
    there.on("download", lambda download: files.append(download))
    look(there)
    for name in ("", "a/b"):
        there.locator("#trainee").fill(name)
        there.locator("#trainee").press("Enter")
        expect(there.get_by_role("alert")).to_have_text(words("nb", "grading")["message"]["no_name"])
        expect(there.locator("#trainee")).to_be_focused()
        expect(there.locator("[data-part=receipt]")).to_be_hidden()
    assert files == []


@pytest.mark.browser
def test_the_whole_way_by_keyboard_and_for_everyone(there, tmp_path):
    keys = there.keyboard
    there.locator("[data-do=look]").focus()
    keys.press("Enter")
    for step in ("#trainee", "[name=without]", ".hand-in form button"):
        keys.press("Tab")
        expect(there.locator(step)).to_be_focused()
        if step == "#trainee":
            keys.type("Kari")
    with there.expect_download():
        keys.press("Enter")
    expect(there.locator("[data-part=receipt] h3")).to_be_focused()
    for mode in ("light", "dark"):
        there.evaluate("mode => { document.documentElement.dataset.theme = mode; }", mode)
        assert Axe().run(there, options=AXE).response["violations"] == []


@pytest.mark.browser
def test_answers_to_an_assignment_are_kept_apart_saved_and_forgotten(there, site, tmp_path):
    write(there, "a01-with-us", "Oppgavesvar.")
    there.goto(f"{site}/nb/01-arriving/1-welcome.html")
    there.locator(".mb-exercise textarea").first.fill(PRIVATE)
    sheet = json.loads(made(there, tmp_path, button="[data-do=save]").read_text("utf-8"))
    assert PRIVATE in json.dumps(sheet["answers"]) and "Oppgavesvar." not in json.dumps(sheet["answers"])
    assert "Oppgavesvar." in json.dumps(sheet["assignments"][f"assignments/{NAME}"])
    file = next(tmp_path.glob("*.json"))
    with pytest.raises(Refused, match="private"):
        read(file, "nb")
    there.locator("[data-do=forget]").click()
    there.locator("[data-do=forget-now]").click()
    assert there.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('mbkurs:'))") == []
    there.goto(f"{site}/{PAGE.format('nb')}")
    field = there.locator('[data-exercise="a01-with-us"] textarea')
    expect(field).to_have_value("")
    there.locator("#answers input").set_input_files(file)
    expect(field).to_have_value("Oppgavesvar.")
    expect(there.locator("[data-part=message]").last).to_have_text(
        words("nb", "book")["answers"]["loaded-many"].format(count=2)
    )


@pytest.mark.browser
def test_answers_from_the_course_folder_land_in_their_assignment(there, tmp_path):
    sheet = tmp_path / "answers.json"
    answer(sheet, Site(tmp_path / "leader").assignment("nb"), best=True, text="Hjemmefra")
    there.locator("#answers input").set_input_files(sheet)
    expect(there.locator('[data-exercise="a01-with-us"] textarea')).to_have_value("Hjemmefra (a01-with-us)")
    assert there.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('mbkurs:answer:'))") == []
