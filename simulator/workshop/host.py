"""A node's room behind its door: who may come in, where they sit, and which App each place opens.

`Host` is the Door of `serving`. It knows people and places; what an App needs is made by the two factories it is given.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.errors import PodiumError
from simulator.language.catalogue import Catalogue, Tongue, template
from simulator.workshop.identity import Signer, as_shown, as_typed, observers_code, same_secret, seat_pin
from simulator.workshop.room.events import NAME_MOST, SeatTaken
from simulator.workshop.serving.door import Joined, JoinRefused, Kind, Place

if TYPE_CHECKING:
    from textual.app import App

    from simulator.workshop.live_room import LiveRoom
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState, Seat
    from simulator.workshop.serving.channel import Channel

Opens = Callable[[Place, "Channel"], Awaitable["App[Any]"]]
"""Makes the App of a place, not yet running."""


OF_PEOPLE = ("seat", "observer")
"""Kinds of places that somebody has joined for; the others are nobody's seat."""

READ_WITHIN = 3.0
"""Seconds for which somebody whose seat is not known here waits for the log to be read."""


class Host:
    """The door of one room on one node. `nodes` tells the base URLs of all living nodes, ours first."""

    def __init__(
        self,
        live: LiveRoom,
        opens: Opens,
        nodes: Callable[[], Sequence[str]],
        catalogue: Catalogue,
    ) -> None:
        self._live = live
        self._opens = opens
        self._nodes = nodes
        self._catalogue = catalogue
        self._reading: asyncio.Task[RoomState] | None = None
        self.signer = Signer(live.header.secret)
        self.observers_code = observers_code(live.header.secret)
        """The code by which observers come in, in place of the room's."""

    @property
    def room_title(self) -> str:
        return self._live.header.title

    @property
    def languages(self) -> Sequence[Tongue]:
        own = self._catalogue.tongue
        return (own, "en" if own == "vi" else "vi")

    async def join(self, code: str, name: str, pin: str, client: str) -> Joined:
        observing = same_secret(as_typed(code), self.observers_code)
        if not observing and not same_secret(as_typed(code), self._live.header.code):
            raise JoinRefused("code", template("there is no room of this code here"))
        wanted = given_name(name)
        if not wanted:
            raise JoinRefused("name", template("please give a name of at most {most} characters"), most=NAME_MOST)
        try:
            seat = await asyncio.to_thread(self._seated, wanted, pin, observing)
        except JoinRefused:
            raise
        except PodiumError as error:
            refused = JoinRefused("busy", error.message)
            refused.params = error.params
            raise refused from error
        place = place_of_seat(seat)
        return Joined(place, self.signer.token(place), seat.pin)

    async def place_of(self, token: str) -> Place | None:
        place = self.signer.place(token)
        if place is None:
            return None
        for _ in range(2):  # What was being read already when we came may not hold it yet.
            if self._is_news(place):
                await self._read_on()
        return self._as_it_stands(place)

    def known_place_of(self, token: str) -> Place | None:
        place = self.signer.place(token)
        return None if place is None else self._as_it_stands(place)

    def _as_it_stands(self, place: Place) -> Place | None:
        """A place that was signed here, with its holder's name; None if it was taken away or given anew."""
        if place.kind not in OF_PEOPLE:
            return place
        seat = self._live.state.seats.get(place.id)
        if seat is None or seat.removed or seat.generation != place.generation:
            return None
        ours = place_of_seat(seat)
        return ours if ours.kind == place.kind else None

    def _is_news(self, place: Place) -> bool:
        """Whether a seat was given, or given anew, at another node, and this one has not read of it yet."""
        seat = self._live.state.seats.get(place.id)
        return place.kind in OF_PEOPLE and (seat is None or seat.generation < place.generation)

    async def _read_on(self) -> None:
        """Read what is new in the log, once for all who wait for it, and for a while; errors are passed over."""
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(asyncio.to_thread(self._live.catch_up))
        await asyncio.wait([self._reading], timeout=READ_WITHIN)
        if self._reading.done():
            self._reading.exception()  # Taken note of: what cannot be read now stays unknown.

    async def open(self, place: Place, channel: Channel) -> App[Any]:
        return await self._opens(place, channel)

    def lobby(self, place: Place, waiting: int) -> str:
        say, count = self._catalogue.say, self._catalogue.count
        lines = [self.room_title, place.name, ""]
        lines.append(say(template("The press room is being prepared for you…")))
        if waiting:
            lines.append(count("One place is served before yours.", "{n} places are served before yours.", waiting))
        return "\n".join(lines)

    def nodes(self) -> Sequence[str]:
        return self._nodes()

    def token_of(self, kind: Kind) -> str:
        """The token of a place that is nobody's seat: the console or the projector's wall."""
        return self.signer.token(Place(kind, kind, "", 0))

    def _seated(self, name: str, pin: str, observing: bool) -> Seat:
        """The seat of this name, taken now or, with its PIN, long ago. Blocks; raises JoinRefused and PodiumError."""
        state = self._live.catch_up()
        if state.named(name) is None:
            state = self._live.say_if(partial(_taking, name, observing))
            seat = state.named(name)
            assert seat is not None
            return seat
        return _claimed(state, name, pin)


def _taking(name: str, observing: bool, state: RoomState) -> RoomEvent | None:
    """Take the next seat, unless somebody else of this name was first. Raises JoinRefused."""
    if state.closed:
        raise JoinRefused("closed", template("this room is closed"))
    if state.named(name) is not None:
        raise JoinRefused("taken", template("this name has been taken this very moment; choose another"))
    if state.full and not observing:
        raise JoinRefused("full", template("all seats of this room are taken"))
    return SeatTaken(seat=state.next_seat, name=name, pin=seat_pin(), observer=observing)


def _claimed(state: RoomState, name: str, pin: str) -> Seat:
    """The seat of a name that is taken, for whoever knows its PIN. Raises JoinRefused."""
    seat = state.named(name)
    assert seat is not None
    if seat.removed:
        raise JoinRefused("closed", template("the facilitator has removed this seat; please ask them"))
    if not pin:
        raise JoinRefused("taken", template("this name is taken; if it is yours, give the PIN of your seat"))
    if not same_secret(pin.strip(), seat.pin):
        raise JoinRefused("pin", template("this is not the PIN of that seat"))
    return seat


def place_of_seat(seat: Seat) -> Place:
    """The place that a seat is."""
    return Place("observer" if seat.observer else "seat", seat.id, seat.name, seat.generation)


def given_name(text: str) -> str:
    """A name as it is shown: composed, on one line, without what is not seen; empty if it cannot be one."""
    name = as_shown(text)
    return name if len(name) <= NAME_MOST else ""
