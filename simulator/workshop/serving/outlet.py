"""What still has to be sent to one browser: a queue with one writer, which a slow reader cannot fill for ever."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Protocol

HIGH_WATER = 512 * 1024
"""Bytes queued from which on paints are dropped: the reader is behind."""

GOING_AWAY = 1001
VIOLATION = 1008
FINISHED = 1000


class Wire(Protocol):
    """The sending half of a WebSocket, as aiohttp has it. Sending awaits until the transport takes more."""

    async def send_bytes(self, data: bytes) -> None: ...

    async def send_str(self, data: str) -> None: ...

    async def close(self, *, code: int = FINISHED, message: bytes = b"") -> object: ...


class Closing:
    """The last item of a queue: with what the socket is closed."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        # A close frame holds 123 bytes of reason.
        self.reason = reason.encode("utf-8", "replace")[:120].decode("utf-8", "ignore").encode()


class Outlet:
    """The way to one browser; lives as long as its socket."""

    def __init__(self, wire: Wire, drained: Callable[[], None] = lambda: None) -> None:
        self.drained = drained
        """Called whenever everything queued has been sent."""
        self.queued = 0
        """Bytes that were not handed to the transport yet."""
        self._wire = wire
        self._queue: asyncio.Queue[bytes | str | Closing] = asyncio.Queue()
        self._is_closing = False

    @property
    def behind(self) -> bool:
        """Whether the reader is so far behind that paints are better dropped."""
        return self._is_closing or self.queued > HIGH_WATER

    def paint(self, data: bytes) -> None:
        """Output of the terminal: a binary frame."""
        self._put(data)

    def tell(self, kind: str, *rest: object) -> None:
        """A message of the protocol: a text frame. Nothing is told to who has let twice the high water pile up."""
        if self.queued <= 2 * HIGH_WATER:
            self._put(json.dumps([kind, *rest]))

    def close(self, code: int = FINISHED, reason: str = "") -> None:
        """Close the socket once everything before is sent; nothing is taken after this."""
        if not self._is_closing:
            self._queue.put_nowait(Closing(code, reason))
        self._is_closing = True

    def _put(self, item: bytes | str) -> None:
        if not self._is_closing:
            self.queued += len(item)
            self._queue.put_nowait(item)

    async def write_all(self) -> None:
        """Send what is queued until the socket is closed or lost; run as the socket's one writer."""
        try:
            while not isinstance(item := await self._queue.get(), Closing):
                await (self._wire.send_bytes(item) if isinstance(item, bytes) else self._wire.send_str(item))
                self.queued -= len(item)
                if not self.queued:
                    self.drained()
            await self._wire.close(code=item.code, message=item.reason)
        except (ConnectionError, RuntimeError):
            self._is_closing = True  # The browser is gone; whoever reads from the socket learns it, too.
