"""The Watch: every session of a room, followed as it is played on whatever node; read in a thread, told on the loop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from simulator.errors import PodiumError
from simulator.journal.feed import ANYTHING, Feed, of_remarks, of_session
from simulator.journal.port import Entry
from simulator.journal.revisions import Remarks, all_revisions, revisions
from simulator.scenario.model import Scenario
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.workshop.followed import Followed, begun, followed_on
from simulator.workshop.live_room import LiveRoom
from simulator.workshop.room.events import Begun, RoomEvent
from simulator.workshop.room.state import RoomState

INTERVAL = 0.2
"""Seconds between two rounds: subscribers are told at most so often, however fast answers come."""

REVISED_EVERY = 2.0
"""Seconds between two looks at what was decided elsewhere, where nobody says in which session. What comes in between is
seen with the next news, which the nodes' own signs of life are: see `ANYTHING`."""

PATIENCE = 1.0
"""Seconds until a round that failed is made again."""

Told = Callable[[frozenset[str]], None]
"""Told which sessions have grown or were revised; none where only the trouble has changed."""


class Kept(Protocol):
    """What sessions are read from: a part of the rooms."""

    def entries_since(self, session: str, number: int) -> tuple[Entry, ...]: ...
    def heads(self, sessions: list[str]) -> Mapping[str, int]: ...


class Watch:
    """`sessions` are all sessions of all runs by id, as of the last round; `trouble` why that may be late, a template.

    `scenario_of` gives the scenario that a session plays, by the session's id; it may block and raise PodiumError.
    `hand_over` passes a call on to wherever subscribers live.
    """

    def __init__(
        self,
        room: LiveRoom,
        journal: Remarks,
        rooms: Kept,
        feed: Feed,
        scenario_of: Callable[[str], Scenario],
        hand_over: Callable[[Callable[[], None]], None],
        interval: float = INTERVAL,
    ) -> None:
        self.sessions: Mapping[str, Followed] = {}
        self.trouble = ""
        self._room = room
        self._journal = journal
        self._rooms = rooms
        self._feed = feed
        self._scenario_of = scenario_of
        self._hand_over = hand_over
        self._interval = interval
        self._subscribers: list[Told] = []
        self._stale: set[str] = {ANYTHING}
        self._revised: Mapping[str, Revisions] | None = None
        """What stands of all verdicts and regrades, where this round has looked."""
        self._revised_at = -REVISED_EVERY
        self._wake = threading.Event()
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._round = threading.Lock()
        self._ends: list[Callable[[], None]] = []
        self._grown: set[str] = set()
        self._changed: set[str] = set()
        self._failure: PodiumError | None = None

    def start(self) -> None:
        """Follow from now on, in a thread, until `close`."""
        self._ends = [self._feed.subscribe(self.heard), self._room.subscribe(self._room_told)]
        threading.Thread(target=self._follow, name="watch", daemon=True).start()
        self._wake.set()

    def close(self) -> None:
        """Follow no longer."""
        for end in self._ends:
            end()
        self._closing.set()
        self._wake.set()

    def subscribe(self, told: Told) -> Callable[[], None]:
        """Be told of every round that brought something; returns what ends that."""
        self._subscribers.append(told)
        self._wake.set()

        def unsubscribe() -> None:
            if told in self._subscribers:
                self._subscribers.remove(told)

        return unsubscribe

    def catch_up(self) -> frozenset[str]:
        """Make one round: read what is new in the sessions that were told of. Blocks; raises the journal's errors.

        One session that cannot be read does not keep the others back; what could not be read is tried again.
        """
        with self._round:
            with self._lock:
                topics, self._stale = self._stale, set()
            changed: set[str] = set()
            try:
                for session in self._concerned(topics):
                    if self._read(session, topics):
                        changed.add(session)
                self._raise_failure()
            except BaseException:
                with self._lock:
                    self._stale |= topics
                raise
            finally:
                self._changed |= changed
        return frozenset(changed)

    def _raise_failure(self) -> None:
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def _concerned(self, topics: set[str]) -> list[str]:
        """The sessions in which something may be new."""
        sessions = list(self._room.state.sessions.values())
        self._revised = None
        if ANYTHING not in topics:
            told = {topic[2:] for topic in topics}
            return [one for one in sessions if one in told or one not in self.sessions]
        heads = self._rooms.heads(sessions)
        self._grown = {one for one in sessions if heads.get(one, 0) > self._length(one)}
        self._read_revisions()
        return sessions

    def _read_revisions(self) -> None:
        """All verdicts and regrades in one go; seldom, for with several nodes something is new many times a second."""
        now = time.monotonic()
        if now - self._revised_at >= REVISED_EVERY:
            self._revised_at = now
            self._revised = all_revisions(self._journal)

    def _read(self, session: str, topics: set[str]) -> bool:
        """Whether anything was new in a session."""
        everything = ANYTHING in topics
        grown = session in self._grown if everything else of_session(session) in topics
        revised = of_remarks(session) in topics
        try:
            read = self._followed(session, grown or session not in self.sessions, revised)
        except PodiumError as error:
            self._failure = error
            return False
        if read is self.sessions.get(session):
            return False
        # A new mapping each time: whoever draws from the old one on the loop is not disturbed.
        self.sessions = {**self.sessions, session: read}
        return True

    def _followed(self, session: str, grown: bool, revised: bool) -> Followed:
        one = self.sessions.get(session) or self._begun(session)
        if grown:
            entries = self._rooms.entries_since(session, len(one.entries))
            one = followed_on(one, entries) if entries else one
        found = one.revisions
        if revised:
            found = revisions(self._journal, session)
        elif self._revised is not None:
            found = self._revised.get(session, UNREVISED)
        return replace(one, revisions=found) if found != one.revisions else one

    def _begun(self, session: str) -> Followed:
        owner, run = next(key for key, begun_ in self._room.state.sessions.items() if begun_ == session)
        return begun(session, owner, run, self._scenario_of(session))

    def _length(self, session: str) -> int:
        known = self.sessions.get(session)
        return len(known.entries) if known else 0

    def heard(self, topic: str) -> None:
        """Take a topic of the feed, in whatever thread has it: the next round looks there."""
        if topic == ANYTHING or topic.startswith(("s/", "m/")):
            self._mark((topic,))

    def _room_told(self, _: RoomState, __: int, event: RoomEvent) -> None:
        if isinstance(event, Begun):
            self._mark((of_session(event.session),))

    def _mark(self, topics: Iterable[str]) -> None:
        with self._lock:
            self._stale.update(topics)
        self._wake.set()

    def _follow(self) -> None:
        while not self._closing.is_set():
            self._wake.wait()
            self._wake.clear()
            if self._subscribers:  # Nobody looks at most nodes' Watch; what is stale stays marked until somebody does.
                self._closing.wait(self._try_round())

    def _try_round(self) -> float:
        """One round, told to the subscribers; the seconds to wait before the next."""
        trouble = ""
        try:
            self.catch_up()
        except PodiumError as error:
            trouble = error.message
            self._wake.set()
        changed, self._changed = frozenset(self._changed), set()
        if changed or trouble != self.trouble:
            self.trouble = trouble
            self._hand_over(lambda: self._tell(changed))
        return PATIENCE if trouble else self._interval

    def _tell(self, changed: frozenset[str]) -> None:
        for told in tuple(self._subscribers):
            told(changed)
