"""Admission: Apps boot a few at a time and in order, so that keys of those already playing do not wait for a crowd."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

AT_ONCE = 2
"""Apps that boot at the same time."""

EVERY = 1.0
"""Seconds between two tellings of the queue to those in it: a crowd is not told of every step."""


class Admission:
    """A queue that lets `at_once` in together."""

    def __init__(self, at_once: int = AT_ONCE, drained: Callable[[], None] = lambda: None) -> None:
        self._at_once = self._free = at_once
        self._drained = drained
        """Called whenever the last of those who waited has been let in."""
        self._waiting: dict[asyncio.Future[None], Callable[[int], None]] = {}
        self._told: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        """How many wait."""
        return len(self._waiting)

    @asynccontextmanager
    async def turn(self, told: Callable[[int], None]) -> AsyncIterator[None]:
        """Wait for one's turn, and hold it. `told` is called now and again with how many are before one."""
        await self._enter(told)
        try:
            yield
        finally:
            self._free += 1
            self._admit()
            if self._free == self._at_once and not self._waiting:
                self._drained()

    async def _enter(self, told: Callable[[int], None]) -> None:
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[mine] = told
        self._admit()
        self._tell_later()
        try:
            await mine
        except asyncio.CancelledError:
            if self._waiting.pop(mine, None) is None and not mine.cancelled():
                self._free += 1  # The turn had come in the very moment in which it was given up.
                self._admit()
            raise

    def _admit(self) -> None:
        while self._free and self._waiting:
            first = next(iter(self._waiting))
            del self._waiting[first]
            if not first.done():
                self._free -= 1
                first.set_result(None)

    def _tell_later(self) -> None:
        if self._waiting and self._told is None:
            self._told = asyncio.get_running_loop().call_later(EVERY, self._tell)

    def _tell(self) -> None:
        self._told = None
        for before, told in enumerate([*self._waiting.values()]):
            told(before)
        self._tell_later()
