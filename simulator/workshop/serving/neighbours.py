"""The other nodes of a room: whether a seat is open there, so that a second device takes it over on purpose only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from aiohttp import ClientError, ClientSession, ClientTimeout

ASKED_WITHIN = 0.7
"""Seconds for which a node is waited for; one that does not answer is likely to be gone, and its browsers with it."""

PATH = "/held/{token}"
"""Where each node tells whether a place is open with it (GET), and gives it up (POST); `?device=` is whoever asks."""


class Neighbours:
    """Asks the nodes at the base URLs that `others` gives. What cannot be reached counts as having nobody."""

    def __init__(self, others: Callable[[], Sequence[str]]) -> None:
        self._others = others

    async def hold(self, token: str, device: str) -> bool:
        """Whether another device than this one has the place open at another node."""
        return any(await self._all("GET", token, device))

    async def give_up(self, token: str, device: str) -> None:
        """Have the place given up there, as where a device takes it over at one and the same node."""
        await self._all("POST", token, device)

    async def _all(self, method: str, token: str, device: str) -> list[bool]:
        others = tuple(self._others())
        if not others:
            return []
        async with ClientSession(timeout=ClientTimeout(total=ASKED_WITHIN)) as session:
            urls = [f"{url}{PATH.format(token=token)}" for url in others]
            return await asyncio.gather(*(_held(session, method, url, device) for url in urls))


async def _held(session: ClientSession, method: str, url: str, device: str) -> bool:
    try:
        async with session.request(method, url, params={"device": device}) as response:
            answer: object = await response.json()
    except (ClientError, OSError, TimeoutError, ValueError):
        return False
    return isinstance(answer, dict) and answer.get("held") is True
