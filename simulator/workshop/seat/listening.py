"""Following a session that another seat plays: what it does is read off the loop and told to a screen of one's own.

Whatever comes in is posted to the screen as a message, for nobody may touch the widgets of another seat's App.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.message import Message
from textual.screen import Screen

from simulator.errors import PodiumError

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.events import Event
    from simulator.session.state import SessionState
    from simulator.workshop.seat.desk import SeatDesk, Topic

T = TypeVar("T")

PACE = 1.0
"""Seconds between two readings of the same thing: what is typed at a table of four changes all the time."""

QUICK = 0.2
"""The same for what happens seldom."""

AGAIN = 2.0
"""Seconds after which a reading that failed is tried again."""


class Heard(Message, bubble=False):
    """News for a screen: a topic of the seat's session."""

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self.topic: Topic = topic


class Listening:
    """Tells a screen, by `Heard`, what becomes of a session, whether it is played on this machine or on another."""

    def __init__(self, screen: Screen[Any], desk: SeatDesk, exercise: Exercise | None) -> None:
        self._screen = screen
        self._stops = [desk.watch(self._told)]
        if exercise is not None:
            self._stops.append(exercise.subscribe(self._moved))

    def stop(self) -> None:
        """Hear nothing more."""
        for stop in self._stops:
            stop()
        self._stops = []

    def _told(self, topic: Topic) -> None:
        self._screen.post_message(Heard(topic))

    def _moved(self, event: Event, state: SessionState) -> None:
        """In the thread of whoever made the step; posting a message is safe there."""
        self._screen.post_message(Heard("entries"))


class Paced(Generic[T]):
    """Reads something in a thread when there is news of it, at most once in `pace` seconds, and shows what was read."""

    def __init__(
        self, screen: Screen[Any], read: Callable[[], T], show: Callable[[T], None], pace: float = PACE
    ) -> None:
        self._screen = screen
        self._read = read
        self._show = show
        self._pace = pace
        self._last = -pace
        self._due = False
        self._reading = False

    def news(self) -> None:
        """There is something new. Call it on the screen's own loop, as often as need be."""
        if not self._due and self._screen.is_attached:
            self._due = True
            if not self._reading:
                self._wait(max(0.0, self._last + self._pace - monotonic()))

    def _wait(self, seconds: float) -> None:
        # A timer of no time would never be called.
        self._screen.set_timer(seconds, self._begin) if seconds else self._screen.call_later(self._begin)

    def _begin(self) -> None:
        if self._screen.is_attached and not self._reading:
            self._due, self._reading, self._last = False, True, monotonic()
            self._screen.run_worker(self._read_and_show(), group="paced", exit_on_error=True)

    async def _read_and_show(self) -> None:
        failed = False
        try:
            found = await asyncio.to_thread(self._read)
        except PodiumError:
            failed = True  # The room's line tells that the record is out of reach.
        self._reading = False
        if not self._screen.is_attached:
            return
        if failed:
            self._due = True
            self._wait(AGAIN)
            return
        self._show(found)
        if self._due:
            self._wait(max(0.0, self._last + self._pace - monotonic()))
