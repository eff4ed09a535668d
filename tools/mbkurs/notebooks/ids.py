"""Every exercise id the course has ever had, with its kind: answers are kept under it for good.

``modules/syllabus/exercise-ids.txt`` holds one ``id kind`` a line. ``clean`` adds to it and never takes away.
"""

from pathlib import Path

from mbkurs.notebooks import files
from mbkurs.places import SYLLABUS, languages

LEDGER = SYLLABUS / "exercise-ids.txt"


def known(ledger: Path = LEDGER) -> dict[str, str]:
    """Id → kind of every exercise that was ever there; empty where there is no ledger yet."""
    lines = ledger.read_text(encoding="utf-8").splitlines() if ledger.exists() else []
    return dict(line.split() for line in lines if line and not line.startswith("#"))


def remember(ledger: Path = LEDGER) -> list[str]:
    """Add the ids that are new in the course's notebooks to the ledger; returns them."""
    pages = [path for code in languages() for path in files.days(code) + files.assignments(code)]
    found = [
        item for path in pages for item in files.declarations(files.read(path)) if item.magic == "exercise"
    ]
    fresh = {item.id: item.kind for item in found if item.id not in known(ledger)}
    if fresh:
        with ledger.open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{name} {kind}\n" for name, kind in fresh.items())
    return list(fresh)
