"""Taking a seat: the same request as the join page makes."""

from __future__ import annotations

import aiohttp

from simulator.errors import PodiumError
from simulator.language.catalogue import template

SECONDS = 30.0


class BotRefused(PodiumError):
    """The room did not let a bot in."""


async def join(http: aiohttp.ClientSession, base: str, code: str, name: str, pin: str = "") -> str:
    """The token of the seat that is taken. Raises BotRefused with the room's status and reason."""
    asked = {"code": code, "name": name, "pin": pin}
    try:
        async with http.post(f"{base}/join", json=asked, timeout=aiohttp.ClientTimeout(SECONDS)) as answer:
            if answer.status != 200:
                told = (await answer.text())[:200]
                raise BotRefused(
                    template("the room refused the seat: {status} {told}"), status=answer.status, told=told
                )
            path = str((await answer.json())["path"])
    except (aiohttp.ClientError, TimeoutError) as error:
        raise BotRefused(template("no room answers at {url}: {error}"), url=base, error=error) from error
    return path.rstrip("/").rpartition("/")[2]
