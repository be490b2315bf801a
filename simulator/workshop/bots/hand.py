"""A bot's hand: presses keys, and takes the time until each is seen on the screen where it belongs."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from simulator.workshop.bots.answers import squeezed
from simulator.workshop.bots.figures import Figures
from simulator.workshop.bots.manner import Manner, drawn
from simulator.workshop.bots.sight import Sight
from simulator.workshop.bots.wire import LineLost, Wire

TAIL = 16
"""Characters at the end of what is written by which a letter is known to stand at its place."""

DOWN, ENTER, OWN_WORDS, SAY_IT, CLEAR_ROW = "\x1b[B", "\r", "\x1b[15~", "\x1b[20~", "\x15"


class _Letter(NamedTuple):
    tail: str
    sent_at: float


class Hand:
    """Presses keys on a wire. `watch` must be called at each paint."""

    def __init__(self, wire: Wire, sight: Sight, manner: Manner, figures: Figures, chance: Random) -> None:
        self._wire, self._sight, self._manner, self._figures, self._chance = wire, sight, manner, figures, chance
        self._letters: deque[_Letter] = deque()
        self._mark: tuple[str, float] | None = None

    def watch(self, now: float) -> None:
        """Something was painted: see which keys are on the screen now."""
        if self._letters:
            field = self._sight.field(self._wire.screen)
            for place in range(len(self._letters), 0, -1):
                if field.endswith(self._letters[place - 1].tail):
                    for _ in range(place):
                        self._figures.keys.append(now - self._letters.popleft().sent_at)
                    break
        if self._mark is not None and self._sight.marked(self._wire.screen) != self._mark[0]:
            self._figures.marks.append(now - self._mark[1])
            self._mark = None

    def forget(self) -> None:
        """The line was lost: what was not seen yet is never timed."""
        self._letters.clear()
        self._mark = None

    async def until(self, true: Callable[[], bool], seconds: float) -> bool:
        """Wait until something is true of the screen; False if it is not within so many seconds.

        Raises LineLost when the line is down.
        """
        end = time.perf_counter() + seconds
        while self._wire.up:
            self._wire.changed.clear()
            if true():
                return True
            try:
                await asyncio.wait_for(self._wire.changed.wait(), max(0.0, end - time.perf_counter()))
            except TimeoutError:
                return false_if_up(self._wire)
        raise LineLost

    async def mark_next(self) -> bool:
        """Mark the next line; whether the mark was seen to move."""
        self._mark = (self._sight.marked(self._wire.screen), time.perf_counter())
        await self._wire.press(DOWN)
        return await self.until(lambda: self._mark is None, 10)

    async def clear(self) -> None:
        """Empty the field, whose cursor is at its end."""
        for _ in range(5):
            await self._wire.press(CLEAR_ROW)
            if await self.until(lambda: not self._sight.field(self._wire.screen), 3):
                return

    async def write(self, text: str) -> None:
        """Write a text, until all of it is seen; letters that are not are counted."""
        if self._manner.pastes:
            await self._wire.press(text)
        else:
            await self._letter_by_letter(text)
        tail = squeezed(text)[-TAIL:]
        await self.until(lambda: self._sight.field(self._wire.screen).endswith(tail), 15)
        self._figures.unpainted += len(self._letters)
        self._letters.clear()

    async def _letter_by_letter(self, text: str) -> None:
        left = int(drawn(self._manner.burst, self._chance))
        for place, letter in enumerate(text):
            if left == 0 and letter == " ":
                left = int(drawn(self._manner.burst, self._chance))
                await asyncio.sleep(drawn(self._manner.thinks, self._chance))
            left = max(0, left - 1)
            if not letter.isspace():
                self._letters.append(_Letter(squeezed(text[: place + 1])[-TAIL:], time.perf_counter()))
            self._figures.sent_keys += 1
            await self._wire.press(letter)
            await asyncio.sleep(self._chance.uniform(0.5, 1.5) / self._manner.keys_per_s)


def false_if_up(wire: Wire) -> bool:
    """False; raises LineLost if the line is down."""
    if not wire.up:
        raise LineLost
    return False
