"""Long work in a process of its own, so that the page stays quick and no tab has to stay open.

``python -m mbkurs.leader.job`` reads one line of JSON and does what ``course.py grade``, ``backup`` and
``restore`` do, by the same functions; it writes a line of JSON for each step. It stops between two trainees
when its input ends: when the leader presses "Stop", and when the page's server is gone.
"""

import json
import os
import sys
import threading
import traceback
from pathlib import Path

from mbkurs.grading.backup import backup
from mbkurs.grading.grade import GradeError, give_back, grade
from mbkurs.grading.restore import NoBackup, restore


class Stopped(Exception):
    """The leader asked for it."""


class Telling:
    """Tells how far the work has come; ``out`` takes lines."""

    def __init__(self, out, stop: threading.Event):
        self.out, self.stop = out, stop

    def tell(self, **message) -> None:
        print(json.dumps(message), file=self.out, flush=True)

    def waiting(self) -> None:
        """Another leader is at it."""
        self.tell(waiting=True)

    def progress(self, them: list[str]):
        """For grading's functions: gives one trainee after the other."""
        them = list(them)
        for done, who in enumerate(them):
            self.tell(done=done, total=len(them), waiting=False)
            if self.stop.is_set():
                raise Stopped
            yield who
        self.tell(done=len(them), total=len(them))


def main() -> None:
    out, sys.stdout = sys.stdout, sys.stderr  # what libraries print is no message of ours
    told = own_input()
    asked = json.loads(told.readline())
    telling = Telling(out, threading.Event())
    threading.Thread(target=_until_told, args=(told, telling.stop), daemon=True).start()
    try:
        telling.tell(result=DO[asked["kind"]](asked, telling))
    except Stopped:
        telling.tell(stopped=True)
    except GradeError:
        traceback.print_exc()
        telling.tell(trouble="not-ready")
    except NoBackup:
        telling.tell(trouble="no-backup")
    except OSError as error:
        traceback.print_exc()
        telling.tell(trouble="os", errno=error.errno, winerror=getattr(error, "winerror", None))


def own_input():
    """What the page tells us, kept from the programs that nbgrader starts: they find an empty input.

    On Windows a program does not begin while another one waits to read from the input it was given.
    """
    told = os.fdopen(os.dup(0), encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return told


def _until_told(told, stop: threading.Event) -> None:
    told.read()
    stop.set()


def _grade(asked: dict, telling: Telling) -> dict:
    """``{"graded": how many, "failed": [who]}``; ``rounds`` is ``[[course, assignment]]``."""
    reports = [
        grade(Path(course), assignment, telling.progress, waiting=telling.waiting)
        for course, assignment in asked["rounds"]
    ]
    for report in reports:
        for who, why in report.failed.items():
            print(f"not marked: {who}: {why}", file=sys.stderr)
    return {
        "graded": sum(len(report.graded) for report in reports),
        "failed": sorted(who for report in reports for who in report.failed),
    }


def _back(asked: dict, telling: Telling) -> dict:
    """``{"made": how many, "folders": [where]}``; ``who`` is ``{course: [trainee]}``."""
    made, folders = 0, []
    for course, them in asked["who"].items():
        folders.append(str(give_back(Path(course), asked["assignment"], telling.progress, only=set(them))))
        made += len(them)
    return {"made": made, "folders": folders}


def _keep(asked: dict, telling: Telling) -> dict:
    """``{"file": where the copy is}``; ``None`` where there is nothing to copy."""
    assignments = Path(asked["assignments"])
    made = backup(assignments, assignments / "backup", telling.waiting)
    return {"file": made and str(made)}


def _restore(asked: dict, telling: Telling) -> dict:
    """``{"kept": where the copy of what was there before is}``; the file that was sent is taken away."""
    file = Path(asked["file"])
    try:
        kept = restore(Path(asked["assignments"]), file, telling.waiting)
    finally:
        file.unlink()
    return {"kept": kept and str(kept)}


DO = {"grade": _grade, "back": _back, "keep": _keep, "restore": _restore}

if __name__ == "__main__":
    main()
