"""A stay in a place by one's own terminal: the browser's socket without a browser, put up again when it breaks."""

from __future__ import annotations

import asyncio
import json
import secrets
import ssl
from collections.abc import Iterator
from contextlib import suppress

import aiohttp

from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.workshop.serving import words
from simulator.workshop.serving.frames import KEYS_AT_MOST
from simulator.workshop.serving.lobby import lobby_screen
from simulator.workshop.serving.raw_tty import RawTerminal

FIRST_WAIT = 0.5
LONGEST_WAIT = 8.0
"""Seconds between two tries to reach the room; doubled each time."""

CONNECTED_WITHIN = 15.0
HEARTBEAT = 20.0

ALWAYS_LEAVES = "\x1c"
"""Ctrl+\\: leaves whatever the room does."""
LEAVES_WHEN_ALONE = ("\x03", "\x11", ALWAYS_LEAVES)
"""Ctrl+C and Ctrl+Q, while there is no room to take them."""

_LOST = template("The connection is lost; trying again. Nothing that you sent is lost.\nCtrl+C leaves.")
_OCCUPIED = template("This place is open on another device.\nT takes it over here; Ctrl+C leaves.")


class Attendance:
    """One stay in a place, over as many sockets as it takes."""

    def __init__(
        self, base: str, path: str, catalogue: Catalogue, terminal: RawTerminal, trust: ssl.SSLContext | bool = True
    ) -> None:
        self._nodes = [base]
        self._token = path.rsplit("/", 1)[-1]
        self._catalogue = catalogue
        self._terminal = terminal
        self._trust = trust
        self._device = secrets.token_hex(8)
        self._left = asyncio.Event()
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._is_occupied = False
        self._outgoing: asyncio.Queue[list[object]] = asyncio.Queue()

    async def attend(self) -> str:
        """Stay until the room ends it or it is left; the reason, in the reader's language."""
        self._terminal.listen(self._typed, self._resized, self._left.set)
        leaving = asyncio.create_task(self._left.wait())
        staying = asyncio.create_task(self._stay())
        try:
            await asyncio.wait([leaving, staying], return_when=asyncio.FIRST_COMPLETED)
            return staying.result() if staying.done() else ""
        finally:
            self._terminal.deafen()
            for task in (leaving, staying):
                task.cancel()
            await asyncio.gather(leaving, staying, return_exceptions=True)

    async def _stay(self) -> str:
        headers = {"Accept-Language": self._catalogue.tongue}
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECTED_WITHIN)
        async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
            for node, wait in self._tries():
                reason = await self._try(session, node)
                if reason is not None:
                    return reason
                self._show(_LOST)
                await asyncio.sleep(wait)
        raise AssertionError("there is always another try")

    def _tries(self) -> Iterator[tuple[str, float]]:
        """Every node in turn, for ever, with how long to wait after it; short again once there was a room."""
        wait, number = FIRST_WAIT, 0
        while True:
            self._was_here = False
            yield self._nodes[number % len(self._nodes)], wait
            wait = FIRST_WAIT if self._was_here else min(2 * wait, LONGEST_WAIT)
            number = 0 if self._was_here else number + 1

    async def _try(self, session: aiohttp.ClientSession, node: str) -> str | None:
        """Talk over one socket; the reason if that was the end, None if the line broke."""
        try:
            async with session.ws_connect(
                f"{node}/ws/{self._token}", heartbeat=HEARTBEAT, max_msg_size=0, ssl=self._trust
            ) as socket:
                self._socket = socket
                return await self._talk(socket)
        except (aiohttp.ClientError, OSError, TimeoutError):
            return None
        finally:
            self._socket = None
            self._is_occupied = False

    async def _talk(self, socket: aiohttp.ClientWebSocketResponse) -> str | None:
        self._outgoing = asyncio.Queue()
        columns, rows = self._terminal.size
        self._send("hello", {"cols": columns, "rows": rows, "device": self._device, "reader": False})
        writing = asyncio.create_task(self._write(socket))
        try:
            async for message in socket:
                reason = None
                if message.type is aiohttp.WSMsgType.BINARY:
                    self._terminal.write(message.data)
                elif message.type is aiohttp.WSMsgType.TEXT:
                    reason = self._told(message.data)
                if reason is not None:
                    return reason
            return None
        finally:
            writing.cancel()

    async def _write(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        with suppress(ConnectionError, RuntimeError):
            while True:
                await socket.send_str(json.dumps(await self._outgoing.get()))

    def _told(self, text: str) -> str | None:
        match json.loads(text):
            case ["welcome", {"nodes": [*nodes]}]:
                self._was_here, self._is_occupied = True, False
                self._nodes = [*dict.fromkeys([self._nodes[0], *map(str, nodes)])]
            case ["occupied"]:
                self._is_occupied = True
                self._show(_OCCUPIED)
            case ["title", str(title)]:
                self._terminal.write(f"\x1b]2;{plain(title)}\x07".encode())
            case ["end", str(reason)]:
                return plain(reason)
            case ["superseded"]:
                return self._catalogue.say(words.SUPERSEDED)
        return None

    def _send(self, kind: str, *rest: object) -> None:
        self._outgoing.put_nowait([kind, *rest])

    def _show(self, text: str) -> None:
        self._terminal.write(lobby_screen(self._catalogue.say(text), self._terminal.size).encode())

    def _typed(self, text: str) -> None:
        is_alone = self._socket is None or self._is_occupied
        if ALWAYS_LEAVES in text or (is_alone and any(key in text for key in LEAVES_WHEN_ALONE)):
            self._left.set()
        elif self._is_occupied and "t" in text.lower():
            self._send("take")
        elif not is_alone:
            for start in range(0, len(text), KEYS_AT_MOST):
                self._send("keys", text[start : start + KEYS_AT_MOST])

    def _resized(self) -> None:
        columns, rows = self._terminal.size
        if self._socket is not None:
            self._send("size", {"cols": columns, "rows": rows})
