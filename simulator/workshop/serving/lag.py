"""How late the event loop is: if it is held up, everybody's keys are, and the facilitator should know."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from math import ceil

EVERY = 0.05
KEPT = 1200
"""Samples that are kept: those of the last minute."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How late the loop was in the last minute, in milliseconds."""

    p50: float
    p99: float
    max: float


def lag_of(samples: list[float]) -> Lag:
    """The figures of some samples, in seconds."""
    if not samples:
        return Lag(0.0, 0.0, 0.0)
    ranked = sorted(samples)
    p50, p99 = (ranked[ceil(len(ranked) * part) - 1] for part in (0.5, 0.99))
    return Lag(p50 * 1000, p99 * 1000, ranked[-1] * 1000)


class LagWatch:
    """Measures from `start` to `stop`."""

    def __init__(self) -> None:
        self._samples: deque[float] = deque(maxlen=KEPT)
        self._task: asyncio.Task[None] | None = None

    @property
    def lag(self) -> Lag:
        """The last minute's figures."""
        return lag_of([*self._samples])

    def start(self) -> None:
        """Begin to measure the running loop."""
        self._task = asyncio.get_running_loop().create_task(self._measure())

    async def stop(self) -> None:
        """End measuring."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _measure(self) -> None:
        time = asyncio.get_running_loop().time
        while True:
            before = time()
            await asyncio.sleep(EVERY)
            self._samples.append(max(0.0, time() - before - EVERY))
