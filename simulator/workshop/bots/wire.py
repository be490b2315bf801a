"""A bot's line: one WebSocket that paints a screen, and that comes back after a loss as the page's does."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import aiohttp

from simulator.workshop.bots.figures import Figures
from simulator.workshop.bots.manner import Manner
from simulator.workshop.screen_reading import PaintedScreen

FIRST_WAIT, MOST_WAIT = 0.25, 4.0
"""Seconds before the first and before later attempts to come back; it doubles in between, and is spread by half."""

OPEN_SECONDS = 30.0


class LineLost(Exception):
    """The line is down now, or was since one last looked."""


class Wire:
    """The line of one seat. `run` holds it until the room ends it or `close` is called.

    `painted` is called with the time at each paint, `changed` is set at each paint and at whatever happens to the line.
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        nodes: Sequence[str],
        token: str,
        manner: Manner,
        figures: Figures,
        chance: Random,
        device: str = "bot",
    ) -> None:
        self.screen = PaintedScreen(manner.columns, manner.rows)
        self.changed = asyncio.Event()
        self.up = False
        self.ended = ""
        """Why the room let us go for good; empty while it has not."""
        self.said: list[str] = []
        self.painted: Callable[[float], None] = lambda _: None
        self._http, self._token, self._figures, self._chance = http, token, figures, chance
        self._nodes, self._device = list(nodes), device
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._lost_at: float | None = None
        self._attempts = 0
        self.began = 0.0
        """When the first connect was begun."""

    async def run(self) -> None:
        """Connect, paint, come back, until the room ends it. Cancel it to hang up."""
        self.began = time.perf_counter()
        while not self.ended:
            try:
                await self._once(self._nodes[self._attempts % len(self._nodes)])
            except (aiohttp.ClientError, OSError, TimeoutError) as error:
                if not self._attempts:
                    self._figures.errors.append(f"connect: {type(error).__name__} {error}"[:200])
            finally:
                self._down()
            if not self.ended:
                await asyncio.sleep(self._wait())

    async def press(self, keys: str) -> None:
        """Send keys. Raises LineLost if the line is down."""
        await self.send("keys", keys)

    async def send(self, *message: object) -> None:
        """Send one message. Raises LineLost if the line is down."""
        if not self.up or self._socket is None:
            raise LineLost
        try:
            await self._socket.send_str(json.dumps(message, ensure_ascii=False))
        except (aiohttp.ClientError, OSError) as error:
            raise LineLost from error

    def url(self, node: str) -> str:
        """Where the socket of a node is."""
        return f"{node}/ws/{self._token}".replace("http", "ws", 1)

    async def greet(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """The first words on a new socket."""
        size = {"cols": self.screen.columns, "rows": self.screen.rows, "device": self._device, "reader": False}
        await socket.send_str(json.dumps(["hello", size]))

    async def close(self) -> None:
        """Hang up for good."""
        self.ended = self.ended or "closed by the bot"
        if self._socket is not None:
            await self._socket.close()

    async def _once(self, node: str) -> None:
        connecting = self._http.ws_connect(
            self.url(node), max_msg_size=0, compress=0, timeout=aiohttp.ClientWSTimeout(ws_close=5)
        )
        socket = await asyncio.wait_for(connecting, OPEN_SECONDS)
        async with socket:
            self._socket = socket
            await self.greet(socket)
            self._figures.connects += 1
            self.screen = PaintedScreen(self.screen.columns, self.screen.rows)
            async for message in socket:
                if message.type == aiohttp.WSMsgType.BINARY:
                    self._paint(message.data)
                elif message.type == aiohttp.WSMsgType.TEXT:
                    await self._told(json.loads(message.data), socket)
                if self.ended:
                    break
            if socket.close_code == aiohttp.WSCloseCode.POLICY_VIOLATION:
                self._figures.errors.append(f"closed with 1008 {self.said[-1:]}")

    def _paint(self, data: bytes) -> None:
        now = time.perf_counter()
        self.up, self._attempts = True, 0
        if self._lost_at is not None:
            self._figures.returns.append(now - self._lost_at)
            self._lost_at = None
        self._figures.bytes_painted += len(data)
        self.screen.feed(data)
        self.painted(now)
        self.changed.set()

    async def _told(self, message: list[Any], socket: aiohttp.ClientWebSocketResponse) -> None:
        match message:
            case ["welcome", {"nodes": [*nodes]}]:
                self._nodes = [str(node) for node in nodes] or self._nodes
            case ["occupied", *_]:
                await socket.send_str('["take"]')
            case ["superseded" | "end" as why, *reason]:
                self.ended = " ".join([why, *map(str, reason)])
            case ["say" | "slow" | "title", str(text)]:
                self.said.append(text)
                del self.said[:-20]

    def _down(self) -> None:
        if self.up:
            self._figures.lost += not self.ended
            self._lost_at = time.perf_counter()
        self.up, self._socket = False, None
        self.changed.set()

    def _wait(self) -> float:
        seconds = min(MOST_WAIT, FIRST_WAIT * 2.0 ** min(10, self._attempts))
        self._attempts += 1
        return seconds * self._chance.uniform(0.5, 1.5)
