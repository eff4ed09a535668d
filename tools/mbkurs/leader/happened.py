"""What the leader is told after a click: the click's own words, and what came of the long work."""

import errno
from pathlib import Path

from mbkurs.labui.trouble import is_full
from mbkurs.leader.desk import Desk, Notice
from mbkurs.leader.incoming import Incoming
from mbkurs.words import words


def happened(desk: Desk, language: str) -> Notice:
    """The notice of the last click with the outcome of the work that it began."""
    say, last = words(language, "leader"), desk.work.last or {}
    found = Notice(list(desk.notice.lines), list(desk.notice.troubles), list(desk.notice.folders))
    if desk.work.running:
        found.troubles += [say["done"]["busy"]] if desk.busy else []
    elif last.get("stopped"):
        found.lines.append(say["done"]["stopped"])
    elif "trouble" in last:
        found.troubles.append(_trouble(last, say["trouble"], desk))
    elif last:
        OUTCOMES[last["kind"]](last["result"], found, language)
    return found


def _graded(result: dict, found: Notice, language: str) -> None:
    say = words(language, "leader")["done"]
    found.lines.append(_count("graded", result["graded"], say))
    found.troubles += [say["failed"].format(name=who) for who in result["failed"]]


def _given_back(result: dict, found: Notice, language: str) -> None:
    say = words(language, "leader")["done"]
    found.lines.append(_count("back", result["made"], say, folder=" · ".join(result["folders"])))
    found.lines.append(say["back-next"])
    found.folders += result["folders"]


def _kept(result: dict, found: Notice, language: str) -> None:
    say = words(language, "grading")["backup"]
    if result["file"]:
        found.lines.append(say["made"].format(file=result["file"]))
        found.folders.append(str(Path(result["file"]).parent))
    else:
        found.lines.append(say["nothing"])


def _restored(result: dict, found: Notice, language: str) -> None:
    found.lines.append(words(language, "leader")["done"]["restored"])
    if result["kept"]:
        found.lines.append(words(language, "grading")["backup"]["kept"].format(file=result["kept"]))


OUTCOMES = {"grade": _graded, "back": _given_back, "keep": _kept, "restore": _restored}


def arrived(incoming: list[Incoming], here: str, titles: dict[str, str], language: str) -> Notice:
    """Who was taken in, and which files were not and why; ``here`` is the assignment that is shown."""
    say = words(language, "leader")["done"]
    notice = Notice(troubles=[] if incoming else [say["none-chosen"]])
    for outcome in ("taken", "there", "older"):
        found = [each.taken for each in incoming if each.taken.outcome == outcome]
        for name in sorted({each.assignment for each in found}):
            listed = ", ".join(sorted({each.trainee for each in found if each.assignment == name}))
            if name != here:
                listed = say["elsewhere"].format(title=titles.get(name, name), names=listed)
            notice.lines.append(say[outcome].format(names=listed))
    notice.troubles += [
        say["refused"].format(file=each.name, reason=refusal(each.taken.reason, language))
        for each in incoming
        if each.taken.outcome == "refused"
    ]
    return notice


def refusal(code: str, language: str) -> str:
    """Why a file was not taken in; the page has its own words where the command's speak of commands."""
    own = words(language, "leader")["refusals"]
    return own.get(code) or words(language, "grading")["refusals"].get(code, "")


def unwritten(error: OSError, say: dict, desk: Desk) -> str:
    """The sentence for a disk that is full, or a folder that may not be written in."""
    return say["full"] if is_full(error) else say["unwritable"].format(folder=desk.assignments)


def _trouble(last: dict, say: dict, desk: Desk) -> str:
    if last["trouble"] == "os":
        error = OSError(last["errno"] or errno.EIO, "")
        error.winerror = last["winerror"]
        return unwritten(error, say, desk)
    return say[last["trouble"]].format(log=desk.log)


def _count(key: str, count: int, say: dict, **fields) -> str:
    one = "-none" if not count else "-one" if count == 1 else ""
    return say[key + one].format(count=count, **fields)
