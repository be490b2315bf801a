"""The room at a glance: a row for every seat, and how far the room is. Pure: of the room's state and its sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.scenario.role_cards import Role
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.scenario.scenes import Question
from simulator.session.asked import present, present_id
from simulator.workshop.followed import Followed, GivenAnswer
from simulator.workshop.room.state import RoomState, Seat

Doing = Literal["not_begun", "reading", "writing", "waiting", "ended", "removed", "observing", "rating"]
"""What a seat does now. `waiting`: in a room in step, for the facilitator; `rating`: in the hall of a hot seat."""

Order = Literal["joined", "name", "place", "overall", "flags"]
"""By what rows are sorted."""

ORDERS: tuple[Order, ...] = ("joined", "name", "place", "overall", "flags")


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat as the facilitator sees it.

    `answers` counts the answers given in its owner's session of the present run; `place` is the title of what is on
    the table; `last` is None before the first answer. `role` is empty where there are no tables.
    """

    seat: Seat
    owner: str
    doing: Doing
    role: Role | Literal[""] = ""
    session: str = ""
    place: str = ""
    answers: int = 0
    last: GivenAnswer | None = None

    @property
    def overall(self) -> int:
        """The overall grade of the last answer, 0-100; -1 before there is one."""
        return self.last.counts.overall if self.last else -1

    @property
    def levels(self) -> Mapping[Skill, Level]:
        """The levels of the last answer."""
        return self.last.counts.levels if self.last else {}

    @property
    def flags(self) -> tuple[RedFlag, ...]:
        """The red flags of the last answer."""
        return self.last.counts.flags if self.last else ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the room is: owners, those who have begun, who have answered all that the gate lets them, who ended."""

    owners: int
    begun: int
    through: int
    ended: int


def of_run(state: RoomState, sessions: Mapping[str, Followed], run: int = 0) -> dict[str, Followed]:
    """The sessions of a run (0: the present one) by owner, of owners who are in the room now."""
    found = ((owner, sessions.get(state.session(owner, run or state.run))) for owner in state.owners())
    return {owner: followed for owner, followed in found if followed is not None}


def seat_rows(state: RoomState, sessions: Mapping[str, Followed]) -> list[SeatRow]:
    """A row for every seat that was ever taken, in the order in which they joined."""
    return [_row(state, sessions, seat) for seat in state.seats.values()]


def sorted_rows(rows: Sequence[SeatRow], order: Order) -> list[SeatRow]:
    """The rows in an order: grades the lowest first, flags the most first, places the furthest behind first."""
    if order == "name":
        return sorted(rows, key=lambda row: row.seat.name.casefold())
    if order == "place":
        return sorted(rows, key=lambda row: row.answers)
    if order == "overall":
        return sorted(rows, key=lambda row: (row.last is None, row.overall))
    if order == "flags":
        return sorted(rows, key=lambda row: (-len(row.flags), row.overall))
    return list(rows)


def progress(state: RoomState, sessions: Mapping[str, Followed]) -> Progress:
    """How far the room is in the present run."""
    present_run = of_run(state, sessions)
    through = sum(one.ended or one.authored >= state.gate for one in present_run.values())
    return Progress(len(state.owners()), len(present_run), through, sum(one.ended for one in present_run.values()))


def next_gate(state: RoomState) -> int:
    """The gate that going on opens: the first one at the start, else the next."""
    return max(1, state.gate) if not state.started else state.gate + 1


def _row(state: RoomState, sessions: Mapping[str, Followed], seat: Seat) -> SeatRow:
    owner = "" if seat.observer else state.owner(seat)
    session = state.session(owner) if owner else ""
    followed = sessions.get(session)
    role: Role | Literal[""] = state.role(seat) if state.tables and not (seat.observer or seat.removed) else ""
    doing = _doing(state, seat, followed)
    if followed is None or doing == "rating":
        return SeatRow(seat, owner, doing, role, session)
    answered = len(followed.state.answers)
    return SeatRow(seat, owner, doing, role, session, _place(followed), answered, followed.last)


def _doing(state: RoomState, seat: Seat, followed: Followed | None) -> Doing:
    if seat.removed:
        return "removed"
    if seat.observer:
        return "observing"
    if state.pace == "hot_seat" and seat.id != state.speaker:
        return "rating"
    if followed is None or not followed.state.started:
        return "not_begun"
    if followed.ended:
        return "ended"
    asked = isinstance(present(followed.scenario, followed.state), Question)
    own_pace = state.pace == "own_pace"
    if asked and not own_pace and followed.state.press is None and followed.authored >= state.gate:
        return "waiting"
    return "writing" if asked else "reading"


def _place(followed: Followed) -> str:
    return followed.title(present_id(followed.state)) if followed.state.started else ""
