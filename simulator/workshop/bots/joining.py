"""Taking a seat: the same request as the join page makes."""

from __future__ import annotations

from typing import NamedTuple

import aiohttp

from simulator.errors import PodiumError
from simulator.language.catalogue import template

SECONDS = 30.0


class BotRefused(PodiumError):
    """The room did not let a bot in."""


class Ticket(NamedTuple):
    """A seat that was taken: the base URL of the node that serves it, and its token."""

    base: str
    token: str


async def join(http: aiohttp.ClientSession, base: str, code: str, name: str, pin: str = "") -> Ticket:
    """Take a seat. Raises BotRefused with the room's status and reason."""
    asked = {"code": code, "name": name, "pin": pin}
    try:
        async with http.post(f"{base}/join", json=asked, timeout=aiohttp.ClientTimeout(SECONDS)) as answer:
            if answer.status != 200:
                told = (await answer.text())[:200]
                raise BotRefused(
                    template("the room refused the seat: {status} {told}"), status=answer.status, told=told
                )
            told_to = await answer.json()
    except (aiohttp.ClientError, TimeoutError) as error:
        raise BotRefused(template("no room answers at {url}: {error}"), url=base, error=error) from error
    return Ticket(str(told_to.get("at") or base), str(told_to["path"]).rstrip("/").rpartition("/")[2])
