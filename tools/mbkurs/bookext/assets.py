"""The files that pages load: the book's style and script, and the exercises in one script."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from mbkurs.exercises import bundle
from mbkurs.places import BOOK

_ASSETS = BOOK / "assets"
_LIVE = Path(bundle.__file__).parent / "live"
# What every page needs travels in one style sheet and one script: a request costs a phone more than bytes.
_JOINED = {
    "book.css": ("book.css", "reading.css", "terms.css"),
    "book.js": ("settings.js", "aloud.js", "terms.js", "offline.js"),
}
_IMPORTED = re.compile(r'^import .* from "(.+)";$', re.M)
_MODULE_LINES = re.compile(r"^import .*\n|^export (?=async |function |const )", re.M)


@cache
def files() -> dict[str, str]:
    """Name in ``_static`` and content of every file of the course's own."""
    own = {path.name: path.read_text(encoding="utf-8") for path in sorted(_ASSETS.glob("*.*s"))}
    for name, parts in _JOINED.items():
        own[name] = "\n".join(_closed(part, own) for part in parts)
    own["exercises.js"] = _exercises(own.pop("exercises.js"))
    own["exercise.css"] = (_LIVE / "exercise.css").read_text(encoding="utf-8")
    return own


def _closed(name: str, own: dict[str, str]) -> str:
    """A script with what it imports, its names hidden from the next one; a style sheet as it is."""
    text = own.pop(name)
    if not name.endswith(".js"):
        return text
    imported = "".join(own.pop(other) for other in _IMPORTED.findall(text))
    return f"(() => {{\n{_MODULE_LINES.sub('', imported + text)}}})();"


def _exercises(host: str) -> str:
    """A classic script: browsers refuse modules where a book is opened from a folder or a USB stick."""
    store = (_LIVE / "store-browser.js").read_text(encoding="utf-8")
    parts = [bundle.joined(), *(_MODULE_LINES.sub("", text) for text in (store, host))]
    return "(() => {\n" + "\n".join(parts) + "\n})();\n"


@cache
def version(name: str) -> str:
    """Changes when the file does, so that no browser mixes an old file with a new page."""
    return sha256(files()[name].encode()).hexdigest()[:8]


def copy(static: Path) -> None:
    """Write all files into the ``_static`` folder of a built book."""
    for name, content in files().items():
        (static / name).write_text(content, encoding="utf-8")
