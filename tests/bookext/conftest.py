"""The real book, built once for the whole run, and a small course in which one thing can be wrong."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mbkurs.bookext.command import build_all
from mbkurs.bookext.front import write_front
from mbkurs.bookext.paper.command import KINDS
from mbkurs.places import BOOK, ROOT, languages
from mbkurs.testing import packed
from tests.bookext.visits import TAGS, Visit, visit_all


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
def site(book) -> Iterator[str]:
    """The address under which the book is served on this machine."""
    with packed.served(book) as address:
        yield address


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
