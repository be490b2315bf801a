"""How fast an App is given what was typed: at a hand's pace nothing waits; whoever floods it leaves half the time free.

All Apps of a node share one loop. A key that redraws everything keeps it busy for a tenth of a second, and a held-down
one would leave nothing to the others: so what follows is given only when it is on the screen, and as long again has
gone by.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App, ScreenStackError
from textual.message import Message
from textual.widgets import Input, TextArea

LETTER = 1 / 16
"""What a letter into a field counts, of a key: it is cheap, and a paste without brackets is many."""

QUICK = 0.05
"""Seconds in which what is on the screen was cheap: then nobody rests, and more is given at once the next time."""

AT_ONCE = 16
"""Keys that are given at most before the screen is waited for."""

PAINTED_WITHIN = 0.4
"""Seconds after which a paint that does not come is not waited for: its screen may have been left meanwhile."""

REST_AT_MOST = 1.0
"""Seconds."""


class Pace:
    """Of one App; `turn` before each thing that it is given, `given` after it."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._painted = asyncio.Event()
        self._painted.set()
        self._given_at = self._free_at = 0.0
        self._load = 0.0
        self._at_once = 1

    async def turn(self) -> None:
        """Wait until the App may be given something more."""
        if not self._painted.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._painted.wait(), PAINTED_WITHIN)
        rest = self._free_at - asyncio.get_running_loop().time()
        if rest > 0:
            await asyncio.sleep(rest)

    def given(self, message: Message | None = None) -> None:
        """It has been given this, and will say when that is on the screen."""
        self._load += LETTER if message is not None and self._is_letter(message) else 1
        if self._load < self._at_once or not self._painted.is_set():
            return
        self._load = 0.0
        self._painted.clear()
        self._given_at = asyncio.get_running_loop().time()
        if not self._app.call_after_refresh(self._is_painted):
            self._painted.set()

    def _is_painted(self) -> None:
        now = asyncio.get_running_loop().time()
        took = now - self._given_at
        self._at_once = min(2 * self._at_once, AT_ONCE) if took < QUICK else 1
        self._free_at = now if took < QUICK else now + min(took, REST_AT_MOST)
        self._painted.set()

    def _is_letter(self, message: Message) -> bool:
        if not isinstance(message, events.Key) or not message.is_printable:
            return False
        try:
            return isinstance(self._app.focused, Input | TextArea)
        except ScreenStackError:
            return False
