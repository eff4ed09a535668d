"""The real book, built once for the whole run, and a small course in which one thing can be wrong."""

import gzip
import shutil
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from mbkurs.bookext.command import build_all
from mbkurs.bookext.front import write_front
from mbkurs.places import BOOK, ROOT, languages

PACKED = {".html", ".css", ".js", ".svg", ".json"}


class Handler(SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: text goes out compressed."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.suffix not in PACKED or not path.is_file():
            return super().do_GET()
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # a test that leaves the page before it is there
            self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing: the test report is for test results."""


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> tuple[Path, bool]:
    """The folder of the book in both languages, built from the repository, and whether nothing was found."""
    output = tmp_path_factory.mktemp("book") / "book"
    clean = build_all(output, ROOT, "en")
    write_front(output, languages())
    return output, clean


@pytest.fixture(scope="session")
def book(built) -> Path:
    """The folder of the book. That nothing is found in it is a test of its own: one fault fails one test."""
    return built[0]


@pytest.fixture(scope="session")
def site(book) -> str:
    """The address under which the book is served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=book))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def addresses(book) -> list[str]:
    """Every page of the book, as in ``nb/01-arriving/1-welcome.html``."""
    return sorted(path.relative_to(book).as_posix() for path in book.rglob("*.html"))


@pytest.fixture
def small(tmp_path) -> Path:
    """A course of one page in each language, with the real configuration and layout."""
    (tmp_path / "_config.yml").write_text((ROOT / "_config.yml").read_text("utf-8"), "utf-8")
    for language in ("nb", "en"):
        (tmp_path / "book" / language).mkdir(parents=True)
        (tmp_path / "book" / language / "index.md").write_text("# MB-kurset\n\nHei.\n", "utf-8")
    shutil.copytree(BOOK / "assets", tmp_path / "book" / "assets")
    return tmp_path


AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
# A screen and a mode; every page is seen in both, so both modes and both layouts are seen everywhere.
SEEN_AS = [(1280, "light"), (390, "dark")]


@dataclass
class Visit:
    """What a browser met on one page, seen for the first time."""

    address: str
    requests: list[str] = field(default_factory=list)
    bytes: int = 0
    complaints: list[str] = field(default_factory=list)  # script errors, refused loads, policy violations
    axe: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def visits(browser, site, addresses) -> dict[str, Visit]:
    """Every page of the book, each opened once in a browser that knows nothing of the book."""
    return {address: _visit(browser, site, address) for address in addresses}


def _visit(browser, site: str, address: str) -> Visit:
    visit = Visit(address)
    context = browser.new_context(locale="en-GB" if address.startswith("en") else "nb-NO")
    page = context.new_page()
    # What the worker fetches afterwards is no part of the visit: test_offline.py.
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })")
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("requestfinished", lambda done: _add(visit, done.sizes()["responseBodySize"]))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("console", lambda said: said.type in ("error", "warning") and visit.complaints.append(said.text))
    page.goto(f"{site}/{address}", wait_until="networkidle")
    for width, mode in SEEN_AS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("mode => { document.documentElement.dataset.theme = mode; }", mode)
        found = Axe().run(page, options=AXE).response["violations"]
        visit.axe += [
            f"{width} {mode} {rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]
        ]
    visit.too_wide += _too_wide(page)
    context.close()
    return visit


def _add(visit: Visit, size: int) -> None:
    visit.bytes += size


def _too_wide(page) -> list[str]:
    """Screens on which the page scrolls sideways: 320 px wide, and 1280 px with text at 200 %."""
    wide = []
    for width, size in ((320, "100%"), (1280, "200%")):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(f"{width} px at {size}")
    return wide
