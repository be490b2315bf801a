"""A seat's desk: what stands behind a trainee's App, over the room, its record and this node's exercises."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from contextvars import Context
from typing import TYPE_CHECKING

from simulator.journal.feed import ANYTHING, of_drafts, of_session
from simulator.session.events import IllegalEvent
from simulator.session.room_inject import RoomInject
from simulator.workshop.room import events as e
from simulator.workshop.seat.desk import Suggestion, Topic
from simulator.workshop.seat.role_card import hidden_from

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.journal.feed import Feed
    from simulator.journal.rooms import Rooms
    from simulator.workshop.exercises import Exercises, SeatHouse
    from simulator.workshop.live_room import LiveRoom
    from simulator.workshop.room.state import Given, Seat


class RoomSeatDesk:
    """One seat of a room, on this node."""

    def __init__(
        self,
        room: LiveRoom,
        seat_id: str,
        house: SeatHouse,
        exercises: Exercises,
        rooms: Rooms,
        feed: Feed,
        turns: asyncio.Semaphore,
    ) -> None:
        self.room = room
        self.seat_id = seat_id
        self.house = house
        self._exercises = exercises
        self._rooms = rooms
        self._feed = feed
        self._turns = turns

    @property
    def trouble(self) -> str:
        return self._feed.trouble

    def turn(self) -> AbstractAsyncContextManager[object]:
        return self._turns

    def exercise(self) -> Exercise:
        exercise = self._exercises.of(self._owner, self.house)
        # Another seat's house may have begun it; this one, too, is to know the story, to tell it in another language.
        self.house.scenario(self.room.state.scenario)
        return exercise

    def apply_orders(self, exercise: Exercise, *, questions: bool = True) -> None:
        for given in self.room.state.orders_for(self._owner):
            if given.number not in exercise.state.orders and (questions or not isinstance(given.event, e.Asked)):
                with suppress(IllegalEvent):  # It has ended, or a press stands first.
                    _carry_out(exercise, given)

    def holds(self) -> frozenset[str] | None:
        exercise = self._exercises.here(self._owner, self.room.state.run)
        return hidden_from(exercise.scenario, self.room.state, self._seat) if exercise is not None else None

    def suggestions(self, scene: str) -> Sequence[Suggestion]:
        state = self.room.state
        found = (one for one in self._rooms.drafts(self._session) if one.scene == scene and one.seat != self.seat_id)
        seats = ((state.seats.get(one.seat), one.text) for one in found)
        return tuple(Suggestion(seat.id, seat.name, state.role(seat), text) for seat, text in seats if seat is not None)

    def suggest(self, scene: str, text: str) -> None:
        if self._session:
            self._rooms.keep_draft(self._session, scene, self.seat_id, text)

    def watch(self, told: Callable[[Topic], None]) -> Callable[[], None]:
        loop = asyncio.get_running_loop()

        known = self.trouble

        def heard(topic: str) -> None:
            nonlocal known
            anything = topic == ANYTHING
            # With several nodes over one file this comes ten times a second, to every seat: most have nothing to do.
            shared = anything and (self.room.state.tables or self.room.state.pace == "hot_seat")
            session = "" if anything else self._session
            if shared or topic == of_session(session):
                loop.call_soon_threadsafe(told, "entries", context=Context())
            if shared or topic == of_drafts(session):
                loop.call_soon_threadsafe(told, "drafts", context=Context())
            if anything and known != (trouble := self.trouble):
                known = trouble
                loop.call_soon_threadsafe(told, "trouble", context=Context())

        return self._feed.subscribe(heard)

    @property
    def _seat(self) -> Seat:
        return self.room.state.seats[self.seat_id]

    @property
    def _owner(self) -> str:
        return self.room.state.owner(self._seat)

    @property
    def _session(self) -> str:
        return self.room.state.session(self._owner)


def _carry_out(exercise: Exercise, given: Given) -> None:
    event, order = given.event, given.number
    if isinstance(event, e.Extended):
        exercise.extend(event.seconds * 1000, order)
    elif isinstance(event, e.Injected):
        exercise.inject(RoomInject(order, event.text, event.headline, event.source))
    elif isinstance(event, e.Asked):
        exercise.ask(event.journalist, event.text, event.skills, order)
