"""One POST to the judge's endpoint. It ends in time whatever the server does, and follows nobody elsewhere."""

from __future__ import annotations

import asyncio
import ipaddress
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from simulator.language.catalogue import template
from simulator.scoring.judge.settings import JudgeSettings

if TYPE_CHECKING:
    import httpx

BODY_MAX = 512 * 1024
"""Bytes of a reply that are read; a verdict on six skills has a few thousand."""


class JudgeUnheard(Exception):
    """The judge was not heard; `because` is a template that says why, for people."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


class FormRefused(JudgeUnheard):
    """The server refused the request as such: perhaps it knows no schemas for replies."""


LATE = template("The judge did not answer in time: the offline grade stands.")
AWAY = template("The judge could not be reached: the offline grade stands.")
LONG = template("The judge's reply was too long: the offline grade stands.")
STRANGE = template("The judge's server did not reply as such servers do: the offline grade stands.")
BUSY = template("The judge's server has too much to do: the offline grade stands.")
BROKEN = template("The judge's server failed: the offline grade stands.")
ELSEWHERE = template("The judge's address leads elsewhere, which is not followed: the offline grade stands.")
LOCKED = template("The judge's server wants another key: the offline grade stands.")
REFUSED = template("The judge's server refused the request: the offline grade stands.")


def reply_of(settings: JudgeSettings, request: Mapping[str, Any], patience: float) -> str:
    """The text of the model's reply, within `patience` seconds; not from an event loop. Raises JudgeUnheard."""
    # The clock of a single read is no bound: a server that drips a byte a second would hold us for hours.
    try:
        body = asyncio.run(_within(settings, request, patience))
    except TimeoutError:
        raise JudgeUnheard(LATE) from None
    return _content(body)


async def _within(settings: JudgeSettings, request: Mapping[str, Any], patience: float) -> bytes:
    import httpx

    async with asyncio.timeout(patience):
        try:
            # What the environment says of proxies holds for other machines only; this one is asked directly.
            async with (
                httpx.AsyncClient(trust_env=not is_here(settings.url), timeout=patience) as client,
                client.stream("POST", settings.url, json=request, headers=_headers(settings)) as response,
            ):
                return await _body(response)
        except httpx.TimeoutException:
            raise JudgeUnheard(LATE) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            if isinstance(error, TimeoutError):
                raise
            raise JudgeUnheard(AWAY) from None


def is_here(url: str) -> bool:
    """Whether an address is this very machine's."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _headers(settings: JudgeSettings) -> dict[str, str]:
    # Uncompressed, so that the bound on the body is a bound on memory.
    wanted = {"Accept": "application/json", "Accept-Encoding": "identity"}
    return wanted | ({"Authorization": f"Bearer {settings.key}"} if settings.key else {})


async def _body(response: httpx.Response) -> bytes:
    _demand_success(response.status_code)
    is_json = "json" in response.headers.get("content-type", "").lower()
    if not is_json or response.headers.get("content-encoding", "identity") != "identity":
        raise JudgeUnheard(STRANGE)
    body = bytearray()
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > BODY_MAX:
            raise JudgeUnheard(LONG)
    return bytes(body)


def _demand_success(status: int) -> None:
    if status in (400, 422):
        raise FormRefused(REFUSED)
    if status != 200:
        known = {401: LOCKED, 403: LOCKED, 429: BUSY}
        by_hundreds = {3: ELSEWHERE, 4: REFUSED, 5: BROKEN}
        raise JudgeUnheard(known.get(status) or by_hundreds.get(status // 100, STRANGE))


def _content(body: bytes) -> str:
    """The text in the envelope that such servers reply with."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise JudgeUnheard(STRANGE) from None
    if not isinstance(content, str):
        raise JudgeUnheard(STRANGE)
    return content
