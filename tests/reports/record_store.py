"""A learning record store on loopback that keeps to the specification, and fails as a test tells it to."""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulator.reports.lrs import StoreSettings

KEY, SECRET = "key", "sécret"


@dataclass
class Kept:
    """What a store has, and how it behaves: an act for each of the first requests, then as it should.

    `kept` are the statements by id, each taken once; `arrived` how many came in whole, repeats counted.
    """

    acts: list[Callable[[Handler], bool]] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    arrived: int = 0
    refused: set[str] = field(default_factory=set)
    ended: threading.Event = field(default_factory=threading.Event)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    kept: Kept

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  # the base's own types
        """A client that hangs up is what these tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self._take()

    def do_PUT(self) -> None:
        self._take()

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def _take(self) -> None:
        kept = self.server.kept
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        kept.requests.append((self.command, self.path))
        if len(kept.requests) <= len(kept.acts) and kept.acts[len(kept.requests) - 1](self):
            return
        self.answer(self.keep())

    def keep(self) -> int:
        """Keep what was sent, all or nothing, and the status to answer with."""
        kept = self.server.kept
        said = base64.b64decode(self.headers["Authorization"].removeprefix("Basic ")).decode()
        if said != f"{KEY}:{SECRET}":
            return 401
        if self.headers["X-Experience-API-Version"] != "1.0.3":
            return 400
        statements = self.body if isinstance(self.body, list) else [self.body]
        if self.command == "PUT":
            (asked,) = parse_qs(urlsplit(self.path).query)["statementId"]
            assert asked == self.body["id"]
        if any(one["id"] in kept.refused for one in statements):
            return 400
        if any(kept.kept.get(one["id"], one) != one for one in statements):
            return 409
        for one in statements:
            kept.arrived += 1
            if one["id"] not in kept.kept:
                kept.kept[one["id"]] = one
                kept.order.append(one["id"])
        return 200 if self.command == "POST" else 204

    def answer(self, status: int, said: str = "", **heads: str) -> None:
        body = said.encode("utf-8", "surrogateescape")
        self.send_response(status)
        for name, value in heads.items():
            self.send_header(name.replace("_", "-"), value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)


Act = Callable[[Handler], bool]


def status(number: int, said: str = "", **heads: str) -> Act:
    """Take nothing, and answer so."""

    def act(handler: Handler) -> bool:
        handler.answer(number, said, **heads)
        return True

    return act


def hangs_up(*, keeps: bool) -> Act:
    """Break the connection off, with or without having kept what was sent."""

    def act(handler: Handler) -> bool:
        if keeps:
            handler.keep()
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        handler.connection.close()
        handler.close_connection = True
        return True

    return act


def says_nothing(handler: Handler) -> bool:
    """Keep what was sent, and never answer."""
    handler.keep()
    handler.server.kept.ended.wait(20)
    return True


def as_it_should(_: Handler) -> bool:
    return False


@contextmanager
def keeping(*acts: Act) -> Iterator[tuple[StoreSettings, Kept]]:
    """A store that behaves so, its settings, and what it has."""
    server = Server(("127.0.0.1", 0), Handler)
    server.kept = Kept(list(acts))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield StoreSettings(f"http://127.0.0.1:{server.server_address[1]}/xapi/statements", KEY, SECRET), server.kept
    finally:
        server.kept.ended.set()
        server.shutdown()
        server.server_close()
