"""The real yaml-language-server, over its protocol: what an author's editor would show.

Installed by npm into a temporary folder once a machine; where that cannot be, `installed` says why.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import Any

VERSION = "1.25.0"
"""The newest that runs on Node.js 20."""

_FOLDER = Path(tempfile.gettempdir()) / f"podium-yaml-language-server-{VERSION}"
_PROGRAM = "node_modules/yaml-language-server/bin/yaml-language-server"
_WAIT = 60

Message = dict[str, Any]


class NotHere(Exception):
    """There is no language server on this machine, and none can be had; says why."""


def installed() -> Path:
    """The server's program. Raises NotHere."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise NotHere("Node.js and npm are not installed")
    if not (_FOLDER / _PROGRAM).exists():
        _install(npm)
    return _FOLDER / _PROGRAM


def _install(npm: str) -> None:
    fresh = tempfile.mkdtemp(dir=_FOLDER.parent)
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--prefix", fresh]
    command = [npm, "install", *options, f"yaml-language-server@{VERSION}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        if done.returncode:
            raise NotHere(f"npm cannot install yaml-language-server: {done.stderr[-200:]}")
        with contextlib.suppress(OSError):  # another process was quicker: one folder is as good as the other
            Path(fresh).rename(_FOLDER)
    except subprocess.TimeoutExpired:
        raise NotHere("npm took too long to install yaml-language-server") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


class LanguageServer:
    """A running server, asked one thing at a time."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._heard: Queue[Message] = Queue()
        self._asked = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._folder = folder
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self._send({"method": "initialized", "params": {}})
        settings = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})

    def open(self, name: str, text: str) -> list[tuple[int, str]]:
        """Open a document; its errors as (line, message), the first line being 1."""
        document = {"uri": self._uri(name), "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        told = self._hear(
            lambda heard: heard.get("method", "").endswith("publishDiagnostics") and self._is(heard, name)
        )
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in told["params"]["diagnostics"]]

    def completions(self, name: str, line: int, character: int) -> set[str]:
        """What is offered at a place of an open document (lines from 1, characters from 0)."""
        answer = self.ask("textDocument/completion", self._at(name, line, character))
        return {one["label"] for one in answer["items"]}

    def hover(self, name: str, line: int, character: int) -> str:
        """What is told of a place of an open document."""
        answer = self.ask("textDocument/hover", self._at(name, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def ask(self, method: str, params: Message) -> Any:  # noqa: ANN401  # whatever the server answers
        """The result of a request."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params})
        return self._hear(lambda heard: heard.get("id") == number and "result" in heard)["result"]

    def stop(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def _at(self, name: str, line: int, character: int) -> Message:
        return {"textDocument": {"uri": self._uri(name)}, "position": {"line": line - 1, "character": character}}

    def _is(self, heard: Message, name: str) -> bool:
        return bool(heard["params"]["uri"] == self._uri(name))

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _hear(self, wanted: Callable[[Message], bool]) -> Message:
        while True:
            heard = self._heard.get(timeout=_WAIT)
            if "id" in heard and "method" in heard:  # the server asks, too; it needs no more than an answer
                self._send({"id": heard["id"], "result": None})
            elif wanted(heard):
                return heard

    def _listen(self) -> None:
        source = self._process.stdout
        assert source
        while header := source.readline():
            while source.readline().strip():
                pass
            self._heard.put(json.loads(source.read(int(header.split(b":")[1]))))
