"""Two nodes of one room: a seat that is open at one is taken over at the other on purpose only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession

from simulator.workshop.serving.channel import TAKEN_OVER
from simulator.workshop.serving.neighbours import Neighbours
from simulator.workshop.serving.server import Server
from tests.workshop.serving.house import Browser, FakeDoor, pages

NOBODY = "http://127.0.0.1:1"
"""A node that is gone, but not forgotten yet."""


class Node:
    """One of the nodes, and browsers that come to it."""

    def __init__(self, server: Server, door: FakeDoor, session: ClientSession) -> None:
        self.server, self.door, self._session = server, door, session

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @asynccontextmanager
    async def browser(self, device: str) -> AsyncIterator[Browser]:
        async with self._session.ws_connect(f"{self.url}/ws/{self.door.seat('Lan')}", max_msg_size=0) as socket:
            browser = Browser(socket)
            await browser.hello(device)
            yield browser


@asynccontextmanager
async def two_nodes(folder: Path) -> AsyncIterator[tuple[Node, Node]]:
    """Both know each other, and one that is gone."""
    nodes: list[Node] = []
    async with ClientSession() as session:
        for number in range(2):
            server = Server(
                door := FakeDoor(),
                pages=pages(folder / str(number)),
                others=lambda number=number: (NOBODY, nodes[1 - number].url),  # type: ignore[misc]
            )
            nodes.append(Node(server, door, session))
            await server.start(port=0)
        try:
            yield nodes[0], nodes[1]
        finally:
            await asyncio.gather(*(node.server.stop() for node in nodes))


async def test_another_device_takes_a_seat_over_at_another_node_on_purpose_only(tmp_path: Path) -> None:
    async with two_nodes(tmp_path) as (one, other), one.browser("laptop") as laptop:
        await laptop.until_painted("PRESS ROOM OF Lan")
        async with other.browser("phone") as phone:
            await phone.until_told("occupied")
            assert other.server.apps == 0
            await phone.say("take")
            assert await laptop.until_told("superseded") == []
            assert await laptop.until_closed() == TAKEN_OVER
            await phone.until_painted("PRESS ROOM OF Lan")
            assert one.server.held == 0


async def test_the_same_device_comes_to_another_node_without_a_question(tmp_path: Path) -> None:
    async with two_nodes(tmp_path) as (one, other), one.browser("laptop") as before:
        await before.until_painted("PRESS ROOM OF Lan")
        async with other.browser("laptop") as after:
            await after.until_painted("PRESS ROOM OF Lan")


async def test_who_has_no_token_is_told_nothing_and_no_page_asks(tmp_path: Path) -> None:
    async with two_nodes(tmp_path) as (one, _), ClientSession() as session:
        token = one.door.seat("Lan")
        for address, headers in ((f"{one.url}/held/x.y", {}), (f"{one.url}/held/{token}", {"Origin": one.url})):
            for method in ("GET", "POST"):
                async with session.request(method, address, headers=headers) as response:
                    assert response.status == 403
        async with session.get(f"{one.url}/held/{token}") as response:
            assert await response.json() == {"held": False}


@pytest.mark.parametrize("others", [(), (NOBODY,), ("http://nowhere.invalid",)])
async def test_a_node_that_cannot_be_reached_has_nobody(others: tuple[str, ...]) -> None:
    assert not await Neighbours(lambda: others).hold("token", "phone")
