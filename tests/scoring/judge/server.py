"""A judge's server on loopback that does what a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from simulator.scoring.judge.settings import JudgeSettings

MODEL = "little/model:7b"


@dataclass
class Told:
    """How the server behaves: one act a request, the last for all that follow. What it was asked, in order."""

    acts: list[Callable[[Handler], None]]
    asked: list[dict[str, Any]] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    told: Told

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  # the base's own types
        """A client that hangs up is what these tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        told = self.server.told
        told.heads.append(dict(self.headers))
        told.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        told.acts[min(len(told.asked), len(told.acts)) - 1](self)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def give(self, body: bytes, status: int = 200, kind: str = "application/json", **heads: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in heads.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        """Reset the connection."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        self.connection.close()
        self.close_connection = True


Act = Callable[[Handler], None]


@contextmanager
def judging(*acts: Act) -> Iterator[tuple[JudgeSettings, Told]]:
    """A server that behaves so, its settings, and what it hears."""
    server = Server(("127.0.0.1", 0), Handler)
    server.told = Told(list(acts))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        address = f"http://127.0.0.1:{server.server_address[1]}/v1/chat/completions"
        yield JudgeSettings(address, MODEL), server.told
    finally:
        server.told.ended.set()
        server.shutdown()
        server.server_close()


def envelope(content: object) -> bytes:
    """A reply as such servers give it."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def says(content: object) -> Act:
    """Reply with this text, or with this object as JSON."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    return lambda handler: handler.give(envelope(text))


def status(number: int, **heads: str) -> Act:
    return lambda handler: handler.give(b"{}", number, **heads)


def verdict(levels: dict[str, int], quotes: list[str], flags: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """A verdict with the same quotes for every skill."""
    skills = [
        {"skill": skill, "quotes": quotes, "reason": f"because of {skill}", "level": level}
        for skill, level in levels.items()
    ]
    return {"skills": skills, "flags": flags or []}
