"""The exercises that this node conducts: one for each owner and run, shared by all seats of a table that sit here.

Nodes agree on a session's id in the room's log before it is begun, so that an owner has one session however many nodes
begin it at once; whoever comes second takes it up.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from simulator.errors import UsageError
from simulator.exercise.record import new_id
from simulator.journal.errors import JournalConflict, UnknownSession
from simulator.language.catalogue import template
from simulator.tui.house import House
from simulator.workshop.room.events import Begun

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.journal.port import Journal
    from simulator.session.modes import Mode
    from simulator.workshop.live_room import LiveRoom
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState


class SeatHouse(House, Protocol):
    """A house that begins a session under an id that was agreed upon, for whoever plays it."""

    def begin(
        self, scenario_id: str, mode: Mode | None = None, session_id: str = "", learner: str = ""
    ) -> Exercise: ...


class Exercises:
    """Methods block: call them from threads."""

    def __init__(self, room: LiveRoom, journal: Journal) -> None:
        self._room = room
        self._journal = journal
        self._here: dict[tuple[str, int], Exercise] = {}
        self._locks: dict[tuple[str, int], threading.Lock] = {}

    def of(self, owner: str, house: SeatHouse) -> Exercise:
        """The exercise of an owner in the present run, begun or taken up if it is not here yet. Raises PodiumError.

        It stands where the session stands: its seat may have been at another node since.
        """
        state = self._room.state
        key = owner, state.run
        # Two threads may come for one owner at once; only `setdefault` gives both of them the same lock.
        with self._locks.setdefault(key, threading.Lock()):
            if key in self._here:
                self._here[key].refresh()
            else:
                self._here[key] = self._opened(owner, state, house)
            return self._here[key]

    def here(self, owner: str, run: int) -> Exercise | None:
        """The exercise of an owner if it is conducted here."""
        return self._here.get((owner, run))

    def _opened(self, owner: str, state: RoomState, house: SeatHouse) -> Exercise:
        session = self._room.say_if(self._agreed(owner, state.run)).session(owner, state.run)
        if not session:  # The room was closed before it was begun.
            raise UsageError(template("this room is closed; nothing new begins"))
        try:
            self._journal.header(session)
        except UnknownSession:
            try:
                names = _names(state, owner)
                return house.begin(state.scenario, state.mode, session_id=session, learner=names)
            except JournalConflict:  # Another node began it this very moment.
                pass
        return house.resume(session)

    def _agreed(self, owner: str, run: int) -> Callable[[RoomState], RoomEvent | None]:
        session = new_id(self._journal.now())

        def agreed(state: RoomState) -> RoomEvent | None:
            if state.session(owner, run) or state.closed:
                return None
            return Begun(owner=owner, run=run, session=session)

        return agreed


def _names(state: RoomState, owner: str) -> str:
    """Who plays a session: the seat's name, or all names at the table."""
    seat = state.seats.get(owner)
    return seat.name if seat is not None else ", ".join(one.name for one in state.table_of(owner))
