"""A room as it is hosted: the real node, its real Apps and a real record; only the grader is quick."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from simulator.commands import host_node
from simulator.commands.host_node import Serving, serving
from simulator.commands.hosting import Hosting
from simulator.language.catalogue import Catalogue
from simulator.workshop.room.codec import decode
from simulator.workshop.room.events import RoomEvent
from tests.workshop.nodes import SCENARIO, QuickGrading
from tests.workshop.serving.house import Browser

GIVEN: dict[str, Any] = {
    "programme": (SCENARIO,),
    "modes": ("practice",),
    "title": "Hội trường",
    "room": "",
    "pace": "own_pace",
    "tables": False,
    "seats": 40,
    "waits": False,
    "time_scale": 100,
    "database": "",
    "shared": False,
    "port": 0,
    "address": "127.0.0.1",
    "public_url": "",
    "tls": None,
    "console": False,
}


class Guest(Browser):
    """A browser that reads on by itself."""

    token = ""
    path = ""
    pin = ""
    reading: asyncio.Task[None]

    async def read_on(self) -> None:
        while await self.read():
            pass

    async def sees(self, text: str, seconds: float = 15.0) -> None:
        """Wait until a text has been painted."""
        await self.comes(lambda: text in self.seen, seconds, text)

    async def is_told(self, kind: str, seconds: float = 15.0) -> list[Any]:
        """Wait until a message of this kind came."""
        await self.comes(lambda: any(frame[0] == kind for frame in self.told), seconds, kind)
        return next(frame for frame in self.told if frame[0] == kind)[1:]

    async def comes(self, true: Callable[[], object], seconds: float = 15.0, what: str = "") -> None:
        """Wait until something is true; it is an error if it never is."""
        for _ in range(int(seconds / 0.02)):
            if true():
                return
            await asyncio.sleep(0.02)
        assert true(), f"{what!r} never came: {self.told} {self.seen[-1500:]}"


class RealRoom:
    """A node that serves, and who comes to it."""

    def __init__(self, node: Serving, session: aiohttp.ClientSession) -> None:
        self.node = node
        self.session = session
        self.apps: dict[str, Any] = {}
        """The App of each place, by the place's id."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.node.server.port}"

    @property
    def code(self) -> str:
        return self.node.live.header.code

    @property
    def events(self) -> list[RoomEvent]:
        """All that the room's log holds."""
        live = self.node.live
        return [event for one in live.rooms.since(live.header.id, 0) if (event := decode(one.event)) is not None]

    async def ask(self, name: str, code: str = "", pin: str = "", address: str = "") -> tuple[int, dict[str, Any]]:
        """Ask for a seat from an address of this machine; the status and what is said."""
        connector = aiohttp.TCPConnector(local_addr=(address, 0)) if address else None
        session = aiohttp.ClientSession(connector=connector) if connector else self.session
        try:
            asked = {"code": code or self.code, "name": name, "pin": pin}
            async with session.post(f"{self.url}/join", json=asked) as answer:
                return answer.status, await answer.json()
        finally:
            if connector:
                await session.close()

    @asynccontextmanager
    async def at(
        self, token: str, device: str = "device-1", *, cols: int = 80, rows: int = 24, reader: bool = False
    ) -> AsyncIterator[Guest]:
        """A browser in the place of a token."""
        async with self.session.ws_connect(f"{self.url}/ws/{token}", max_msg_size=0) as socket:
            guest = Guest(socket)
            guest.token = token
            await guest.hello(device, cols=cols, rows=rows, reader=reader)
            guest.reading = asyncio.create_task(guest.read_on())
            try:
                yield guest
            finally:
                guest.reading.cancel()
                with suppress(asyncio.CancelledError, Exception):
                    await guest.reading

    @asynccontextmanager
    async def seat(self, name: str, code: str = "", *, reader: bool = False) -> AsyncIterator[Guest]:
        """A browser that has joined."""
        status, said = await self.ask(name, code)
        assert status == 200, said
        async with self.at(said["path"].rpartition("/")[2], reader=reader) as guest:
            guest.path, guest.pin = said["path"], said["pin"]
            yield guest

    def place(self, kind: Any) -> str:  # noqa: ANN401  # a Kind
        """The token of the console or the wall."""
        return self.node.door.token_of(kind)


@asynccontextmanager
async def real_room(folder: Path, patch: pytest.MonkeyPatch, **given: Any) -> AsyncIterator[RealRoom]:  # noqa: ANN401
    """A room of the scenario on a free port, its record in the folder."""
    patch.setattr(host_node, "GradingProcess", QuickGrading)
    patch.setattr(host_node, "write_bug_report", lambda error, version: traceback.format_exception(error)[-3:])
    database = f"sqlite:///{folder}/room.sqlite3"
    hosting = Hosting(**(GIVEN | {"database": database} | given))
    async with (
        serving(hosting, Catalogue("en")) as node,
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session,
    ):
        room = RealRoom(node, session)
        opens = node.door._opens

        async def watched(place: Any, channel: Any) -> Any:  # noqa: ANN401  # as the door's
            room.apps[place.id] = await opens(place, channel)
            return room.apps[place.id]

        node.door._opens = watched
        yield room
