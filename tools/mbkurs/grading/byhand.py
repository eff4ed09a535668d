"""Formgrader until the leader presses Ctrl-C: quiet, and in the leader's language."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from mbkurs.grading.grade import by_hand

# Ctrl-C is for us alone: Jupyter would ask back, in English.
APART = {"creationflags": 0x200} if sys.platform == "win32" else {"start_new_session": True}


def mark_by_hand(course: Path, assignment: str, say: dict, command: list[str] | None = None) -> int:
    """Opens formgrader and stays until Ctrl-C; 1 if it did not start. ``command`` is for its options."""
    print(say["opening"], flush=True)
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    # A folder of its own: the page in it bears the server's number, and on Windows the program that an
    # environment's python.exe starts has another number than the one we started.
    own = tempfile.TemporaryDirectory(prefix="mb-", ignore_cleanup_errors=True)
    command, env = command or by_hand(course, assignment), os.environ | {"JUPYTER_RUNTIME_DIR": own.name}
    with own, subprocess.Popen(command, cwd=course, env=env, **quiet, **APART) as server:
        try:
            while server.poll() is None and not (pages := list(Path(own.name).glob("jpserver-*-open.html"))):
                _wait(server, 0.2)
            if server.poll() is None:
                print(say["address"].format(address=pages[0].as_uri()), flush=True)
                server.wait()
        except KeyboardInterrupt:
            server.terminate()
            print(say["closed"], flush=True)
            return 0
    print(say["not_opened"])
    return 1


def _wait(server: subprocess.Popen, seconds: float) -> None:
    try:
        server.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return
