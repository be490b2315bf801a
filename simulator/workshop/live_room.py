"""A room as one node has it: follows the log, tells what is new, adds to it. Every node has one; none is special."""

from __future__ import annotations

import threading
from collections.abc import Callable

from simulator.errors import PodiumError
from simulator.journal.errors import JournalConflict
from simulator.journal.feed import ANYTHING, Feed, of_room
from simulator.journal.rooms import RoomHeader, Rooms
from simulator.workshop.room.codec import decode, encode
from simulator.workshop.room.events import RoomEvent
from simulator.workshop.room.state import RoomState, fold

PATIENCE = 1.0
"""Seconds until the log is looked at again when it could not be read."""

Told = Callable[[RoomState, int, RoomEvent], None]
"""Told of each event once it is recorded, under its number, with the state after it."""

Say = Callable[[RoomState], RoomEvent | None]
"""Makes an event out of the state as it is; None, or an error of its own, where there is nothing to say any more."""


class LiveRoom:
    """`state` is always the fold of the first `length` entries of the log.

    `hand_over` passes a call on to wherever subscribers live (an event loop); they are called there, in order.
    """

    def __init__(
        self, header: RoomHeader, rooms: Rooms, feed: Feed, hand_over: Callable[[Callable[[], None]], None]
    ) -> None:
        self.header = header
        self.rooms = rooms
        self.state = RoomState()
        self.length = 0
        self._feed = feed
        self._hand_over = hand_over
        self._lock = threading.RLock()
        self._subscribers: list[Told] = []
        self._news = threading.Event()
        self._closed = threading.Event()
        self._unsubscribe: Callable[[], None] = lambda: None

    def follow(self) -> None:
        """Follow what other nodes add to the log, in a thread, until `close`."""
        self._unsubscribe = self._feed.subscribe(self._heard)
        threading.Thread(target=self._following, name="room", daemon=True).start()

    def close(self) -> None:
        """Follow no longer."""
        self._closed.set()
        self._unsubscribe()
        self._news.set()

    def catch_up(self) -> RoomState:
        """Read what is new in the log. Blocks; raises the journal's errors."""
        with self._lock:
            for entry in self.rooms.since(self.header.id, self.length):
                event = decode(entry.event)
                if event is not None:
                    self._take(entry.number, event)
                self.length = entry.number + 1
            return self.state

    def say(self, event: RoomEvent) -> RoomState:
        """Add an event to the log, whatever has come in meanwhile. Blocks; raises the journal's errors."""
        return self.say_if(lambda _: event)

    def say_if(self, make: Say) -> RoomState:
        """Add what `make` makes of the state; it is asked again whenever another node was first."""
        with self._lock:
            while True:
                event = make(self.state)
                if event is None:
                    return self.state
                try:
                    self.rooms.append(self.header.id, self.length, encode(event))
                except JournalConflict:
                    self.catch_up()
                    continue
                self._take(self.length, event)
                self.length += 1
                break
        return self.state

    def subscribe(self, told: Told) -> Callable[[], None]:
        """Be told of every event from now on; returns what ends that."""
        self._subscribers.append(told)

        def unsubscribe() -> None:
            if told in self._subscribers:
                self._subscribers.remove(told)

        return unsubscribe

    def _heard(self, topic: str) -> None:
        if topic in (ANYTHING, of_room(self.header.id)):
            self._news.set()

    def _following(self) -> None:
        while self._news.wait() and not self._closed.is_set():
            self._news.clear()
            try:
                self.catch_up()
            except PodiumError:
                self._closed.wait(PATIENCE)
                self._news.set()

    def _take(self, number: int, event: RoomEvent) -> None:
        state = self.state = fold(self.state, number, event)
        self._hand_over(lambda: self._tell(state, number, event))

    def _tell(self, state: RoomState, number: int, event: RoomEvent) -> None:
        for told in tuple(self._subscribers):
            told(state, number, event)
