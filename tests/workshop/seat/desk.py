"""A seat's desk and channel without a server or a database, and a facilitator who acts in the room."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, nullcontext, suppress

from textual.pilot import Pilot

from simulator.errors import PodiumError
from simulator.exercise.exercise import Exercise
from simulator.journal.feed import Feed
from simulator.journal.rooms import RoomEntry, RoomHeader
from simulator.language.catalogue import Catalogue, Tongue
from simulator.session.events import IllegalEvent
from simulator.session.room_inject import RoomInject
from simulator.workshop.live_room import LiveRoom
from simulator.workshop.room import events as e
from simulator.workshop.room.events import RoomEvent
from simulator.workshop.seat.app import SeatApp
from simulator.workshop.seat.desk import Suggestion, Topic
from simulator.workshop.serving.channel import Channel
from tests.tui.house import FakeHouse, settled

SCENARIO = "sat-lo-khe-ten"


class ListedRooms:
    """The log of one room, as a list. Whatever `trouble` is set is raised."""

    def __init__(self) -> None:
        self.log: list[RoomEntry] = []
        self.trouble: PodiumError | None = None

    def append(self, room: str, number: int, event: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        assert number == len(self.log)
        self.log.append(RoomEntry(room, number, event, "2026-07-01T08:00:00Z"))

    def since(self, room: str, number: int) -> Sequence[RoomEntry]:
        return self.log[number:]


class FakeDesk:
    """The desk of seat s1 in a room opened as told; the facilitator acts by `room.say`."""

    def __init__(self, *first: RoomEvent, house: FakeHouse | None = None, name: str = "An", **opened: object) -> None:
        self.house = house or FakeHouse()
        self.rooms = ListedRooms()
        self.seat_id = "s1"
        self.trouble = ""
        self.ordered: list[int] = []
        self.begun: dict[int, Exercise] = {}
        self.told: list[Callable[[Topic], None]] = []
        header = RoomHeader("r1", "ABC234", "secret", "Lớp [bold]tập huấn", "2026-07-01T08:00:00Z")
        room = LiveRoom(header, self.rooms, Feed(), self._hand_over)  # type: ignore[arg-type]  # what it uses of them
        self.room = room
        programme = opened.pop("programme", (SCENARIO,))
        beginning = e.Opened.model_validate({"programme": programme, **opened})
        for event in (beginning, e.SeatTaken(seat="s1", name=name, pin="4821"), *first):
            room.say(event)

    def _hand_over(self, call: Callable[[], None]) -> None:
        with suppress(RuntimeError):
            asyncio.get_running_loop().call_soon(call)
            return
        if self.loop is not None:
            self.loop.call_soon_threadsafe(call)

    loop: asyncio.AbstractEventLoop | None = None

    def turn(self) -> _Turn:
        return _Turn()

    def exercise(self) -> Exercise:
        self.house._raise_trouble()
        run = self.room.state.run
        if run not in self.begun:
            self.begun[run] = self.house.begin(self.room.state.scenario, self.room.state.mode)
            self.room.say(e.Begun(owner="s1", run=run, session=self.begun[run].session_id))
        return self.begun[run]

    def apply_orders(self, exercise: Exercise, *, questions: bool = True) -> None:
        for given in self.room.state.orders_for("s1"):
            event = given.event
            if given.number in exercise.state.orders or (isinstance(event, e.Asked) and not questions):
                continue
            with suppress(IllegalEvent):
                if isinstance(event, e.Extended):
                    exercise.extend(event.seconds * 1000, given.number)
                elif isinstance(event, e.Injected):
                    exercise.inject(RoomInject(given.number, event.text, event.headline, event.source))
                elif isinstance(event, e.Asked):
                    exercise.ask(event.journalist, event.text, event.skills, given.number)

    def holds(self) -> frozenset[str] | None:
        return None

    def suggestions(self, scene: str) -> Sequence[Suggestion]:
        return ()

    def suggest(self, scene: str, text: str) -> None:
        """There is nobody to suggest it to."""

    def watch(self, told: Callable[[Topic], None]) -> Callable[[], None]:
        self.told.append(told)
        return lambda: self.told.remove(told)

    @property
    def said(self) -> list[RoomEvent]:
        """All events of the room's log, the last one last."""
        from simulator.workshop.room.codec import decode

        return [event for event in (decode(entry.event) for entry in self.rooms.log) if event is not None]


class _Turn(nullcontext[None]):
    async def __aenter__(self) -> None:
        return None

    async def __aexit__(self, *_: object) -> None:
        return None


class FakeChannel(Channel):
    """Keeps what an App tells. Somebody is there, unless a test says that they are away."""

    away = False

    def __init__(self) -> None:
        super().__init__()
        self.spoken: list[str] = []
        self.drafts: list[bool] = []
        self.ends: list[str] = []

    def say(self, text: str) -> None:
        self.spoken.append(text)

    def draft(self, unsent: bool) -> None:
        self.drafts.append(unsent)

    def end(self, reason: str) -> None:
        self.ends.append(reason)


def seated(desk: FakeDesk, tongue: Tongue = "en") -> SeatApp:
    """The App of seat s1."""
    return SeatApp(FakeChannel(), desk, Catalogue(tongue))


def channel(app: SeatApp) -> FakeChannel:
    assert isinstance(app.channel, FakeChannel)
    return app.channel


@asynccontextmanager
async def sitting(app: SeatApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run a seat until it is in its press room, or waits in the lobby."""
    assert isinstance(app.desk, FakeDesk)
    app.desk.loop = asyncio.get_running_loop()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield pilot


async def happens(pilot: Pilot[None], app: SeatApp, *events: RoomEvent) -> None:
    """The facilitator acts, in nobody's App."""
    for event in events:
        await asyncio.to_thread(app.desk.room.say, event)
    await settled(pilot)
    await settled(pilot)


__all__ = ["SCENARIO", "FakeChannel", "FakeDesk", "channel", "happens", "seated", "sitting"]
