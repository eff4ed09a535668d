"""The real book, built once for the whole run, and a small course in which one thing can be wrong."""

import gzip
import shutil
import threading
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from mbkurs.bookext.command import build_all
from mbkurs.bookext.front import write_front
from mbkurs.bookext.paper.command import KINDS
from mbkurs.places import BOOK, ROOT, languages
from tests.bookext.visits import TAGS, Visit, visit_all

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
    clean = build_all(output, ROOT, "en", sorted(KINDS))
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


AXE = {"runOnly": TAGS, "resultTypes": ["violations"]}


@pytest.fixture(scope="session")
def visits(site, addresses) -> dict[str, Visit]:
    """Every page of the book, each opened once."""
    return visit_all(site, addresses)
