"""A room without a room: a small App, a door that lets in who knows the code, a real server and real sockets."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType
from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static

from simulator.language.catalogue import Tongue, template
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.workshop.identity import Signer, same_secret
from simulator.workshop.serving.channel import Channel
from simulator.workshop.serving.door import Joined, JoinRefused, Place
from simulator.workshop.serving.pages import Pages
from simulator.workshop.serving.served import Served
from simulator.workshop.serving.server import Server

CODE = "K7M2QX"
SECONDS = 10.0
"""How long a test waits for what must come."""


class Writing(App[None]):
    """A field to write in, below a heading."""

    CSS = "#area { height: 6; }"

    def __init__(self, heading: str = "PRESS ROOM") -> None:
        super().__init__()
        self.heading = heading
        self.keys: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static(self.heading, id="heading")
        yield OrderedArea("", most=20_000, id="area")

    def on_key(self, event: Key) -> None:
        self.keys.append(event.key)

    def on_mount(self) -> None:
        self.area.focus()

    @property
    def area(self) -> OrderedArea:
        return self.query_one("#area", OrderedArea)


class ServedWriting(Served, Writing):
    """The same, served."""


class FakeDoor:
    """Lets in who knows the code; every name has one place, whose PIN is 1234."""

    def __init__(self) -> None:
        self.signer = Signer("secret of this room")
        self.places: dict[str, Place] = {}
        self.apps: list[Any] = []
        self.asked = 0
        self.made: Any = lambda place, channel: ServedWriting(channel, f"PRESS ROOM OF {place.id}")

    @property
    def room_title(self) -> str:
        return 'The <landslide> & "we"'

    @property
    def languages(self) -> Sequence[Tongue]:
        return ("vi", "en")

    async def join(self, code: str, name: str, pin: str, client: str) -> Joined:
        self.asked += 1
        if not same_secret(code, CODE):
            raise JoinRefused("code", template("There is no such page."))
        if name in self.places and pin != "1234":
            raise JoinRefused("pin" if pin else "taken", template("There is no such page."))
        place = self.places.setdefault(name, Place("seat", name, name, 1))
        return Joined(place, self.signer.token(place), "1234")

    def seat(self, name: str) -> str:
        """The token of a seat."""
        place = self.places.setdefault(name, Place("seat", name, name, 1))
        return self.signer.token(place)

    async def place_of(self, token: str) -> Place | None:
        return self.known_place_of(token)

    def known_place_of(self, token: str) -> Place | None:
        signed = self.signer.place(token)
        place = signed and self.places.get(signed.id)
        return place if place and signed and place.generation == signed.generation else None

    async def open(self, place: Place, channel: Channel) -> App[Any]:
        self.apps.append(self.made(place, channel))
        app: App[Any] = self.apps[-1]
        return app

    def lobby(self, place: Place, waiting: int) -> str:
        return f"LOBBY OF {place.name}\n{waiting} before you"

    def nodes(self) -> Sequence[str]:
        return ["http://10.0.0.5:8770", "http://10.0.0.6:8770"]


def pages(folder: Path) -> Pages:
    """Two small pages and two static files."""
    (folder / "static" / "deep").mkdir(parents=True)
    (folder / "join.html").write_text('<body data-words="{{words}}" data-code="{{code}}">{{title}}</body>')
    (folder / "seat.html").write_text(
        '<body data-words="{{words}}" data-socket="{{socket}}" data-kind="{{kind}}"></body>'
    )
    (folder / "static" / "page.css").write_text("body { color: red }\n" * 100)
    (folder / "static" / "deep" / "font.woff2").write_bytes(b"font")
    (folder / "static" / "secret.py").write_text("secret")
    (folder / "outside.css").write_text("secret")
    return Pages(folder)


class Browser:
    """One WebSocket, as a page holds it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.painted = b""
        """All output so far."""
        self.told: list[list[Any]] = []
        """All messages so far."""

    async def say(self, *frame: object) -> None:
        await self.socket.send_str(json.dumps(frame))

    async def hello(self, device: str = "device-1", *, cols: int = 80, rows: int = 24, reader: int = False) -> None:
        await self.say("hello", {"cols": cols, "rows": rows, "device": device, "reader": bool(reader)})

    async def type(self, text: str) -> None:
        await self.say("keys", text)

    async def until_painted(self, text: str) -> None:
        """Read until a text is on the screen."""
        while text not in self.seen:
            assert await self.read(), f"closed before {text!r} was seen: {self.seen[-500:]!r}"

    async def until_told(self, kind: str) -> list[Any]:
        """Read until a message of this kind comes; what it says."""
        while True:
            for frame in self.told:
                if frame[0] == kind:
                    self.told.remove(frame)
                    return frame[1:]
            assert await self.read(), f"closed before {kind!r} was told"

    async def until_closed(self) -> int:
        """Read until the socket is closed; its code."""
        while await self.read():
            pass
        assert self.socket.close_code is not None
        return self.socket.close_code

    @property
    def seen(self) -> str:
        """The text of everything painted, without its places and colours."""
        return re.sub(r"\x1b\[[0-9;?<>=]*[A-Za-z]", "", self.painted.decode())

    async def read(self) -> bool:
        """Read one message; whether there was one."""
        message = await self.socket.receive(timeout=SECONDS)
        if message.type is WSMsgType.BINARY:
            self.painted += message.data
        elif message.type is WSMsgType.TEXT:
            self.told.append(json.loads(message.data))
        else:
            return False
        return True


class Hall:
    """A server that runs, and who comes to it."""

    def __init__(self, server: Server, door: FakeDoor, session: ClientSession) -> None:
        self.server = server
        self.door = door
        self.session = session
        self.troubles: list[BaseException] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @asynccontextmanager
    async def socket(self, token: str, **headers: str) -> AsyncIterator[Browser]:
        """A socket of a place, before its hello."""
        async with self.session.ws_connect(f"{self.url}/ws/{token}", headers=headers, max_msg_size=0) as socket:
            yield Browser(socket)

    @asynccontextmanager
    async def browser(self, name: str, device: str = "device-1", **hello: int) -> AsyncIterator[Browser]:
        """A browser in the seat of a name."""
        async with self.socket(self.door.seat(name)) as browser:
            await browser.hello(device, **hello)
            yield browser

    async def join(self, **fields: str) -> tuple[int, dict[str, Any]]:
        """What the server says to somebody who joins."""
        async with self.session.post(f"{self.url}/join", json=fields) as response:
            return response.status, await response.json()


@asynccontextmanager
async def hall(folder: Path, *, door: FakeDoor | None = None, idle: float = 900.0) -> AsyncIterator[Hall]:
    """A server on a free port."""
    door = door or FakeDoor()
    troubles: list[BaseException] = []
    server = Server(door, pages=pages(folder), troubled=lambda _, error: troubles.append(error), idle=idle)
    await server.start(port=0)
    connector = aiohttp.TCPConnector(limit=0)
    async with ClientSession(connector=connector) as session:
        opened = Hall(server, door, session)
        opened.troubles = troubles
        try:
            yield opened
        finally:
            await server.stop()
