"""What the person who builds the book is told: every finding with its place and its remedy."""

import sys

from mbkurs.checks.finding import Finding
from mbkurs.words import words


def say(teller: str) -> dict:
    """The messages of the build in the language ``teller``."""
    return words(teller, "book")["build"]


def report(found: list[Finding], teller: str) -> None:
    """Print the findings and their number to the error stream."""
    for finding in found:
        where = f"{finding.file.as_posix()}: {finding.place}".removesuffix(": ")
        print(f"\n{where}\n  {finding.what}\n  → {finding.remedy}", file=sys.stderr)
    key = "failed-one" if len(found) == 1 else "failed-many"
    print("\n" + say(teller)[key].format(count=len(found)), file=sys.stderr)
