"""Nodes of a room for tests: over a real database, without a web server."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from simulator.commands.seat_house import SeatHouse, SharedStories
from simulator.journal.connect import OpenedWorkshop
from simulator.journal.rooms import RoomHeader
from simulator.scenario.assessment import Assessment
from simulator.scenario.rubric import overall
from simulator.workshop.exercises import Exercises
from simulator.workshop.grading_process import Answered, GradingProcess, _case
from simulator.workshop.live_room import LiveRoom
from simulator.workshop.room import events as e
from simulator.workshop.room.codec import encode
from simulator.workshop.room.events import RoomEvent
from simulator.workshop.seat_desk import RoomSeatDesk

HEADER = RoomHeader("room-1", "ABC234", "geheim", "Lũ quét", "2026-11-26T00:00:00.000000+00:00")
SCENARIO = "lu-quet-na-lai"


class QuickGrading(GradingProcess):
    """Gives every answer level 2 in every skill, in no time; the real grader has its own tests."""

    def warm_up(self) -> None:
        pass

    def grade(self, answered: Answered) -> Assessment:
        asked, _, _ = _case(answered.case)
        levels = dict.fromkeys(asked.skills, 2)
        return Assessment(levels, (), (), overall(levels, ()), "podium-test")

    def listen(self, answered: Answered) -> None:
        pass


@dataclass
class RoomNode:
    """One node: its copy of the room, its exercises, and desks for seats."""

    opened: OpenedWorkshop
    live: LiveRoom
    exercises: Exercises

    def desk(self, seat: str) -> RoomSeatDesk:
        state = self.live.catch_up()
        house = SeatHouse(
            state.seats[seat],
            self.opened.journal,
            self.opened.rooms,
            SharedStories(),
            QuickGrading(),
            mode=state.mode,
            time_scale=state.time_scale,
        )
        house.speak("vi")
        return RoomSeatDesk(
            self.live, seat, house, self.exercises, self.opened.rooms, self.opened.feed, asyncio.Semaphore(2)
        )


def open_room(opened: OpenedWorkshop, seats: int = 4, **given: object) -> None:
    """Open the room, with seats taken."""
    first = e.Opened.model_validate({"programme": (SCENARIO,)} | given)
    taken = [e.SeatTaken(seat=f"s{n}", name=f"Người {n}", pin="1234") for n in range(1, seats + 1)]
    events: list[RoomEvent] = [first, *taken]
    opened.rooms.open_room(HEADER, [encode(one) for one in events])


def node(opened: OpenedWorkshop) -> RoomNode:
    """A node that has read the log so far."""
    live = LiveRoom(HEADER, opened.rooms, opened.feed, lambda call: call())
    live.catch_up()
    return RoomNode(opened, live, Exercises(live, opened.journal))
