"""A Firefox of this machine, told what to do through Marionette, the protocol that it speaks by itself.

Playwright drives only a Firefox of its own making. Messages are JSON with their length before them: ``[0, number,
command, parameters]`` is answered by ``[1, number, error, result]``.
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
STARTS_WITHIN_SECONDS = 60
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015"}  # as WebDriver numbers them
PREFERENCES = {
    "marionette.port": 0,  # any that is free; Firefox writes it into its profile
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "ui.prefersReducedMotion": 1,
}


def found() -> str | None:
    """Where Firefox is; none where it is not installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """A running Firefox with one window; a context manager that ends it."""

    def __init__(self, program: str, profile: Path) -> None:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        order = [program, "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(profile)]
        self._process = subprocess.Popen(order, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._number = 0
        try:
            self._line = socket.create_connection(("127.0.0.1", self._port(profile)), timeout=STARTS_WITHIN_SECONDS)
            self._received()  # who it is
            self.tell("WebDriver:NewSession", {})
        except BaseException:
            self._process.kill()
            raise

    def __enter__(self) -> Firefox:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._process.terminate()
        self._process.wait(timeout=30)

    def tell(self, command: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever the command answers
        """Give a command of WebDriver and wait for what it answers."""
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._line.sendall(f"{len(message)}:".encode() + message)
        _, _, error, result = self._received()
        assert error is None, f"{command}: {error}"
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def go(self, address: str) -> None:
        """Open a page and wait until it has loaded."""
        self.tell("WebDriver:Navigate", {"url": address})

    def ask(self, script: str) -> Any:  # noqa: ANN401 - whatever the script returns
        """What a script returns in the page."""
        return self.tell("WebDriver:ExecuteScript", {"script": script, "args": []})

    def wait_for(self, script: str, seconds: float = 20) -> Any:  # noqa: ANN401 - whatever the script returns
        """The first thing that a script returns and that counts as true."""
        until = time.monotonic() + seconds
        while not (answer := self.ask(script)):
            assert time.monotonic() < until, f"waited {seconds} seconds for: {script}"
            time.sleep(0.05)
        return answer

    def resize(self, width: int, height: int) -> None:
        """Give the window a size, its own frame included."""
        self.tell("WebDriver:SetWindowRect", {"width": width, "height": height})

    def point_at(self, selector: str) -> None:
        """Move the pointer from elsewhere onto the first element that a selector finds: one that rests says nothing."""
        self._move({"type": "pointerMove", "duration": 0, "origin": "viewport", "x": 1, "y": 1})
        self._point(selector)

    def move_on_to(self, selector: str) -> None:
        """Move the pointer from where it rests onto the first element that a selector finds."""
        self._point(selector)

    def click(self, selector: str) -> None:
        """Move the pointer onto the first element that a selector finds, and press."""
        self._point(selector, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def press(self, *keys: str) -> None:
        """Press and release each key: letters, or the names of ``KEYS``."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self.tell("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def print(self) -> bytes:
        """The page on paper, as PDF."""
        return base64.b64decode(self.tell("WebDriver:Print", {}))

    def _point(self, selector: str, *then: dict[str, Any]) -> None:
        element = self.tell("WebDriver:FindElement", {"using": "css selector", "value": selector})
        move = {"type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0}
        self._move(move, *then)

    def _move(self, *actions: dict[str, Any]) -> None:
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": list(actions)}
        self.tell("WebDriver:PerformActions", {"actions": [pointer]})

    def complaints(self) -> list[str]:
        """Errors and warnings of pages since the last time, from the browser's own console."""
        self.tell("Marionette:SetContext", {"value": "chrome"})
        said: list[str] = self.ask(
            "const said = Services.console.getMessageArray().filter(one => one instanceof Ci.nsIScriptError"
            " && /^(file|http):/.test(one.sourceName) && !(one.flags & Ci.nsIScriptError.warningFlag));"
            "Services.console.reset(); return said.map(one => `${one.sourceName}: ${one.errorMessage}`)"
        )
        self.tell("Marionette:SetContext", {"value": "content"})
        return said

    def _port(self, profile: Path) -> int:
        until = time.monotonic() + STARTS_WITHIN_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            written = profile / "MarionetteActivePort"
            if written.is_file() and written.read_text().strip():
                return int(written.read_text())
            time.sleep(0.1)
        raise TimeoutError("Firefox did not say where it listens")

    def _received(self) -> Any:  # noqa: ANN401 - what Firefox says
        length = b""
        while not length.endswith(b":"):
            length += self._line.recv(1)
        content = b""
        while len(content) < int(length[:-1]):
            content += self._line.recv(int(length[:-1]) - len(content))
        return json.loads(content)
