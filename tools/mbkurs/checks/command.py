"""``python3 course.py check``: prints every finding per file with its remedy; status 1 if there is any."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project, project_at
from mbkurs.checks.rules import RULES
from mbkurs.language import system_language
from mbkurs.places import ROOT
from mbkurs.syllabus.whole import make_sure
from mbkurs.words import words


def findings(project: Project, language: str) -> list[Finding]:
    """What all rules find, by file, each file's findings in the order of the rules."""
    tell = Teller(language)
    found = [finding for rule in RULES for finding in rule(project, tell)]
    return sorted(found, key=lambda finding: str(finding.file))


def run(arguments: list[str]) -> int:
    """Check everything, or only what lies below the paths given; 0, 1 for findings, 2 for an unknown path."""
    language = system_language(arguments)
    below = [Path(argument).resolve() for argument in _paths(arguments)]
    # A misspelt path holds nothing, and "no findings" would be a false comfort.
    if missing := [str(path) for path in below if not path.exists()]:
        print(words(language, "checks")["no-path"].format(paths=", ".join(missing)))
        return 2
    make_sure()
    project = project_at(ROOT)
    found = findings(project, language)
    if below:
        found = [finding for finding in found if any(finding.file.is_relative_to(path) for path in below)]
    report(found, project, language, Console(soft_wrap=True, highlight=False))
    return 1 if found else 0


def _paths(arguments: list[str]) -> Iterator[str]:
    previous = ""
    for argument in arguments:
        if argument != "--language" and previous != "--language":
            yield argument
        previous = argument


def report(found: list[Finding], project: Project, language: str, console: Console) -> None:
    """Print findings grouped by file, then how many there are and how much is still to be written."""
    say = words(language, "checks")
    for file, group in groupby(found, key=lambda finding: finding.file):
        name = file.relative_to(project.root) if file.is_relative_to(project.root) else file
        console.print(Text(str(name), style="bold"))
        for finding in group:
            console.print(Text.assemble("  ", (finding.place, "cyan"), f"  {finding.what}"))
            console.print(Text(f"      → {finding.remedy}", style="dim"))
    console.print(say["none"] if not found else say["some"].format(count=len(found)))
    if project.course:
        missing = sum(day.minutes for day in project.course.days if not project.written(day))
        if missing:
            total = project.course.minutes / 60
            console.print(say["unwritten"].format(hours=f"{missing / 60:g}", total=f"{total:g}"))
