"""Bots know where they are by what is painted, in both languages, and come back to a line that was lost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

import aiohttp
import pytest
from aiohttp import web

from simulator.language.catalogue import TONGUES, Catalogue, Tongue
from simulator.workshop.bots import (
    BRISK,
    Answers,
    BotRefused,
    Figures,
    LineLost,
    Manner,
    Sight,
    Ticket,
    Wire,
    answers_of,
    join,
)
from simulator.workshop.bots.answers import squeezed
from simulator.workshop.screen_reading import PaintedScreen
from tests.tui.house import FakeHouse, begun, made
from tests.tui.story import landslide
from tests.workshop.painted import Overheard, comes, painting


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_places_are_known_by_their_keys(tongue: Tongue, size: tuple[int, int]) -> None:
    house, sight = FakeHouse(), Sight(Catalogue(tongue))
    app = made(house, tongue, exercise=begun(house))

    def at(place: str) -> bool:
        return sight.place(Overheard.screen) == place

    async with painting(app, size):
        await comes(lambda: at("reading"))
        app.simulate_key("enter")
        await comes(lambda: at("question"))
        assert sight.marked(Overheard.screen) == ""
        app.simulate_key("down")
        await comes(lambda: sight.marked(Overheard.screen) == "1")
        app.simulate_key("f5")
        await comes(lambda: at("writing"))
        assert sight.field(Overheard.screen) == ""
        for key in "cham":
            app.simulate_key(key)
        await comes(lambda: sight.field(Overheard.screen) == "cham")
        app.simulate_key("f9")
        await comes(lambda: at("aftermath"))
        app.simulate_key("f2")
        await comes(lambda: at("other"))


def test_an_empty_screen_and_a_lobby_are_no_place() -> None:
    screen = PaintedScreen(80, 24)
    assert Sight(Catalogue("vi")).place(screen) == "nothing"
    screen.feed("Phòng họp báo đang được chuẩn bị…".encode())
    assert Sight(Catalogue("vi")).place(screen) == "nothing"


def test_the_answer_is_one_to_the_question_on_the_screen() -> None:
    answers = Answers([("Vì sao báo chậm?", ["Do khâu nhắn tin."]), ("Bao nhiêu người?", ["Bảy người."])])
    shown = "Nhật báo\n ▌ Bao nhiêu\n ▌ người?\n"
    assert {answers.to(shown, Random(seed)) for seed in range(20)} == {"Bảy người."}
    assert {answers.to("Câu khác?", Random(seed)) for seed in range(40)} == {"Bảy người.", "Do khâu nhắn tin."}
    with pytest.raises(ValueError, match="at least one"):
        Answers([("Vì sao?", [])])


def test_answers_of_a_scenario_are_whole_sentences_and_not_too_long() -> None:
    answers = answers_of(landslide(), most=60)
    said = {answers.to("", Random(seed)) for seed in range(200)}
    assert len(said) > 3
    assert all(0 < len(text) <= 60 for text in said)


def test_squeezed_texts_know_no_lines_and_no_loose_marks() -> None:
    assert squeezed("lu\u0303 \n  quét") == "lũquét"


class Room:
    """A server that says what a room would: hello, a paint, and then it drops the line so many times."""

    def __init__(self, drops: int, last: str) -> None:
        self.drops, self.last = drops, last
        self.hellos: list[dict[str, object]] = []
        self.keys: list[str] = []

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.hellos.append(json.loads(await socket.receive_str())[1])
        await socket.send_json(["welcome", {"name": "A", "room": "R", "nodes": []}])
        await socket.send_bytes(f"\x1b[2J\x1b[Hpaint {len(self.hellos)}".encode())
        if len(self.hellos) <= self.drops:
            assert request.transport is not None
            request.transport.close()
            return socket
        async for message in socket:
            self.keys.append(json.loads(message.data)[1])
            await socket.send_json([self.last, "why"])
        return socket

    async def join(self, request: web.Request) -> web.Response:
        asked = await request.json()
        if asked["code"] != "ABCDEF":
            return web.json_response({"error": "code"}, status=403)
        return web.json_response({"path": f"/seat/token-of-{asked['name']}"})


@asynccontextmanager
async def serving(room: Room) -> AsyncIterator[tuple[aiohttp.ClientSession, str]]:
    application = web.Application()
    application.add_routes([web.get("/ws/{token}", room.socket), web.post("/join", room.join)])
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    async with aiohttp.ClientSession() as http:
        yield http, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


def line(http: aiohttp.ClientSession, base: str, figures: Figures, manner: Manner = BRISK) -> Wire:
    return Wire(http, [base], "token", manner, figures, Random(1))


async def test_a_line_that_is_lost_comes_back_and_is_counted() -> None:
    room, figures = Room(2, "superseded"), Figures()
    async with serving(room) as (http, base):
        wire = line(http, base, figures)
        with pytest.raises(LineLost):
            await wire.press("x")
        running = asyncio.create_task(wire.run())
        await comes(lambda: len(room.hellos) == 3 and wire.up and "paint 3" in wire.screen.text)
        await wire.press("ă")
        await asyncio.wait_for(running, 10)
    assert wire.ended == "superseded why"
    assert room.keys == ["ă"]
    assert [hello["cols"] for hello in room.hellos] == [BRISK.columns] * 3
    assert (figures.connects, figures.lost, len(figures.returns), figures.errors) == (3, 2, 2, [])


async def test_joining_gives_a_token_or_says_why_not() -> None:
    async with serving(Room(0, "end")) as (http, base):
        assert await join(http, base, "ABCDEF", "Bot") == Ticket(base, "token-of-Bot")
        with pytest.raises(BotRefused, match="403"):
            await join(http, base, "XXXXXX", "Bot")
    async with aiohttp.ClientSession() as http:
        with pytest.raises(BotRefused, match="no room answers"):
            await join(http, "http://127.0.0.1:9", "ABCDEF", "Bot")
