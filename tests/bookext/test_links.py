"""The weekly look at links to the outside finds one that leads nowhere."""

import shutil

from mbkurs.bookext.links import broken_links
from mbkurs.places import ROOT


def test_a_dead_link_is_found_with_its_page(tmp_path):
    for name in ("book", "modules"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.ipynb"))
    shutil.copy(ROOT / "_config.yml", tmp_path)
    for page in (tmp_path / "book" / "nb").rglob("*.md"):
        page.write_text("# Tom\n\nTom side.\n", encoding="utf-8")
    index = tmp_path / "book" / "nb" / "index.md"
    index.write_text("# Prøve\n\n[død](http://127.0.0.1:9/borte)\n", encoding="utf-8")
    (found,) = broken_links("nb", tmp_path)
    assert found["uri"].endswith("/borte") and found["filename"].endswith("index.md")
