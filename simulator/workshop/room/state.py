"""The state of a room: the fold of its log, the same on every node. `fold(state, number, event)` gives the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from simulator.scenario.role_cards import Role
from simulator.scenario.rubric import Level, Skill
from simulator.session.modes import Mode
from simulator.workshop.room import events as e
from simulator.workshop.room.events import Order, Pace, RoomEvent

ROLES: tuple[Role, ...] = get_args(Role)
"""In the order of the chairs at a table that has not rotated yet; the first one speaks."""

TABLE_SIZE = len(ROLES)


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in the room. `generation` is raised whenever links given out before become void."""

    id: str
    name: str
    pin: str
    observer: bool = False
    removed: bool = False
    generation: int = 0
    table: str = ""
    chair: int = 0
    """Which of a table's chairs, from 0; what role it has now moves with the rotation."""


@dataclass(frozen=True, slots=True)
class Given:
    """An order, hint or note as it stands in the log, under its number."""

    number: int
    event: Order | e.Hinted | e.Noted


@dataclass(frozen=True, slots=True)
class RoomState:
    """Everything that a room is, besides the sessions played in it.

    `run` counts scenarios played from 1, and `place` is the present one's in the programme. `sessions` holds the
    session of each owner in each run, `ratings` the hall's levels by session, answer and seat.
    """

    programme: tuple[str, ...] = ()
    pace: Pace = "own_pace"
    modes: tuple[Mode, ...] = ()
    tables: bool = False
    seats_most: int = 0
    time_scale: int = 100
    started: bool = False
    paused: bool = False
    closed: bool = False
    gate: int = 0
    run: int = 1
    place: int = 0
    seats: Mapping[str, Seat] = field(default_factory=dict)
    sessions: Mapping[tuple[str, int], str] = field(default_factory=dict)
    turns: Mapping[str, int] = field(default_factory=dict)
    given: tuple[Given, ...] = ()
    speaker: str = ""
    ratings: Mapping[tuple[str, int], Mapping[str, Mapping[Skill, Level]]] = field(default_factory=dict)
    shown: frozenset[tuple[str, int]] = frozenset()
    hot_wash: tuple[str, ...] = ()
    hot_washed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    run_began: int = 0
    """The number of the entry with which the present run began: older orders are not for its sessions."""

    @property
    def scenario(self) -> str:
        """The id or path of the scenario that is played now."""
        return self.programme[self.place]

    @property
    def mode(self) -> Mode:
        """The mode that the present scenario's sessions are begun in."""
        return self.modes[self.place]

    @property
    def present_seats(self) -> tuple[Seat, ...]:
        """Trainees' seats that are not removed, in the order in which they joined."""
        return tuple(seat for seat in self.seats.values() if not seat.removed and not seat.observer)

    @property
    def full(self) -> bool:
        return len(self.present_seats) >= self.seats_most

    def owner(self, seat: Seat) -> str:
        """Whose session a seat takes part in: the hot seat's, its table's, or its own."""
        if self.pace == "hot_seat":
            return self.speaker
        return seat.table if self.tables else seat.id

    def session(self, owner: str, run: int = 0) -> str:
        """The session of an owner in a run, by default the present one; empty before it is begun."""
        return self.sessions.get((owner, run or self.run), "")

    def owners(self) -> tuple[str, ...]:
        """All owners, in order."""
        if self.pace == "hot_seat":
            return (self.speaker,) if self.speaker else ()
        return tuple(dict.fromkeys(self.owner(seat) for seat in self.present_seats))

    def role(self, seat: Seat) -> Role:
        """The role that a seat has now. Without tables everybody speaks for themselves.

        Where a table has fewer people than roles, the first present one always speaks.
        """
        if not self.tables:
            return ROLES[0]
        present = sorted(one.chair for one in self.present_seats if one.table == seat.table)
        place = present.index(seat.chair) if seat.chair in present else 0
        return ROLES[(place - self.turns.get(seat.table, 0)) % max(1, len(present))]

    def speaks(self, seat: Seat) -> bool:
        """Whether this seat gives the answers of its owner's session."""
        if self.pace == "hot_seat":
            return seat.id == self.speaker
        return self.role(seat) == ROLES[0]

    def table_of(self, table: str) -> tuple[Seat, ...]:
        """Who sits at a table now."""
        return tuple(seat for seat in self.present_seats if seat.table == table)

    def orders_for(self, owner: str) -> tuple[Given, ...]:
        """The orders of the present run that concern an owner's session, the earliest first."""
        of_run = (one for one in self.given if one.number > self.run_began and isinstance(one.event, Order))
        return tuple(one for one in of_run if not _to(one) or owner in _to(one))

    def hints_for(self, seat: Seat) -> tuple[Given, ...]:
        """The facilitator's words to a seat, the earliest first."""
        mine = {seat.id, seat.table}
        hints = (one for one in self.given if isinstance(one.event, e.Hinted))
        return tuple(one for one in hints if not _to(one) or mine & set(_to(one)))

    @property
    def notes(self) -> tuple[Given, ...]:
        """The seats' private notes to the facilitator, the earliest first."""
        return tuple(one for one in self.given if isinstance(one.event, e.Noted))

    def named(self, name: str) -> Seat | None:
        """The seat of this name, however it is written; None if there is none."""
        wanted = name.casefold()
        return next((seat for seat in self.seats.values() if seat.name.casefold() == wanted), None)

    @property
    def next_seat(self) -> str:
        """The id of the next seat to be taken."""
        return f"s{len(self.seats) + 1}"


def _to(given: Given) -> tuple[str, ...]:
    return () if isinstance(given.event, e.Noted) else given.event.to


def fold(state: RoomState, number: int, event: RoomEvent) -> RoomState:
    """The state after an entry of the log. Never fails: what does not fit changes nothing."""
    return _FOLDS[type(event)](state, number, event)


def _opened(state: RoomState, number: int, event: e.Opened) -> RoomState:
    return replace(
        state,
        programme=event.programme,
        pace=event.pace,
        modes=event.modes if len(event.modes) == len(event.programme) else (event.mode,) * len(event.programme),
        tables=event.tables and event.pace != "hot_seat",
        seats_most=event.seats,
        time_scale=event.time_scale,
        started=not event.waits,
        gate=0 if event.waits else 1,
        run_began=number,
    )


def _seat_taken(state: RoomState, _: int, event: e.SeatTaken) -> RoomState:
    if event.seat in state.seats or state.named(event.name):
        return state
    table, chair = ("", 0) if event.observer else _free_chair(state)
    seat = Seat(event.seat, event.name, event.pin, event.observer, table=table, chair=chair)
    return replace(state, seats={**state.seats, seat.id: seat})


def _free_chair(state: RoomState) -> tuple[str, int]:
    """The first chair that nobody has had, table after table."""
    taken = sum(not seat.observer for seat in state.seats.values())
    return (f"t{taken // TABLE_SIZE + 1}", taken % TABLE_SIZE) if state.tables else ("", 0)


def _removed(state: RoomState, _: int, event: e.SeatRemoved | e.SeatRestored) -> RoomState:
    seat = state.seats.get(event.seat)
    removed = isinstance(event, e.SeatRemoved)
    if seat is None or seat.removed == removed:
        return state
    changed = replace(seat, removed=removed, generation=seat.generation + 1)
    return replace(state, seats={**state.seats, seat.id: changed})


def _begun(state: RoomState, _: int, event: e.Begun) -> RoomState:
    key = event.owner, event.run
    return state if key in state.sessions else replace(state, sessions={**state.sessions, key: event.session})


def _went_on(state: RoomState, _: int, event: e.WentOn) -> RoomState:
    return replace(state, started=True, gate=max(state.gate, event.gate))


def _paused(state: RoomState, _: int, event: e.Paused | e.Resumed) -> RoomState:
    return replace(state, paused=isinstance(event, e.Paused))


def _next_run(state: RoomState, number: int, event: e.NextRun) -> RoomState:
    if event.place >= len(state.programme):
        return state
    return replace(state, run=state.run + 1, place=event.place, gate=1, paused=False, run_began=number)


def _given(state: RoomState, number: int, event: Order | e.Hinted | e.Noted) -> RoomState:
    return replace(state, given=(*state.given, Given(number, event)))


def _rotated(state: RoomState, _: int, event: e.Rotated) -> RoomState:
    tables = [event.table] if event.table else sorted({seat.table for seat in state.present_seats})
    return replace(state, turns={**state.turns, **{table: state.turns.get(table, 0) + 1 for table in tables}})


def _speaker(state: RoomState, _: int, event: e.SpeakerChosen) -> RoomState:
    return replace(state, speaker=event.seat) if event.seat in state.seats else state


def _rated(state: RoomState, _: int, event: e.HallRated) -> RoomState:
    key = event.session, event.answer
    of_answer = {**state.ratings.get(key, {}), event.seat: dict(event.levels)}
    return replace(state, ratings={**state.ratings, key: of_answer})


def _shown(state: RoomState, _: int, event: e.RatingsShown) -> RoomState:
    return replace(state, shown=state.shown | {(event.session, event.answer)})


def _hot_wash(state: RoomState, _: int, event: e.HotWashAsked) -> RoomState:
    return replace(state, hot_wash=event.questions)


def _hot_washed(state: RoomState, _: int, event: e.HotWashAnswered) -> RoomState:
    return replace(state, hot_washed={**state.hot_washed, event.seat: event.answers})


def _closed(state: RoomState, _: int, __: e.Closed) -> RoomState:
    return replace(state, closed=True)


_FOLDS: Mapping[type, Callable[[RoomState, int, Any], RoomState]] = {
    e.Opened: _opened,
    e.SeatTaken: _seat_taken,
    e.SeatRemoved: _removed,
    e.SeatRestored: _removed,
    e.Begun: _begun,
    e.WentOn: _went_on,
    e.Paused: _paused,
    e.Resumed: _paused,
    e.NextRun: _next_run,
    e.Extended: _given,
    e.Injected: _given,
    e.Asked: _given,
    e.Hinted: _given,
    e.Noted: _given,
    e.Rotated: _rotated,
    e.SpeakerChosen: _speaker,
    e.HallRated: _rated,
    e.RatingsShown: _shown,
    e.HotWashAsked: _hot_wash,
    e.HotWashAnswered: _hot_washed,
    e.Closed: _closed,
}
