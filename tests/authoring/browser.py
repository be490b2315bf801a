"""A real headless Chromium, spoken to through its debugging pipe: no driver, no port, no network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WHY_NOT = "there is no Chromium on this machine"

_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,800", "--remote-debugging-pipe"),
    # Of its own accord it is to ask the network for nothing.
    *("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)


class Page:
    """One page of a running browser."""

    def __init__(self, to: int, from_: int) -> None:
        self._to, self._from = to, from_
        self._rest = b""
        self._asked = 0
        self._session = ""
        self.requested: list[str] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self._ask(f"{domain}.enable")

    def open(self, file: Path) -> None:
        """Show a file, and wait until its script has run."""
        self._ask("Page.navigate", url=file.as_uri())
        ready = f"location.href === {json.dumps(file.as_uri())} && document.documentElement?.dataset.ready"
        self.run(f"new Promise(done => {{ const ask = () => {ready} ? done() : setTimeout(ask, 20); ask(); }})")

    def run(self, script: str) -> Any:  # noqa: ANN401  # whatever the page answers
        """What an expression gives in the page."""
        answer = self._ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self._ask("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """Press a key."""
        named = {"key": key, "text": key} if len(key) == 1 else {"key": key}
        self._ask("Input.dispatchKeyEvent", type="keyDown", **named)
        self._ask("Input.dispatchKeyEvent", type="keyUp", key=key)

    def mouse(self, kind: str, x: float, y: float, **more: object) -> None:
        """Move, press, release or turn the wheel at a point of the window."""
        self._ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def in_the_dark(self) -> None:
        """Prefer dark colours, as a system may."""
        self._ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])

    def _ask(self, method: str, **params: object) -> dict[str, Any]:
        self._asked += 1
        message: dict[str, object] = {"id": self._asked, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("method") == "Network.requestWillBeSent":
                self.requested.append(heard["params"]["request"]["url"])
            if heard.get("id") == self._asked:
                assert "error" not in heard, heard["error"]
                return dict(heard["result"])

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            read = os.read(self._from, 1 << 16)
            assert read, "the browser has ended"
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A browser with a profile of its own in a folder, and a page in it."""
    import fcntl  # not on Windows

    assert PROGRAM
    heard_by_it, to = os.pipe()
    from_, said_by_it = os.pipe()
    # The browser listens on descriptor 3 and answers on 4, whatever numbers they have here.
    moved = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (heard_by_it, said_by_it)]
    script = f"import os, sys; os.dup2({moved[0]}, 3); os.dup2({moved[1]}, 4); os.execv(sys.argv[1], sys.argv[1:])"
    command = [sys.executable, "-c", script, PROGRAM, *_OPTIONS, f"--user-data-dir={folder}"]
    process = subprocess.Popen(command, pass_fds=moved, stderr=subprocess.DEVNULL)
    for end in moved:
        os.close(end)
    os.close(heard_by_it)
    os.close(said_by_it)
    try:
        yield Page(to, from_)
    finally:
        process.kill()
        process.wait()
        os.close(to)
        os.close(from_)
