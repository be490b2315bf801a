"""A room of several seats on one node, for the screens of tables and of a hall: each has its own App and desk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from textual.pilot import Pilot

from simulator.exercise.exercise import Exercise
from simulator.journal.feed import Feed
from simulator.journal.rooms import RoomHeader
from simulator.language.catalogue import Catalogue, Tongue
from simulator.scenario.model import Scenario
from simulator.workshop.live_room import LiveRoom
from simulator.workshop.room import events as e
from simulator.workshop.room.events import RoomEvent
from simulator.workshop.seat.app import SeatApp
from simulator.workshop.seat.desk import Suggestion, Topic
from simulator.workshop.seat.role_card import hidden_from
from tests.tui.house import FakeHouse, settled
from tests.tui.story import landslide
from tests.workshop.seat.desk import FakeChannel, FakeDesk, ListedRooms

NAMES = ("An", "Bình", "Chi", "Dũng", "Giang")

CARDS = (
    {"role": "spokesperson", "brief": "Anh chị nói.", "holds": ("u1",)},
    {"role": "fact_checker", "brief": "Anh chị giữ sổ trực.", "holds": ("f1",)},
    {"role": "social_listener", "brief": "Anh chị đọc mạng.", "holds": ("m1",)},
    {"role": "duty_officer", "brief": "Anh chị giữ bộ đàm.", "holds": ("f2", "r1")},
)


def carded(**changes: object) -> Scenario:
    """The landslide with a card for each role."""
    return landslide(role_cards=CARDS, **changes)


class SharedDesk(FakeDesk):
    """One seat's desk of a room that several share; drafts are kept by scene and seat."""

    def __init__(self, room: TableRoom, seat_id: str) -> None:
        self.house = room.house
        self.rooms = room.rooms
        self.room = room.live
        self.seat_id = seat_id
        self.trouble = ""
        self.told: list[Callable[[Topic], None]] = []
        self._shared = room

    def exercise(self) -> Exercise:
        self.house._raise_trouble()
        state = self.room.state
        owner = state.owner(state.seats[self.seat_id])
        with self._shared.lock:
            if owner not in self._shared.begun:
                self._shared.begun[owner] = self.house.begin(state.scenario, state.mode)
                self.room.say(e.Begun(owner=owner, run=state.run, session=self._shared.begun[owner].session_id))
        return self._shared.begun[owner]

    def apply_orders(self, exercise: Exercise, *, questions: bool = True) -> None:
        """The facilitator orders nothing here."""

    def holds(self) -> frozenset[str] | None:
        return hidden_from(carded(), self.room.state, self.room.state.seats[self.seat_id])

    def suggestions(self, scene: str) -> Sequence[Suggestion]:
        self._shared.read += 1
        state = self.room.state
        return [
            Suggestion(seat, state.seats[seat].name, state.role(state.seats[seat]), text)
            for (about, seat), text in self._shared.drafts.items()
            if about == scene and seat != self.seat_id and text
        ]

    def suggest(self, scene: str, text: str) -> None:
        if self._shared.trouble is not None:
            raise self._shared.trouble
        self._shared.drafts[scene, self.seat_id] = text
        self._shared.tell("drafts")


class TableRoom:
    """The room: seats s1, s2 … in the order of `names`, the first of them at chair 0 of table t1."""

    def __init__(self, *names: str, house: FakeHouse | None = None, **opened: object) -> None:
        from threading import RLock

        self.house = house or FakeHouse(carded())
        self.rooms = ListedRooms()
        self.begun: dict[str, Exercise] = {}
        self.drafts: dict[tuple[str, str], str] = {}
        self.read = 0
        self.trouble: Exception | None = None
        self.lock = RLock()
        self.loop: asyncio.AbstractEventLoop | None = None
        header = RoomHeader("r1", "ABC234", "secret", "Lớp [bold]tập huấn", "2026-07-01T08:00:00Z")
        self.live = LiveRoom(header, self.rooms, Feed(), self._hand_over)  # type: ignore[arg-type]
        opened.setdefault("programme", ("sat-lo-khe-ten",))
        self.live.say(e.Opened.model_validate(opened))
        for number, name in enumerate(names, 1):
            self.live.say(e.SeatTaken(seat=f"s{number}", name=name, pin="4821"))
        self.desks = {f"s{number}": SharedDesk(self, f"s{number}") for number in range(1, len(names) + 1)}

    def desk(self, seat: str) -> SharedDesk:
        if seat not in self.desks:
            self.desks[seat] = SharedDesk(self, seat)
        return self.desks[seat]

    def app(self, seat: str, tongue: Tongue = "en") -> SeatApp:
        """The App of a seat, not running yet."""
        return SeatApp(FakeChannel(), self.desk(seat), Catalogue(tongue))

    def tell(self, topic: Topic) -> None:
        """What the feed would tell every seat."""
        for desk in self.desks.values():
            for told in tuple(desk.told):
                self._hand_over(lambda told=told: told(topic))  # type: ignore[misc]

    @property
    def session(self) -> Exercise:
        """The only session begun."""
        (exercise,) = self.begun.values()
        return exercise

    def _hand_over(self, call: Callable[[], None]) -> None:
        with suppress(RuntimeError):
            asyncio.get_running_loop().call_soon(call)
            return
        if self.loop is not None:
            self.loop.call_soon_threadsafe(call)


@asynccontextmanager
async def seats(
    room: TableRoom, *apps: SeatApp, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], ...]]:
    """Run several seats side by side on one loop until each is where it plays."""
    room.loop = asyncio.get_running_loop()
    async with AsyncExitStack() as stack:
        pilots = []
        for app in apps:
            pilots.append(await stack.enter_async_context(app.run_test(size=size, notifications=True)))
            await settled(pilots[-1])
            await settled(pilots[-1])
        yield tuple(pilots)


async def acts(room: TableRoom, pilots: Sequence[Pilot[None]], *events: RoomEvent) -> None:
    """The facilitator acts, or somebody joins, in nobody's App."""
    for event in events:
        await asyncio.to_thread(room.live.say, event)
    for pilot in (*pilots, *pilots):
        await settled(pilot)
