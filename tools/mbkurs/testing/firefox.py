"""Finds Firefox, installs it where apt can, and drives it over WebDriver BiDi with no driver in between.

Firefox speaks the protocol (https://w3c.github.io/webdriver-bidi/) itself when it is started with a port.
Playwright's own way to do so asks Debian's Firefox for commands that it does not have, and geckodriver is in
no package registry that has the program itself. What one journey needs is small.
"""

import json
import os
import re
import shutil
import subprocess
from contextlib import suppress
from tempfile import TemporaryDirectory

import websocket

from mbkurs.testing import apt

NAMES = ("firefox-esr", "firefox")
SECONDS = 30  # how long an answer may take on a busy machine
# Code points of keys that write nothing: https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {"Tab": "\ue004", "Enter": "\ue006", "ArrowRight": "\ue014", "ArrowDown": "\ue015"}


def find() -> str | None:
    """The path of Firefox; ``MBKURS_FIREFOX`` names another one."""
    named = os.environ.get("MBKURS_FIREFOX")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


def prepare(say: dict) -> None:
    """Install Debian's Firefox if there is none, said before it happens. Where that fails, tests say why."""
    if not find():
        apt.install(say["firefox-install"], "firefox-esr")


class Firefox:
    """One headless window with a profile of its own; a context manager. ``errors`` are those of its pages."""

    def __enter__(self) -> "Firefox":
        self.errors: list[str] = []
        self._sent = 0
        self._profile = TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        command = [find(), "--headless", "--no-remote", "--profile", self._profile.name]
        self._process = subprocess.Popen(
            [*command, "--remote-debugging-port", "0"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
        )  # fmt: skip
        self._socket = websocket.create_connection(
            f"{self._address()}/session", timeout=SECONDS, suppress_origin=True
        )
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        # Not the window that it starts with: that one never gets the focus, and keys press no button in it.
        self._window = self._ask("browsingContext.create", type="tab")["context"]
        return self

    def __exit__(self, *_) -> None:
        with suppress(OSError, websocket.WebSocketException):
            self._socket.close()
        self._process.terminate()
        self._process.communicate(timeout=SECONDS)
        self._profile.cleanup()

    def _address(self) -> str:
        """Firefox says on which port it listens. Raises ``RuntimeError`` if it ends without saying it."""
        said = []
        for line in self._process.stderr:
            said.append(line)
            if found := re.search(r"BiDi listening on (ws://\S+)", line):
                return found[1]
        raise RuntimeError("".join(said))

    def _ask(self, method: str, **params) -> dict:
        """Send a command and wait for its result. Raises ``RuntimeError`` with what Firefox objects to."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer["type"] == "event":
                self._note(answer)
            elif answer["id"] == self._sent:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['message']}")
                return answer["result"]

    def _note(self, event: dict) -> None:
        entry = event["params"]
        if event["method"] == "log.entryAdded" and entry["level"] == "error":
            self.errors.append(entry["text"])

    def open(self, url: str) -> None:
        """Open an address and wait until the page is loaded."""
        self._ask("browsingContext.navigate", context=self._window, url=url, wait="complete")

    def reload(self) -> None:
        """Load the page again."""
        self._ask("browsingContext.reload", context=self._window, wait="complete")

    def evaluate(self, expression: str):
        """The value of a JavaScript expression, or of the promise that it is, as far as JSON can carry it."""
        answer = self._ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})) ?? 'null')()",
            target={"context": self._window},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def until(self, condition: str) -> None:
        """Wait until a JavaScript condition holds. Raises ``TimeoutError``."""
        waiting = f"""new Promise((done) => {{
            const end = performance.now() + {SECONDS * 500};
            const look = () => {{
                if ({condition}) done(true);
                else if (performance.now() > end) done(false);
                else setTimeout(look, 20);
            }};
            look();
        }})"""
        if not self.evaluate(waiting):
            raise TimeoutError(condition)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: names in ``KEYS``, or what they write."""
        presses = [{"type": way, "value": KEYS.get(key, key)} for key in keys for way in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": presses}
        self._ask("input.performActions", context=self._window, actions=[keyboard])
