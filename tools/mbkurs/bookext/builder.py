"""Sphinx' HTML builder with the addresses of the course and only the files that a page asks for."""

import json
import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from mbkurs.bookext import assets
from mbkurs.bookext.addresses import address

# What the search page loads of Sphinx; the rest of `_static` is the course's own.
_NEEDED_OF_SPHINX = {"doctools.js", "documentation_options.js", "language_data.js", "searchtools.js"}


class CourseBuilder(StandaloneHTMLBuilder):
    """Takes the place of ``html``, so that ``jupyter-book build .`` and ``course.py book`` agree."""

    name = "html"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return super().get_target_uri(address(docname), typ)

    def get_outfilename(self, pagename: str) -> str:
        return super().get_outfilename(address(pagename))

    def dump_search_index(self) -> None:
        """Write the index, then name the pages in it by their address, which is what the script links to."""
        super().dump_search_index()
        path = Path(self.outdir, self.searchindex_filename)
        text = path.read_text(encoding="utf-8")
        start, end = text.index("(") + 1, text.rindex(")")
        index = json.loads(text[start:end])
        index["docnames"] = [address(name) for name in index["docnames"]]
        packed = json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        path.write_text(text[:start] + packed + text[end:], encoding="utf-8")


def keep_own_files(app: Sphinx, problem: Exception | None) -> None:
    """Sphinx' ``build-finished``: drop 8 MB of icon fonts and scripts that no page loads, add our own."""
    static = Path(app.outdir, "_static")
    if problem or not static.is_dir():
        return
    for path in static.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in _NEEDED_OF_SPHINX:
            path.unlink()
    assets.copy(static)
