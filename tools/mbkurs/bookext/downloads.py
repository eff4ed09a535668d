"""What a page offers to take along: the course as PDF and EPUB, and the workbook of the page's module."""

from mbkurs.bookext.navigation import day_of
from mbkurs.syllabus import load
from mbkurs.words import words

WHOLE = "MB-kurset"  # the file of the whole course, without suffix


def downloads(kinds: list[str], docname: str, language: str) -> list[dict[str, str]]:
    """Links as ``{file, text}``; ``file`` lies beside the language's front page.

    ``kinds`` are those made with this build, as ``--pdf`` and ``--epub``: without them nothing is offered.
    """
    say, found = words(language, "book")["downloads"], []
    day = day_of(docname)
    if day and "--pdf" in kinds:
        module = next(module for module in load().modules if module.number == day.module)
        text = say["workbook"].format(number=module.number)
        found.append({"file": f"{module.folder}.pdf", "text": text})
    for kind in ("pdf", "epub"):
        if f"--{kind}" in kinds:
            found.append({"file": f"{WHOLE}.{kind}", "text": say[kind]})
    return found
