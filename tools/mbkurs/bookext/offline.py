"""The worker that keeps the book for readers without a network: which files, and which edition they are."""

import json
from hashlib import sha256
from pathlib import Path

from sphinx.application import Sphinx

from mbkurs.bookext import assets
from mbkurs.places import BOOK

WORKER = "worker.js"  # beside the pages: a worker sees only what lies below it
_SOURCE = BOOK / "assets" / "offline" / WORKER
_NOT_READ = {WORKER, "objects.inv", ".buildinfo"}


def edition(html: str) -> str:
    """Changes when the text of a page does."""
    return sha256(html.encode()).hexdigest()[:12]


def write_worker(app: Sphinx, problem: Exception | None) -> None:
    """Sphinx' ``build-finished``, when all files are in place: the worker with their names."""
    if problem or app.builder.name != "html":
        return
    folder = Path(app.outdir)
    paths = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.name not in _NOT_READ]
    digest = sha256()
    for path in paths:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    names = json.dumps([_address(path.relative_to(folder)) for path in paths])
    head = f"const EDITION = {json.dumps(digest.hexdigest()[:12])};\nconst FILES = {names};\n"
    (folder / WORKER).write_text(head + _SOURCE.read_text(encoding="utf-8"), encoding="utf-8")


def _address(path: Path) -> str:
    """The address by which pages load the file: our own scripts and styles with their version."""
    own = path.parent.name == "_static" and path.name in assets.files()
    return f"{path.as_posix()}?v={assets.version(path.name)}" if own else path.as_posix()
