"""``python3 course.py forget``: deletes what a trainee has written, after asking."""

from pathlib import Path

from mbkurs.answers.places import home, use_chosen_home
from mbkurs.language import system_language
from mbkurs.mydata.export import sheets
from mbkurs.words import words


def everything() -> list[Path]:
    """All files with a trainee's words: sheets, those set aside, exports, hand-ins, feedback on them."""
    beside = [path for sheet in sheets() for path in sheet.parent.glob("answers*")]
    patterns = ("answers*.json", "mb-*.html", "handed-in/*", "feedback/*")
    found = {*beside, *(path for pattern in patterns for path in home().glob(pattern))}
    return sorted(path for path in found if path.is_file())


def forget() -> None:
    """Delete all of it. Raises ``OSError`` for a file that cannot be deleted."""
    for path in everything():
        path.unlink()


def run(arguments: list[str]) -> int:
    """Ask, then delete; anything but the word asked for keeps everything."""
    say = words(system_language(arguments), "mydata")
    use_chosen_home()
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
    forget()
    print(say["gone"])
    return 0
