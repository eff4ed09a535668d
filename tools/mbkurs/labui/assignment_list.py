"""What the start page tells of assignments: where to open them, what was handed in, what came back."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from mbkurs.grading.preview import title
from mbkurs.language import nice_moment
from mbkurs.notebooks import files


def path(language: str, slug: str) -> str:
    """The working copy of an assignment, below JupyterLab's root."""
    return f"{language}/assignments/{slug}/{slug}.ipynb"


def listed(answers: Path, language: str, url) -> list[dict]:
    """Every assignment: title, where to open it and hand it in, what was handed in (newest first)."""
    found = []
    for notebook in files.assignments(language):
        slug = notebook.stem
        receipts = sorted((answers / "handed-in").glob(f"{slug}-*.html"), reverse=True)
        found.append(
            {
                "title": title(notebook),
                "open": url("doc/tree", path(language, slug)),
                "hand_in": f"{url('mbkurs/handin', slug)}?language={language}",
                "receipts": [_receipt(receipt, language, url) for receipt in receipts],
            }
        )
    return found


def feedback(answers: Path, url) -> list[dict]:
    """Feedback pages that the trainee has taken in, newest first."""
    pages = sorted((answers / "feedback").glob("*.html"), key=lambda page: page.stat().st_mtime, reverse=True)
    return [{"url": url("mbkurs/feedback", page.name), "name": _name(page)} for page in pages]


def _name(page: Path) -> str:
    """The page's own title, which names the assignment; the file is named after the trainee."""
    found = re.search(r"<title>([^<]+)</title>", page.read_text(encoding="utf-8", errors="replace")[:4000])
    return unescape(found[1]).strip() if found else page.stem


def _receipt(file: Path, language: str, url) -> dict:
    sent = f"{file.stem}.mbkurs.json"
    return {
        "url": url("mbkurs/feedback", file.name),
        "name": _moment(file.stem, language),
        "file": url("mbkurs/handed-in", sent),
    }


def _moment(stem: str, language: str) -> str:
    """``01-arriving-2026-11-22-101500-ab12cd``, which is in UTC, → "22. november 2026, 11:15" in Norway."""
    found = re.search(r"\d{4}-\d\d-\d\d-\d{6}", stem)
    if not found:
        return stem
    made = datetime.strptime(found[0], "%Y-%m-%d-%H%M%S").replace(tzinfo=UTC)
    return nice_moment(made, language)
