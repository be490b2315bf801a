"""Coming into a room from a terminal: its address as people type it, and the code and name that open a seat."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.workshop.serving.door import KINDS

ANSWER_WITHIN = 15.0
"""Seconds."""

_UNREACHABLE = template("the room does not answer at {url}")
_UNREACHABLE_HINT = template("are you in the same network, and is the address written as the facilitator shows it?")
_NO_ROOM = template("this is no address of a room: {url}")
_NO_ROOM_HINT = template("it looks like http://192.168.1.20:8770")


class NameTaken(UsageError):
    """The name has a seat already: its PIN (4 digits) opens it."""


@dataclass(frozen=True, slots=True)
class RoomAddress:
    """An address of a room, as people type it or find it in their browser."""

    base: str
    """Scheme, host and port."""
    code: str
    """The room's code, if it was part of the address."""
    path: str
    """The path of a place, with its token, if it was one: nobody needs to join again."""


def room_address(url: str) -> RoomAddress:
    """The parts of a room's address; http where no scheme is named. Raises UsageError."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = parts.port
    except ValueError:
        raise UsageError(_NO_ROOM, _NO_ROOM_HINT, url=url) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise UsageError(_NO_ROOM, _NO_ROOM_HINT, url=url)
    steps = parts.path.strip("/").split("/")
    is_pair = len(steps) == 2
    code = steps[1] if is_pair and steps[0] == "r" else ""
    path = f"/{steps[0]}/{steps[1]}" if is_pair and steps[0] in KINDS else ""
    return RoomAddress(f"{parts.scheme}://{parts.netloc}", code, path)


@dataclass(frozen=True, slots=True)
class Entered:
    """The path of a place, and the PIN by which one comes back to it."""

    path: str
    pin: str


def enter(
    base: str, code: str, name: str, pin: str, catalogue: Catalogue, *, certificate: Path | None = None
) -> Entered:
    """Join the room at `base`; NameTaken if a PIN is needed (or was wrong), UsageError if one is not let in, with the
    room's own words; MachineError if the room cannot be reached. `certificate`: whom to trust besides who is known."""
    return asyncio.run(_enter(base, {"code": code, "name": name, "pin": pin}, catalogue, trust(certificate)))


async def _enter(base: str, fields: dict[str, str], catalogue: Catalogue, trusted: ssl.SSLContext | bool) -> Entered:
    timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN)
    headers = {"Accept-Language": catalogue.tongue}
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, headers=headers) as session,
            session.post(f"{base}/join", json=fields, ssl=trusted) as response,
        ):
            answer: Any = await response.json()
            status = response.status
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
        raise MachineError(_UNREACHABLE, _UNREACHABLE_HINT, url=base) from error
    if not isinstance(answer, dict):
        raise MachineError(_UNREACHABLE, _UNREACHABLE_HINT, url=base)
    if status == 200:
        return Entered(str(answer.get("path", "")), str(answer.get("pin", "")))
    kind = NameTaken if status == 409 else UsageError
    raise kind(plain(str(answer.get("said", status))))


def trust(certificate: Path | None) -> ssl.SSLContext | bool:
    """Whom a connection trusts: who is known, or who is certified by the file. Raises UsageError."""
    if certificate is None:
        return True
    try:
        return ssl.create_default_context(cafile=str(certificate))
    except (OSError, ssl.SSLError) as error:
        raise UsageError(template("no certificate can be read from {file}"), file=certificate) from error
