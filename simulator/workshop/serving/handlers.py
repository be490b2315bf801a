"""What is answered to HTTP: pages, joining, static files, health, and the WebSocket's beginning."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from socket import SO_SNDBUF, SOL_SOCKET
from typing import Any

from aiohttp import hdrs, web

from simulator.language.catalogue import Catalogue
from simulator.language.signs import plain
from simulator.workshop.identity import Attempts, as_shown, as_typed
from simulator.workshop.serving import words
from simulator.workshop.serving.conversation import Conversation
from simulator.workshop.serving.dealing import dealt, seen_from
from simulator.workshop.serving.door import KINDS, Door, JoinRefused, Place
from simulator.workshop.serving.frames import FRAME_AT_MOST
from simulator.workshop.serving.headers import is_ours
from simulator.workshop.serving.middleware import TERMINAL, refusal
from simulator.workshop.serving.neighbours import PATH as HELD
from simulator.workshop.serving.neighbours import Neighbours
from simulator.workshop.serving.occupancy import Occupancies
from simulator.workshop.serving.pages import Pages, filled

HEARTBEAT = 20.0
"""Seconds between pings; a browser that does not answer one for half as long is gone. Until that is noticed, the clock
of a timed question runs on; sooner, and whoever is slow for a while would be sent away."""

SEND_BUFFER = 128 * 1024
"""Bytes that the system queues for one browser."""

BODY_AT_MOST = 4096
"""Bytes of a request."""

BODY_WITHIN = 10.0
"""Seconds for the whole of it."""

SOCKETS_AT_MOST = 10
"""Sockets of one place at a time: those of its device, of others that want it, and some that broke."""

HOUR = 3600.0
PINS_OF_SEAT = 10
PINS_OF_ONE = 30
"""Wrong PINs an hour, for one seat by whomever and by one client for any seat: of 10,000 PINs, in a workshop of eight
hours, less than one in a hundred is guessed. Whoever has forgotten theirs asks the facilitator for a link."""

ARRIVALS = 120
"""New seats a minute for one client, which may be a whole hall behind one address; this machine may take any number."""

UNLIMITED = 1 << 30

_CODE = re.compile(r"[A-Za-z0-9-]{0,12}")
_FIELDS = {"code": 32, "name": 200, "pin": 16}


class Handlers:
    """The answers, over one door."""

    def __init__(self, door: Door, occupancies: Occupancies, pages: Pages, neighbours: Neighbours) -> None:
        self._door = door
        self._occupancies = occupancies
        self._pages = pages
        self._neighbours = neighbours
        self._codes = Attempts()
        self._pins = Attempts(window=HOUR, each=PINS_OF_ONE, all=UNLIMITED)
        self._pins_of_seat = Attempts(window=HOUR, each=PINS_OF_SEAT, all=UNLIMITED)
        self._arrivals = Attempts(each=ARRIVALS, all=UNLIMITED)
        self._one_pin = asyncio.Lock()
        self._conversations: set[Conversation] = set()

    def routes(self) -> list[web.RouteDef]:
        """All routes."""
        kinds = "|".join(KINDS)
        return [
            web.get("/", self.join_page),
            web.get("/r/{code}", self.join_page),
            web.post("/join", self.join),
            web.get(f"/{{kind:{kinds}}}/{{token}}", self.seat_page),
            web.get("/ws/{token}", self.socket),
            web.get("/static/{path:.+}", self.static),
            web.get("/health", self.health),
            web.get(HELD.format(token="{token}"), self.held),
            web.post(HELD.format(token="{token}"), self.give_up),
        ]

    def _nodes(self, request: web.BaseRequest) -> Sequence[str]:
        """The nodes as the browser that asks reaches them, ours first."""
        return seen_from(request.host, self._door.nodes())

    def catalogue(self, request: web.BaseRequest) -> Catalogue:
        """The language that an answer is given in."""
        accepted = request.headers.get(hdrs.ACCEPT_LANGUAGE)
        return Catalogue(words.tongue_of(request.query.get("lang"), accepted, self._door.languages))

    async def join_page(self, request: web.Request) -> web.Response:
        """The page on which people join; with the code, where the address holds it."""
        code = request.match_info.get("code", "")
        return self._page(request, self._pages.join, code=code if _CODE.fullmatch(code) else "")

    async def seat_page(self, request: web.Request) -> web.Response:
        """The page with the terminal, of whoever has a token."""
        token, kind = request.match_info["token"], request.match_info["kind"]
        place = await self._door.place_of(token)
        if place is None or place.kind != kind:
            raise refusal(403, self.catalogue(request).say(words.NO_PLACE))
        request[TERMINAL] = True
        return self._page(request, self._pages.seat, socket=f"/ws/{token}", kind=kind)

    def _page(self, request: web.Request, page: str, **values: object) -> web.Response:
        catalogue = self.catalogue(request)
        texts = words.page_words(catalogue)
        title = self._door.room_title
        html = filled(page, **{**texts, **values, "words": texts, "lang": catalogue.tongue, "title": title})
        return web.Response(text=html, content_type="text/html")

    async def join(self, request: web.Request) -> web.Response:
        """Let somebody in who knows the room's code."""
        if not is_ours(request.headers.get(hdrs.ORIGIN), request.host, self._nodes(request)):
            raise refusal(403)
        asked = await _fields(request)
        if not asked["pin"]:
            return await self._joined(request, asked)
        # One PIN after the other: of a burst, all would be looked at before the first wrong one was counted.
        async with self._one_pin:
            return await self._joined(request, asked)

    async def _joined(self, request: web.Request, asked: dict[str, str]) -> web.Response:
        catalogue = self.catalogue(request)
        client = request.remote or ""
        seat = as_shown(asked["name"]).casefold()
        if wait := self._wait(client, seat if asked["pin"] else ""):
            text = catalogue.say(words.TOO_MANY, s=wait)
            return _refused(429, text, reason="attempts", wait=wait)
        try:
            joined = await self._door.join(as_typed(asked["code"]), asked["name"], asked["pin"], client)
        except JoinRefused as refused:
            if refused.reason == "code":
                self._codes.wrong(client)
            elif refused.reason == "pin":
                self._pins.wrong(client)
                self._pins_of_seat.wrong(seat)
            text = catalogue.say(refused.message, **refused.params)
            taken = {"taken": True} if refused.status == 409 else {}
            return _refused(refused.status, text, reason=refused.reason, **taken)
        if not asked["pin"] and not _is_this_machine(client):
            self._arrivals.wrong(client)
        told = {"path": f"/{joined.place.kind}/{joined.token}", "pin": joined.pin}
        # Where the seat is served, if not here; the browser goes there.
        return web.json_response(told | {"at": dealt(joined.place, self._nodes(request))})

    def _wait(self, client: str, seat: str) -> int:
        """Seconds for which a client is not listened to; `seat` is the name whose PIN is given, if one is."""
        waits = [self._codes.wait(client)]
        waits += [self._pins.wait(client), self._pins_of_seat.wait(seat)] if seat else [self._arrivals.wait(client)]
        return max(waits)

    async def static(self, request: web.Request) -> web.Response:
        """A file that is known by this very name; nothing is looked for on the disk."""
        file = self._pages.static.get(request.match_info["path"])
        if file is None:
            raise refusal(404)
        sent = {hdrs.ETAG: file.tag, hdrs.VARY: "Accept-Encoding", hdrs.CACHE_CONTROL: "no-cache"}
        if request.headers.get(hdrs.IF_NONE_MATCH) == file.tag:
            return web.Response(status=304, headers=sent)
        sent[hdrs.CONTENT_TYPE] = file.kind
        if file.pressed and "gzip" in request.headers.get(hdrs.ACCEPT_ENCODING, ""):
            return web.Response(body=file.pressed, headers={**sent, hdrs.CONTENT_ENCODING: "gzip"})
        return web.Response(body=file.data, headers=sent)

    async def health(self, request: web.Request) -> web.Response:
        """That the server is well: for other nodes and for whoever watches."""
        return web.json_response({"ok": True})

    async def held(self, request: web.Request) -> web.Response:
        """To another node: whether another device than the one named has a place open here."""
        return web.json_response({"held": self._occupancies.is_held(*self._asked_for(request))})

    async def give_up(self, request: web.Request) -> web.Response:
        """At another node's wish: have the device that has a place open here told that it was taken over."""
        return web.json_response({"held": self._occupancies.give_up(*self._asked_for(request))})

    def _asked_for(self, request: web.Request) -> tuple[Place, str]:
        """The place of a token, and the device that wants it. No page asks this: a browser is refused."""
        place = self._door.known_place_of(request.match_info["token"])
        if place is None or hdrs.ORIGIN in request.headers:
            raise refusal(403)
        return place, request.query.get("device", "")

    async def socket(self, request: web.Request) -> web.StreamResponse:
        """A browser's WebSocket; only from our own pages, or from no page at all."""
        if not is_ours(request.headers.get(hdrs.ORIGIN), request.host, self._nodes(request)):
            raise refusal(403)
        # Twice the limit, so that what is somewhat too long is refused in our words; more than that, aiohttp refuses.
        token = request.match_info["token"]
        if sum(each.token == token for each in self._conversations) >= SOCKETS_AT_MOST:
            raise refusal(429)
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=2 * FRAME_AT_MOST, compress=False)
        if not socket.can_prepare(request).ok:
            raise refusal(400)
        await socket.prepare(request)
        _keep_short(request)
        conversation = Conversation(
            socket,
            token,
            self._door,
            self._occupancies,
            self._neighbours,
            self.catalogue(request),
            request.host,
        )
        self._conversations.add(conversation)
        try:
            await conversation.hold()
        finally:
            self._conversations.discard(conversation)
        return socket

    async def go_away(self) -> None:
        """Close all sockets, those that wait for a place too: their browsers look for another node."""
        for conversation in self._conversations:
            conversation.go_away()


def _keep_short(request: web.Request) -> None:
    """Have the system queue little for a browser: what waits there is an old screen that cannot be dropped."""
    connection: Any = request.transport.get_extra_info("socket") if request.transport else None
    if connection is not None:
        with suppress(OSError):
            connection.setsockopt(SOL_SOCKET, SO_SNDBUF, SEND_BUFFER)


def _is_this_machine(client: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(client).is_loopback
    return False


def _refused(status: int, said: str, **rest: object) -> web.Response:
    headers = {"Retry-After": str(rest["wait"])} if "wait" in rest else None
    return web.json_response({"said": said, **rest}, status=status, headers=headers)


async def _fields(request: web.Request) -> dict[str, str]:
    """Code, name and PIN of a request to join; a refusal if they are not there as they should be."""
    if request.content_type != "application/json":
        raise refusal(400)
    try:
        async with asyncio.timeout(BODY_WITHIN):
            read: Any = json.loads(await request.read())
    except (ValueError, RecursionError, TimeoutError):
        raise refusal(400) from None
    if not isinstance(read, dict):
        raise refusal(400)
    fields = {name: read.get(name, "") for name in _FIELDS}
    if any(not isinstance(value, str) or len(value) > _FIELDS[name] for name, value in fields.items()):
        raise refusal(400)
    return {name: unicodedata.normalize("NFC", plain(value)).strip() for name, value in fields.items()}
