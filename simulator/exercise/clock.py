"""Clocks of active time: the milliseconds that a session has been in play, without pauses and closed lids."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the active time of one session, in milliseconds since its start; it never runs backwards by itself."""

    def now_ms(self) -> int:
        """The active time so far."""

    def start_from(self, ms: int) -> None:
        """Count on from here, running."""

    def pause(self) -> None:
        """Stand still, until `go_on`."""

    def go_on(self) -> None:
        """Run again; without effect while running."""


class RunningClock:
    """The real clock. It runs from 0 when it is made."""

    def __init__(self) -> None:
        self._counted_ns = 0
        self._running_since: int | None = time.monotonic_ns()

    def now_ms(self) -> int:
        return self._active_ns() // 1_000_000

    def start_from(self, ms: int) -> None:
        self._counted_ns = ms * 1_000_000
        self._running_since = time.monotonic_ns()

    def pause(self) -> None:
        self._counted_ns = self._active_ns()
        self._running_since = None

    def go_on(self) -> None:
        if self._running_since is None:
            self._running_since = time.monotonic_ns()

    def _active_ns(self) -> int:
        if self._running_since is None:
            return self._counted_ns
        return self._counted_ns + time.monotonic_ns() - self._running_since


class ManualClock:
    """A clock for tests and rehearsals: it moves when it is told to, unless paused."""

    def __init__(self, ms: int = 0) -> None:
        self._ms = ms
        self._paused = False

    def now_ms(self) -> int:
        return self._ms

    def start_from(self, ms: int) -> None:
        self._ms = ms
        self._paused = False

    def pause(self) -> None:
        self._paused = True

    def go_on(self) -> None:
        self._paused = False

    def pass_time(self, ms: int) -> None:
        """Let so much time pass."""
        if not self._paused:
            self._ms += ms
