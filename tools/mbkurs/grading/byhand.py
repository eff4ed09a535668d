"""Formgrader until the leader presses Ctrl-C: quiet, and in the leader's language."""

import subprocess
import sys
from pathlib import Path

from jupyter_core.paths import jupyter_runtime_dir

from mbkurs.grading.grade import by_hand

# Ctrl-C is for us alone: Jupyter would ask back, in English.
APART = {"creationflags": 0x200} if sys.platform == "win32" else {"start_new_session": True}


def mark_by_hand(course: Path, assignment: str, say: dict, command: list[str] | None = None) -> int:
    """Opens formgrader and stays until Ctrl-C; 1 if it did not start. ``command`` is for its options."""
    print(say["opening"], flush=True)
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command or by_hand(course, assignment), cwd=course, **quiet, **APART) as server:
        try:
            page = Path(jupyter_runtime_dir()) / f"jpserver-{server.pid}-open.html"
            while server.poll() is None and not page.exists():
                _wait(server, 0.2)
            if server.poll() is None:
                print(say["address"].format(address=page.as_uri()), flush=True)
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
