"""What the hall does next with the speaker's answers: rate one, compare, or wait for the next. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from simulator.scenario.rubric import Level, Skill
from simulator.session.state import Answer
from simulator.workshop.agreement import HallAgreement, hall_agreement
from simulator.workshop.room.state import RoomState

Does = Literal["waits", "rates", "compares"]


@dataclass(frozen=True, slots=True)
class Hall:
    """Where one of the hall is: at answer `at` (from 1; 0 before the first), done with all up to `done`."""

    session: str = ""
    at: int = 0
    done: int = 0

    def follow(self, session: str, answers: int, busy: bool) -> Hall:
        """To what is new: the latest answer, unless one is `busy` with another. An answer taken back is gone."""
        if session != self.session:
            return Hall(session, answers, 0)
        if answers < self.at:
            return replace(self, at=answers, done=min(self.done, answers - 1 if answers else 0))
        return self if busy else replace(self, at=answers)

    def go_on(self, answers: int) -> Hall:
        """Done with this answer: to the latest one, or to the question on the table."""
        return replace(self, at=max(self.at, answers), done=max(self.done, self.at))

    def does(self, state: RoomState, seat: str) -> Does:
        """What there is to do. Observers do not rate; nobody rates what the facilitator has shown already."""
        if not self.at or self.done >= self.at:
            return "waits"
        one = state.seats.get(seat)
        rates = one is not None and not one.observer
        if not rates or self.has_rated(state, seat) or (self.session, self.at) in state.shown:
            return "compares"
        return "rates"

    def has_rated(self, state: RoomState, seat: str) -> bool:
        """Whether the seat has rated the answer that it is at."""
        return seat in state.ratings.get((self.session, self.at), {})

    def rated(self, state: RoomState) -> int:
        """How many of the hall have rated it."""
        return len(state.ratings.get((self.session, self.at), {}))


def compared(
    state: RoomState, session: str, number: int, answer: Answer, seat: str, skills: tuple[Skill, ...], told: bool
) -> HallAgreement:
    """How close the hall is at an answer. The grader's levels are in it only where they may be `told`."""
    ratings: Mapping[str, Mapping[Skill, Level]] = state.ratings.get((session, number), {})
    return hall_agreement(ratings, answer.levels if told else {}, seat, skills)
