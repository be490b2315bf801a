"""One node of a workshop: its copy of the room, its seats' Apps behind the web server, and its signs of life."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from contextvars import Context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator import __version__
from simulator.commands.bug_report import write_bug_report
from simulator.commands.host_desks import NOBODY, FacilitatorDesk, Node, seat_house
from simulator.commands.hosting import Hosting, opened_room
from simulator.commands.seat_house import SharedStories
from simulator.commands.warming import unseen_app
from simulator.errors import PodiumError
from simulator.journal.connect import OpenedWorkshop, open_workshop
from simulator.journal.feed import ANYTHING
from simulator.journal.patience import Patience
from simulator.journal.patient import PatientJournal
from simulator.journal.patient_rooms import PatientRooms
from simulator.journal.rooms import RoomHeader
from simulator.language.catalogue import Catalogue, template
from simulator.workshop.addresses import base_urls
from simulator.workshop.exercises import Exercises
from simulator.workshop.grading_process import GradingProcess
from simulator.workshop.host import Host, place_of_seat
from simulator.workshop.live_room import LiveRoom
from simulator.workshop.room.events import NextRun, SeatRemoved
from simulator.workshop.room.state import Seat
from simulator.workshop.seat_desk import RoomSeatDesk
from simulator.workshop.serving import collector, words
from simulator.workshop.serving.server import Server
from simulator.workshop.watch import Watch

if TYPE_CHECKING:
    from textual.app import App

    from simulator.scenario.model import Scenario
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState
    from simulator.workshop.serving.channel import Channel
    from simulator.workshop.serving.door import Kind, Place

BEAT_S = 5.0
"""Seconds between two signs of life of a node."""

ALIVE_S = 20.0
"""A node that was not heard of for so many seconds is not told to browsers any more."""

PATIENCE_S = 60.0
"""How long a step waits for a database that is gone; then whoever made it is told, and nothing is lost but the wait."""

THREADS = 64
"""Threads for what blocks: seats that wait for the grading process or the database hold one each."""

BOOTS = 2
"""Press rooms that are laid out at once."""

TIDY_S = 20.0
"""Seconds after a new scenario was begun, by which its press rooms are laid out and the trainees read."""

MOMENT_S = 1.0
"""Seconds for which the App of a removed seat may go on."""

FAULTS = 20
"""So many are written down: the same fault may meet every seat of a hall."""


class Serving:
    """One node while it serves. `urls` are its own base URLs, the one to be told first."""

    def __init__(self, hosting: Hosting, opened: OpenedWorkshop, header: RoomHeader, catalogue: Catalogue) -> None:
        hand_over = handed_over(asyncio.get_running_loop())
        self.catalogue = catalogue
        self.urls: Sequence[str] = ()
        self.node_id = secrets.token_hex(6)
        self._others: Sequence[str] = ()
        feed = opened.feed
        self.patience = patience = Patience(PATIENCE_S, lambda gone: feed.publish(ANYTHING))
        journal = PatientJournal(opened.journal, PATIENCE_S, patience=patience)
        rooms = PatientRooms(opened.rooms, PATIENCE_S, patience=patience)
        self.opened = OpenedWorkshop(journal, rooms, feed, opened.notice, opened.close)
        self.live = LiveRoom(header, rooms, feed, hand_over)
        self._turns = asyncio.Semaphore(BOOTS)
        self.door = Host(self.live, self.open_app, self.nodes, catalogue)
        self.server = Server(self.door, warm=self._unseen, troubled=self._troubled, others=lambda: self._others)
        self.faults: list[Path] = []
        """Where faults of our own were written down that closed somebody's App."""
        self.node = Node(
            live=self.live,
            opened=self.opened,
            stories=SharedStories(),
            grading=GradingProcess(),
            exercises=Exercises(self.live, journal),
            watch=Watch(self.live, journal, rooms, feed, self._scenario_of, hand_over),
            lag=lambda: self.server.lag.p99,
            urls=lambda: (*self.urls, *self._others),
            nodes=self.nodes,
            link=self.link,
            place_link=self.place_link,
            observers_code=self.door.observers_code,
        )
        self.hosting = hosting

    def nodes(self) -> Sequence[str]:
        """One base URL of each living node, ours first."""
        return (*self.urls[:1], *self._others)

    def show_out(self, state: RoomState, number: int, event: RoomEvent) -> None:
        """Whoever is removed loses the place, whatever their App is doing; it has a moment to tell them itself."""
        seat = state.seats.get(event.seat) if isinstance(event, SeatRemoved) else None
        if seat is None:
            return
        channel = self.server.channel(place_of_seat(seat).kind, seat.id)
        if channel is not None:
            told = self.catalogue.say(words.REMOVED)
            asyncio.get_running_loop().call_later(MOMENT_S, channel.end, told)

    def tidy(self, state: RoomState, number: int, event: RoomEvent) -> None:
        """Between two scenarios nobody types: the press rooms of the last one are taken away."""
        if isinstance(event, NextRun):
            asyncio.get_running_loop().call_later(TIDY_S, collector.take_away)

    def link(self, seat: Seat) -> str:
        """The address of a seat, to be handed to whoever sits there."""
        place = place_of_seat(seat)
        return f"{self.urls[0]}/{place.kind}/{self.door.signer.token(place)}"

    def place_link(self, kind: Kind) -> str:
        """The address of the console or of the projector's wall."""
        return f"{self.urls[0]}/{kind}/{self.door.token_of(kind)}"

    def facilitator(self, by: str) -> FacilitatorDesk:
        """A desk for the console and its like."""
        return FacilitatorDesk(self.node, self.catalogue.tongue, by)

    async def open_app(self, place: Place, channel: Channel) -> App[Any]:
        """The App of a place."""
        catalogue = Catalogue(self.catalogue.tongue)
        if place.kind == "seat":
            from simulator.workshop.seat.app import SeatApp

            seat = self.live.state.seats[place.id]
            house = seat_house(self.node, seat)
            desk = RoomSeatDesk(
                self.live, place.id, house, self.node.exercises, self.opened.rooms, self.opened.feed, self._turns
            )
            return SeatApp(channel, desk, catalogue)
        return self._facilitating(place, channel, catalogue)

    def _facilitating(self, place: Place, channel: Channel, catalogue: Catalogue) -> App[Any]:
        from simulator.workshop.console.served import ServedConsoleApp, ServedObserverApp, ServedProjectorApp

        by = catalogue.say(template("facilitator"))
        if place.kind == "console":
            return ServedConsoleApp(channel, self.facilitator(by), catalogue)
        if place.kind == "wall":
            return ServedProjectorApp(channel, self.facilitator(by), catalogue)
        return ServedObserverApp(channel, self.facilitator(place.name), catalogue, name=place.name)

    def _troubled(self, place: Place, error: BaseException) -> None:
        """Write a fault down: nobody who sits here sees what a seat in a browser ran into."""
        if len(self.faults) < FAULTS:
            self.faults.append(write_bug_report(error, __version__))

    async def _unseen(self, channel: Channel) -> App[Any]:
        house = seat_house(self.node, NOBODY)
        house.speak(self.catalogue.tongue)
        loaded = await asyncio.to_thread(house.loaded, self.live.state.scenario)
        return unseen_app(channel, house, loaded, Catalogue(self.catalogue.tongue))

    async def beat(self) -> None:
        """Give signs of life, and learn of the others, as long as this node serves."""
        rooms, room = self.opened.rooms, self.live.header.id
        while True:
            with suppress(PodiumError):
                await asyncio.to_thread(rooms.beat, self.node_id, room, self.urls[0])
                await self.know_others()
            await asyncio.sleep(BEAT_S)

    async def know_others(self) -> None:
        """Look up which other nodes serve the room now. Raises PodiumError."""
        nodes = await asyncio.to_thread(self.opened.rooms.nodes, self.live.header.id, ALIVE_S)
        self._others = tuple(one.url for one in nodes if one.id != self.node_id)

    def _scenario_of(self, session: str) -> Scenario:
        house = seat_house(self.node, NOBODY)
        house.speak(self.catalogue.tongue)
        return house.of_session(self.opened.journal.header(session)).scenario


def handed_over(loop: asyncio.AbstractEventLoop) -> Callable[[Callable[[], None]], None]:
    """Passes calls to a loop, in a clean context: in that of the App that spoke, another App's widgets are refused."""

    def hand_over(call: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # The loop is closed already.
            loop.call_soon_threadsafe(call, context=Context())

    return hand_over


@asynccontextmanager
async def serving(hosting: Hosting, catalogue: Catalogue) -> AsyncIterator[Serving]:
    """A node that serves, from when browsers can come until the end. Raises PodiumError."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    opened = await asyncio.to_thread(open_workshop, hosting.database or None, hosting.shared)
    try:
        header = await asyncio.to_thread(opened_room, hosting, opened)
        node = Serving(hosting, opened, header, catalogue)
        try:
            await asyncio.to_thread(_get_ready, node)
            port = await node.server.start(hosting.address, hosting.port, ssl_context=hosting.tls)
        except PodiumError:
            await asyncio.to_thread(_abandon, node, is_new=not hosting.room)
            raise
        node.urls = base_urls(hosting.address, port, secure=hosting.tls is not None, public=hosting.public_url)
        beating = asyncio.create_task(node.beat())
        try:
            yield node
        finally:
            beating.cancel()
            await node.server.stop()
            await asyncio.to_thread(_end, node)
    finally:
        await asyncio.to_thread(opened.close)


def _get_ready(node: Serving) -> None:
    node.live.catch_up()
    node.live.subscribe(node.show_out)
    node.live.subscribe(node.tidy)
    node.live.follow()
    node.opened.feed.start()
    node.node.grading.warm_up()
    node.node.watch.start()


def _abandon(node: Serving, *, is_new: bool) -> None:
    """End a node that nobody could come to; a room that was opened for it does not stay on record."""
    _end(node)
    if is_new:
        with suppress(PodiumError):
            node.opened.rooms.delete(node.live.header.id, ())


def _end(node: Serving) -> None:
    node.patience.give_up()  # Nobody is left to wait for a database that is gone; threads that do would hold us up.
    node.node.watch.close()
    node.live.close()
    node.node.grading.close()
    with suppress(PodiumError):
        node.opened.rooms.leave(node.node_id)
