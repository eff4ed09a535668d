"""Drives WebKit, the engine of Safari, over WebDriver: Debian's ``webkit2gtk-driver``, a screen of ``xvfb``.

It is WebKit for GTK, not Safari: the same engine for pages, other shortcuts and voices. Nothing installs it;
the journey runs where somebody has: ``apt-get install webkit2gtk-driver xvfb``.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from mbkurs.testing.firefox import KEYS, SECONDS

# Errors after the page's scripts have begun; what is wrong before shows in what the page then cannot do.
_WATCH = "globalThis.wrong ??= (addEventListener('error', (event) => wrong.push(event.message)), []);"


def find() -> str | None:
    """The path of WebKit's small browser, where its driver and a screen for it are there as well."""
    tools = shutil.which("WebKitWebDriver") and shutil.which("xvfb-run")
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return str(browsers[-1]) if tools and browsers else None


class WebKit:
    """One window with a profile of its own; a context manager with the methods of ``firefox.Firefox``."""

    def __enter__(self) -> "WebKit":
        self.errors: list[str] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._url = f"http://127.0.0.1:{free.getsockname()[1]}/session"
        # A group of its own, so that screen, driver and browser end together. Containers refuse the sandbox.
        self._process = subprocess.Popen(
            ["xvfb-run", "-a", "WebKitWebDriver", f"--port={self._url.split(':')[2].split('/')[0]}"],
            env=os.environ | {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        options = {"webkitgtk:browserOptions": {"binary": find(), "args": ["--automation"]}}
        session = self._begin({"capabilities": {"alwaysMatch": options}})
        self._url += f"/{session['sessionId']}"
        return self

    def _begin(self, wanted: dict) -> dict:
        """Ask for a session until the driver answers. Raises ``OSError`` if it does not."""
        end = time.monotonic() + SECONDS
        while True:
            try:
                return self._ask("", wanted)
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def __exit__(self, *_) -> None:
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(SECONDS)

    def _ask(self, path: str, body: dict):
        """Send a command and return its value. Raises ``RuntimeError`` with what WebKit objects to."""
        kind = {"Content-Type": "application/json"}
        request = Request(self._url + path, json.dumps(body).encode(), kind, method="POST")
        try:
            with urlopen(request, timeout=SECONDS) as response:
                return json.load(response)["value"]
        except HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from error

    def open(self, url: str) -> None:
        """Open an address and wait until the page is loaded."""
        self._ask("/url", {"url": url})
        self.evaluate(f"(() => {{ {_WATCH} }})()")

    def reload(self) -> None:
        """Load the page again."""
        self.errors += self.evaluate("globalThis.wrong ?? []")
        self._ask("/refresh", {})
        self.evaluate(f"(() => {{ {_WATCH} }})()")

    def evaluate(self, expression: str):
        """The value of a JavaScript expression, as far as JSON can carry it."""
        return self._ask("/execute/sync", {"script": f"return ({expression}) ?? null", "args": []})

    def until(self, condition: str) -> None:
        """Wait until a JavaScript condition holds. Raises ``TimeoutError``."""
        end = time.monotonic() + SECONDS / 2
        while not self.evaluate(f"Boolean({condition})"):
            if time.monotonic() > end:
                raise TimeoutError(condition)
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: names in ``KEYS``, or what they write."""
        presses = [
            {"type": way, "value": KEYS.get(key, letter)}
            for key in keys
            for letter in ([key] if key in KEYS else key)
            for way in ("keyDown", "keyUp")
        ]
        keyboard = {"type": "key", "id": "keyboard", "actions": presses}
        self._ask("/actions", {"actions": [keyboard]})
