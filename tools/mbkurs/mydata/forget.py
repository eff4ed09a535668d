"""``python3 course.py forget``: deletes what a trainee has written, after asking."""

from pathlib import Path

from mbkurs.answers.places import home
from mbkurs.language import system_language
from mbkurs.mydata.export import sheets
from mbkurs.words import words


def everything() -> list[Path]:
    """All files in the folder that hold a trainee's words: sheets, those set aside, locks, exports."""
    beside = [path for sheet in sheets() for path in sheet.parent.glob("answers*") if path.is_file()]
    return sorted({*beside, *home().glob("answers*.json"), *home().glob("mb-*.html")})


def run(arguments: list[str]) -> int:
    """Ask, then delete; anything but the word asked for keeps everything."""
    say = words(system_language(arguments), "mydata")
    found = everything()
    if not found:
        print(say["nothing"])
        return 0
    print(say["forget"].format(count=len(found), folder=home(), word=say["word"]))
    try:
        answer = input("> ")
    except EOFError:
        answer = ""
    if answer.strip().lower() != say["word"]:
        print(say["kept"])
        return 1
    for path in found:
        path.unlink()
    print(say["gone"])
    return 0
