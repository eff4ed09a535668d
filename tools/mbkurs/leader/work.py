"""The one piece of long work that may be going on: started once, watched by every tab, stopped on request."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path


class Work:
    """``state`` is what the page asks for while it runs; ``last`` what came of it, until the next."""

    def __init__(self, log: Path):
        self.log = log
        self.lock = threading.Lock()
        self.process: subprocess.Popen | None = None
        self.state: dict = {}
        self.last: dict | None = None

    @property
    def running(self) -> bool:
        return bool(self.state)

    def start(self, kind: str, assignment: str, **asked) -> bool:
        """Begins, unless something is going on already; returns whether it began."""
        with self.lock:
            if self.running:
                return False
            self.log.parent.mkdir(parents=True, exist_ok=True)
            with self.log.open("a", encoding="utf-8") as log:
                self.process = subprocess.Popen(
                    [sys.executable, "-m", "mbkurs.leader.job"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    env=os.environ | {"PYTHONUTF8": "1"},
                    encoding="utf-8",
                )
            self.state = {"kind": kind, "assignment": assignment, "done": 0, "total": 0}
            self.state |= {"waiting": False, "stopping": False}
            self.last = None
            self.process.stdin.write(json.dumps({"kind": kind, "assignment": assignment} | asked) + "\n")
            self.process.stdin.flush()
        threading.Thread(target=self._follow, args=(self.process, kind, assignment), daemon=True).start()
        return True

    def stop(self) -> None:
        """Asks it to stop after the trainee it is at."""
        with self.lock:
            if self.running and not self.state["stopping"]:
                self.state["stopping"] = True
                self.process.stdin.close()

    def _follow(self, process: subprocess.Popen, kind: str, assignment: str) -> None:
        last = {"trouble": "broke"}  # where it ends without a word
        for line in process.stdout:
            message = json.loads(line)
            if {"done", "waiting"} & message.keys():
                with self.lock:
                    self.state |= message
            else:
                last = message
        process.wait()
        with self.lock:
            self.last = {"kind": kind, "assignment": assignment} | last
            self.state = {}
