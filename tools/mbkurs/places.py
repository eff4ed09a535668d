"""Where things are in the project, and which languages it has."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "modules"
SYLLABUS = MODULES / "syllabus"
DATA = MODULES / "data"
BOOK = ROOT / "book"
ASSIGNMENTS = ROOT / "assignments"
TOOLS = ROOT / "tools"
BUILD = ROOT / "_build"

WORDS = Path(__file__).resolve().parent / "words"


def languages() -> list[str]:
    """Codes of the course's languages, bokmål first: a folder under ``words/`` makes a language."""
    codes = sorted(p.name for p in WORDS.iterdir() if p.is_dir() and not p.name.startswith("_"))
    return sorted(codes, key=lambda code: code != "nb")
