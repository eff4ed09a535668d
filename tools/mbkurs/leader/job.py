"""Long work in a process of its own, so that the page stays quick and no tab has to stay open.

``python -m mbkurs.leader.job`` reads one line of JSON, does what ``course.py grade`` does, by the same
functions, and writes a line of JSON for each step. It stops between two trainees when its input ends: when
the leader presses "Stop", and when the page's server is gone.
"""

import json
import sys
import threading
import traceback
from pathlib import Path

from mbkurs.grading.grade import GradeError, give_back, grade


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
    asked = json.loads(sys.stdin.readline())
    telling = Telling(out, threading.Event())
    threading.Thread(target=_until_told, args=(telling.stop,), daemon=True).start()
    try:
        telling.tell(result=DO[asked["kind"]](asked, telling))
    except Stopped:
        telling.tell(stopped=True)
    except GradeError:
        traceback.print_exc()
        telling.tell(trouble="not-ready")
    except OSError as error:
        traceback.print_exc()
        telling.tell(trouble="os", errno=error.errno, winerror=getattr(error, "winerror", None))


def _until_told(stop: threading.Event) -> None:
    sys.stdin.read()
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


DO = {"grade": _grade, "back": _back}

if __name__ == "__main__":
    main()
