"""What is answered to HTTP: pages, joining, static files, health, and the WebSocket's beginning."""

from __future__ import annotations

import json
import re
import unicodedata
from contextlib import suppress
from socket import SO_SNDBUF, SOL_SOCKET
from typing import Any

from aiohttp import hdrs, web

from simulator.language.catalogue import Catalogue
from simulator.language.signs import plain
from simulator.workshop.identity import Attempts, as_typed
from simulator.workshop.serving import words
from simulator.workshop.serving.conversation import Conversation
from simulator.workshop.serving.door import KINDS, Door, JoinRefused
from simulator.workshop.serving.frames import FRAME_AT_MOST
from simulator.workshop.serving.headers import is_ours
from simulator.workshop.serving.middleware import TERMINAL, refusal
from simulator.workshop.serving.occupancy import Occupancies
from simulator.workshop.serving.pages import Pages, filled

HEARTBEAT = 20.0
"""Seconds between pings; a browser that does not answer is gone."""

SEND_BUFFER = 128 * 1024
"""Bytes that the system queues for one browser."""

BODY_AT_MOST = 4096
"""Bytes of a request."""

_CODE = re.compile(r"[A-Za-z0-9-]{0,12}")
_FIELDS = {"code": 32, "name": 200, "pin": 16}


class Handlers:
    """The answers, over one door."""

    def __init__(self, door: Door, occupancies: Occupancies, pages: Pages) -> None:
        self._door = door
        self._occupancies = occupancies
        self._pages = pages
        self._attempts = Attempts()
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
        ]

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
        place = self._door.place_of(token)
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
        if not is_ours(request.headers.get(hdrs.ORIGIN), request.host, self._door.nodes()):
            raise refusal(403)
        asked = await _fields(request)
        catalogue = self.catalogue(request)
        client = request.remote or ""
        counted = [client, f"name {asked['name'].casefold()}"] if asked["pin"] else [client]
        if wait := max(map(self._attempts.wait, counted)):
            text = catalogue.say(words.TOO_MANY, s=wait)
            return _refused(429, text, reason="attempts", wait=wait)
        try:
            joined = await self._door.join(as_typed(asked["code"]), asked["name"], asked["pin"], client)
        except JoinRefused as refused:
            if refused.reason in ("code", "pin"):
                for each in counted:
                    self._attempts.wrong(each)
            text = catalogue.say(refused.message, **refused.params)
            taken = {"taken": True} if refused.status == 409 else {}
            return _refused(refused.status, text, reason=refused.reason, **taken)
        return web.json_response({"path": f"/{joined.place.kind}/{joined.token}", "pin": joined.pin})

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

    async def socket(self, request: web.Request) -> web.StreamResponse:
        """A browser's WebSocket; only from our own pages, or from no page at all."""
        if not is_ours(request.headers.get(hdrs.ORIGIN), request.host, self._door.nodes()):
            raise refusal(403)
        # Twice the limit, so that what is somewhat too long is refused in our words; more than that, aiohttp refuses.
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=2 * FRAME_AT_MOST, compress=False)
        if not socket.can_prepare(request).ok:
            raise refusal(400)
        await socket.prepare(request)
        _keep_short(request)
        token = request.match_info["token"]
        conversation = Conversation(socket, token, self._door, self._occupancies, self.catalogue(request))
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


def _refused(status: int, said: str, **rest: object) -> web.Response:
    headers = {"Retry-After": str(rest["wait"])} if "wait" in rest else None
    return web.json_response({"said": said, **rest}, status=status, headers=headers)


async def _fields(request: web.Request) -> dict[str, str]:
    """Code, name and PIN of a request to join; a refusal if they are not there as they should be."""
    if request.content_type != "application/json":
        raise refusal(400)
    try:
        read: Any = json.loads(await request.read())
    except (ValueError, RecursionError):
        raise refusal(400) from None
    if not isinstance(read, dict):
        raise refusal(400)
    fields = {name: read.get(name, "") for name in _FIELDS}
    if any(not isinstance(value, str) or len(value) > _FIELDS[name] for name, value in fields.items()):
        raise refusal(400)
    return {name: unicodedata.normalize("NFC", plain(value)).strip() for name, value in fields.items()}
