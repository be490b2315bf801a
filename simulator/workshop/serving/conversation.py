"""One browser's conversation over its WebSocket, from the hello to the end: whoever breaks the rules is sent away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from aiohttp import WSMsgType, web

from simulator.language.catalogue import Catalogue
from simulator.workshop.serving import words
from simulator.workshop.serving.allowance import (
    KEYS_AT_ONCE,
    KEYS_PER_SECOND,
    MESSAGES_AT_ONCE,
    MESSAGES_PER_SECOND,
    Allowance,
)
from simulator.workshop.serving.dealing import seen_from
from simulator.workshop.serving.door import Door, Place
from simulator.workshop.serving.frames import Focus, Frame, Hello, Keys, Ping, Refused, Resized, Take, frame_of
from simulator.workshop.serving.neighbours import Neighbours
from simulator.workshop.serving.occupancy import Occupancies, Occupancy
from simulator.workshop.serving.outlet import GOING_AWAY, VIOLATION, Outlet

HELLO_WITHIN = 10.0
"""Seconds."""

GOODBYE_WITHIN = 5.0
"""Seconds for which a socket that is to be closed may take what is still queued for it."""


class Conversation:
    """One socket's. `hold` returns when the socket is closed, and never raises for what a browser did."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        token: str,
        door: Door,
        occupancies: Occupancies,
        neighbours: Neighbours,
        catalogue: Catalogue,
        host: str,
    ) -> None:
        self._host = host
        self._socket = socket
        self.token = token
        self._door = door
        self._occupancies = occupancies
        self._neighbours = neighbours
        self._catalogue = catalogue
        self._outlet = Outlet(socket)
        self._occupancy: Occupancy | None = None
        self._messages = Allowance(MESSAGES_PER_SECOND, MESSAGES_AT_ONCE)
        self._keys = Allowance(KEYS_PER_SECOND, KEYS_AT_ONCE)

    async def hold(self) -> None:
        """Talk until one of both closes."""
        writing = asyncio.get_running_loop().create_task(self._outlet.write_all())
        try:
            await self._talk()
        except Refused as refused:
            self._outlet.close(VIOLATION, str(refused))
        finally:
            if self._occupancy is not None:
                self._occupancy.detach(self._outlet)
            self._outlet.close()
            await asyncio.wait([writing], timeout=GOODBYE_WITHIN)
            writing.cancel()

    def go_away(self) -> None:
        """Close the socket without a word, because the node goes away."""
        self._outlet.close(GOING_AWAY)

    async def _talk(self) -> None:
        place = await self._door.place_of(self.token)
        if place is None:
            self._outlet.tell("end", self._catalogue.say(words.NO_PLACE))
            raise Refused("no such place")
        frames = self._frames()
        hello = await self._hello(frames)
        if await self._is_held(place, hello.device):
            self._outlet.tell("occupied")
            hello = await self._taking(frames, hello)
            if place.kind == "seat":
                await self._neighbours.give_up(self.token, hello.device)
        await self._attach(hello)
        async for frame in frames:
            await self._obey(frame)

    async def _is_held(self, place: Place, device: str) -> bool:
        """Whether another device has the place open, here or, if it is a seat, at another node."""
        if self._occupancies.is_held(place, device):
            return True
        return place.kind == "seat" and await self._neighbours.hold(self.token, device)

    async def _hello(self, frames: AsyncIterator[Frame]) -> Hello:
        try:
            first = await asyncio.wait_for(anext(frames), HELLO_WITHIN)
        except TimeoutError:
            raise Refused("no hello in time") from None
        except StopAsyncIteration:
            raise Refused("gone") from None
        if not isinstance(first, Hello):
            raise Refused("the first message must be a hello")
        return first

    async def _taking(self, frames: AsyncIterator[Frame], hello: Hello) -> Hello:
        """Wait until the device takes the place over, on purpose."""
        async for frame in frames:
            match frame:
                case Take():
                    return hello
                case Resized():
                    hello = Hello(frame.size, hello.device, hello.reader)
                case Ping():
                    self._outlet.tell("pong", frame.number)
        raise Refused("gone")

    async def _attach(self, hello: Hello) -> None:
        # Asked once more: between hello and taking over, the place may have been taken away.
        place = await self._door.place_of(self.token)
        if place is None:
            self._outlet.tell("end", self._catalogue.say(words.NO_PLACE))
            raise Refused("no such place")
        told = {
            "name": place.name,
            "room": self._door.room_title,
            "nodes": [*seen_from(self._host, self._door.nodes())],
        }
        self._outlet.tell("welcome", told)
        self._occupancy = self._occupancies.of(place, self._catalogue)
        self._occupancy.attach(self._outlet, hello, self._catalogue)

    async def _obey(self, frame: Frame) -> None:
        assert self._occupancy is not None
        channel = self._occupancy.channel
        if channel.outlet is not self._outlet:
            return  # Another device has the place by now; this socket is being closed.
        match frame:
            case Keys(text):
                if not self._keys.take(len(text)):
                    raise Refused("too much typed")
                await channel.typed(text)
            case Resized(size):
                channel.resize(size)
            case Focus(focused):
                channel.focus(focused)
            case Ping(number):
                self._outlet.tell("pong", number)
            case Hello():
                raise Refused("only the first message is a hello")
            case Take():
                pass  # It has the place already.

    async def _frames(self) -> AsyncIterator[Frame]:
        with suppress(ConnectionError):
            async for message in self._socket:
                if message.type is not WSMsgType.TEXT:
                    raise Refused("only text messages are read")
                if not self._messages.take():
                    raise Refused("too many messages")
                yield frame_of(message.data)
