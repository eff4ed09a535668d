"""While somebody writes: a saved page is built alone and shown on every open page, findings and all."""

import socket
import threading
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mbkurs.bookext import watch
from mbkurs.places import ROOT

CHANGED = "modified"


@pytest.mark.parametrize(
    ("paths", "codes"),
    [
        (["book/nb/index.md"], ["nb"]),
        (["book/nb/index.md", "modules/en/01-arriving/1-welcome.ipynb"], ["en", "nb"]),
        (["book/nb/index.md", "modules/syllabus/01-arriving.yml"], []),
        (["book/assets/book.css"], []),
        (["modules/AUTHORING.md"], []),
        (["_config.yml"], []),
    ],
)
def test_only_the_languages_that_changed_are_built_anew(paths, codes):
    assert watch.affected({(CHANGED, str(ROOT / path)) for path in paths}, ROOT) == codes


def test_a_port_in_use_is_said(small, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert watch.run(small, taken.getsockname()[1], "nb") == 1
    assert "er i bruk" in capsys.readouterr().out


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def writing(small, port, capsys):
    """A small course that is being watched: its root, its address, and what was printed so far."""
    stop, printed = threading.Event(), []

    def said(text: str) -> None:
        until = time.monotonic() + 60
        while text not in "".join(printed):
            assert time.monotonic() < until, "".join(printed)
            out = capsys.readouterr()
            printed.append(out.out + out.err)
            stop.wait(0.1)

    thread = threading.Thread(target=watch.run, args=(small, port, "en", stop))
    thread.start()
    said("stop with Ctrl+C")
    yield small, f"http://127.0.0.1:{port}", said
    stop.set()
    thread.join()


def write(root: Path, text: str) -> None:
    (root / "book/nb/index.md").write_text(f"# MB-kurset\n\n{text}\n", "utf-8")


@pytest.mark.browser
def test_an_open_page_follows_what_is_written(page, writing, capsys):
    root, address, said = writing
    page.goto(f"{address}/nb/index.html")
    expect(page.locator("article")).to_contain_text("Hei.")
    begun = time.monotonic()
    write(root, "Nytt avsnitt.")
    expect(page.locator("article")).to_contain_text("Nytt avsnitt.", timeout=30_000)
    with capsys.disabled():
        print(f"\nseen {time.monotonic() - begun:.1f} s after it was saved")
    write(root, "Se [siden](gone.md).")
    said("book/nb/index.md: line 3")
    (root / "book/assets/book.css").write_text("body { color: rgb(1, 2, 3); }", "utf-8")
    write(root, "Rettet.")
    expect(page.locator("article")).to_contain_text("Rettet.", timeout=30_000)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_the_script_of_the_preview_is_in_no_built_book(book):
    for path in book.rglob("*.*"):
        if path.suffix in (".html", ".js"):
            assert "_preview" not in path.read_text("utf-8"), path
