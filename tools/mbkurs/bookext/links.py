"""Looks up every link to the outside: weekly, and never as a test of a change."""

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from mbkurs.bookext import toc
from mbkurs.bookext.build import sphinx
from mbkurs.bookext.config import configuration
from mbkurs.places import ROOT, languages
from mbkurs.words import words


def check(teller: str, root: Path = ROOT) -> int:
    """Print each link that leads nowhere, with its page and line; 1 if there is any."""
    broken = [link for language in languages() for link in broken_links(language, root)]
    say = words(teller, "book")["links"]
    for link in broken:
        print(say["broken"].format(**link))
    print(say["sum"].format(count=len(broken)))
    return 1 if broken else 0


def broken_links(language: str, root: Path) -> list[dict]:
    """Sphinx' own findings, one dict a link: ``filename, lineno, uri, info``."""
    with TemporaryDirectory(prefix="mb-links-") as folder:
        work = Path(folder)
        toc.write(language, work / "_toc.yml", root)
        options = configuration(language, root, work / "_toc.yml")
        sphinx(options, root, work / "out", work / "doctrees", io.StringIO(), builder="linkcheck")
        lines = (work / "out" / "output.json").read_text(encoding="utf-8").splitlines()
    return [link for link in map(json.loads, lines) if link["status"] == "broken"]
