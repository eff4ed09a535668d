"""What pages load: the style that each carries, the book's script, and the exercises in one script."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from mbkurs.exercises import bundle
from mbkurs.places import BOOK

_ASSETS = BOOK / "assets"
_LIVE = Path(bundle.__file__).parent / "live"
# A request costs a phone more than bytes do. So a page carries the style that it is painted with, and what
# every page runs travels in one script.
_STYLE = ("book.css", "reading.css", "terms.css")
_SCRIPT = ("settings.js", "aloud.js", "terms.js", "offline.js")
_WITH_EXERCISES = ("sha256.js", "parcel.js", "hand-in.js", "exercises.js")
_NOT_FOR_BROWSERS = re.compile(r"/\*.*?\*/\n?|^\s+", re.S | re.M)  # comments, and room for the eye
_IMPORTED = re.compile(r'^import .* from "(.+)";$', re.M)
_MODULE_LINES = re.compile(r"^import .*\n|^export (?=async |function |const )", re.M)


@cache
def files() -> dict[str, str]:
    """Name in ``_static`` and content of every file of the course's own."""
    own = {path.name: path.read_text(encoding="utf-8") for path in sorted(_ASSETS.glob("*.*s"))}
    own["book.js"] = "\n".join(_closed(own.pop(part), own) for part in _SCRIPT)
    own["exercises.js"] = _exercises([own.pop(part) for part in _WITH_EXERCISES])
    return {name: text for name, text in own.items() if name not in _STYLE}


@cache
def style(with_exercises: bool) -> str:
    """The style sheet inside a page: its first paint waits for no other file."""
    paths = [*(_ASSETS / name for name in _STYLE), *([_LIVE / "exercise.css"] if with_exercises else [])]
    return _NOT_FOR_BROWSERS.sub("", "".join(path.read_text(encoding="utf-8") for path in paths))


def _closed(text: str, own: dict[str, str]) -> str:
    """A script with what it imports, its names hidden from the next one."""
    imported = "".join(own.pop(other) for other in _IMPORTED.findall(text))
    return f"(() => {{\n{_MODULE_LINES.sub('', imported + text)}}})();"


def _exercises(hosts: list[str]) -> str:
    """A classic script: browsers refuse modules where a book is opened from a folder or a USB stick."""
    store = (_LIVE / "store-browser.js").read_text(encoding="utf-8")
    parts = [bundle.joined(), *(_MODULE_LINES.sub("", text) for text in (store, *hosts))]
    return "(() => {\n" + "\n".join(parts) + "\n})();\n"


@cache
def version(name: str) -> str:
    """Changes when the file does, so that no browser mixes an old file with a new page."""
    return sha256(files()[name].encode()).hexdigest()[:8]


def copy(static: Path) -> None:
    """Write all files into the ``_static`` folder of a built book."""
    for name, content in files().items():
        (static / name).write_text(content, encoding="utf-8")
