"""How a database that is gone for a while is waited for, and a write done once although its connection broke."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import chain, repeat
from threading import Event as Flag
from threading import RLock
from typing import TypeVar

from simulator.errors import PodiumError
from simulator.journal.errors import JournalBusy, JournalConflict, JournalUnreachable, UnknownRoom, UnknownSession

PAUSES = (0.2, 0.4, 0.8, 1.6)
LAST_PAUSE = 2.0
"""Seconds between one try and the next; the last of these again and again."""

Troubled = Callable[[bool], None]
Done = TypeVar("Done")


class NotThere(Exception):
    """What was to be written has not been."""


class Patience:
    """Goes on with a call for up to `seconds`, or until `give_up`, then lets the last error through.

    `troubled(True)` is called when the database is found to be gone, `troubled(False)` when it is back, each in the
    thread of the call that found out; it must not block.
    """

    def __init__(
        self,
        seconds: float,
        troubled: Troubled = lambda gone: None,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self._seconds = seconds
        self._troubled = troubled
        self._clock = clock
        self._gone = False
        self._lock = RLock()
        self._given_up = Flag()
        self._wait = wait or self._given_up.wait

    def give_up(self) -> None:
        """Have the calls that are waiting raise their last error."""
        self._given_up.set()

    def write(self, write: Callable[[], Done], kept: Callable[[], Done]) -> Done:
        """Write, and before any further try see whether it was `kept`, which raises NotThere if not."""
        tried = False

        def once() -> Done:
            nonlocal tried
            if tried:
                try:
                    return kept()
                except (NotThere, UnknownSession, UnknownRoom):
                    pass
            try:
                return write()
            except JournalConflict:
                if not tried:
                    raise
                return kept()  # The commit of an earlier try was still on its way when we looked.
            finally:
                tried = True

        return self.ask(once)

    def ask(self, act: Callable[[], Done]) -> Done:
        """Do what may be done any number of times."""
        give_up_at = self._clock() + self._seconds
        for pause in chain(PAUSES, repeat(LAST_PAUSE)):
            try:
                done = act()
            except (JournalUnreachable, JournalBusy):
                self._tell(gone=True)
                left = give_up_at - self._clock()
                if left <= 0:
                    raise
                self._wait(min(pause, left))
                if self._given_up.is_set():
                    raise
                continue
            except (PodiumError, ValueError, NotThere):
                self._tell(gone=False)  # It answered, if only to refuse.
                raise
            self._tell(gone=False)
            return done
        raise AssertionError("the pauses never end")

    def _tell(self, *, gone: bool) -> None:
        with self._lock:
            if self._gone != gone:
                self._gone = gone
                # Within the lock, so that what is told last is what is true.
                self._troubled(gone)
