"""Delivering statements to a learning record store over HTTP: again until they are there, and none twice.

A statement's id is its own for ever, so that it may be sent again after a doubt: a store that has it says so (409), and
that counts as delivered.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import template
from simulator.language.signs import plain

if TYPE_CHECKING:
    import httpx

    from simulator.reports.xapi import Statement

PATH = "/statements"
VERSION = "1.0.3"
BATCH = 25
"""Statements that are sent at once."""
TRIES = 6
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 60.0
PATIENCE_S = 20.0
"""Seconds for a connection, and for each piece of a reply."""
REASON_MOST = 200
"""Characters of a store's own words that are repeated."""

DELIVERED = frozenset({200, 204})
THERE_ALREADY = 409
TOO_MUCH = frozenset({400, 413, THERE_ALREADY})
"""What a store may say of several statements because of one of them; each is then sent alone."""


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The address that statements are sent to, and credentials that are never printed."""

    url: str
    key: str = field(repr=False)
    secret: str = field(repr=False)


def settings_from(url: str, environment: Mapping[str, str]) -> StoreSettings:
    """The settings. Raises UsageError where they are missing or off, MachineError where httpx is missing."""
    if not _is_address(url):
        raise UsageError(
            template("{url} is no address of a learning record store"),
            template("it begins with https:// (http:// on this machine alone), with no name, password, ? or # in it"),
            url=plain(url)[:REASON_MOST],
        )
    key, secret = (environment.get(f"PODIUM_LRS_{name}", "") for name in ("KEY", "SECRET"))
    if not (key and secret and (key + secret).isprintable()):
        raise UsageError(template("a learning record store needs PODIUM_LRS_KEY and PODIUM_LRS_SECRET"))
    if find_spec("httpx") is None:
        hint = template("install it with: pip install 'podium-simulator[lrs]'")
        raise MachineError(template("sending statements needs httpx"), hint)
    return StoreSettings(url.rstrip("/").removesuffix(PATH) + PATH, key, secret)


class Store:
    """A learning record store. `sleep` waits before another try."""

    def __init__(self, settings: StoreSettings, sleep: Callable[[float], object] = time.sleep) -> None:
        self._settings = settings
        self._sleep = sleep

    def deliver(self, statements: Sequence[Statement]) -> Iterator[list[str]]:
        """Send statements in their order; yields the ids of those that are there now, some at a time.

        Raises MachineError where the store refuses one, or cannot be reached in so many tries.
        """
        import httpx

        here = _is_here(self._settings.url)
        credentials = httpx.BasicAuth(self._settings.key.encode(), self._settings.secret.encode())
        headers = {"X-Experience-API-Version": VERSION, "Accept-Encoding": "identity"}
        with httpx.Client(auth=credentials, headers=headers, timeout=PATIENCE_S, trust_env=not here) as client:
            for start in range(0, len(statements), BATCH):
                yield from self._some(client, statements[start : start + BATCH])

    def _some(self, client: httpx.Client, statements: Sequence[Statement]) -> Iterator[list[str]]:
        status, reason = self._asked(client, "POST", list(statements), {})
        if status in DELIVERED:
            yield [one["id"] for one in statements]
        elif status not in TOO_MUCH:
            raise _refused(status, reason)
        else:
            for one in statements:
                self._one(client, one)
                yield [one["id"]]

    def _one(self, client: httpx.Client, statement: Statement) -> None:
        status, reason = self._asked(client, "PUT", statement, {"statementId": statement["id"]})
        if status not in (*DELIVERED, THERE_ALREADY):
            raise _refused(status, reason)

    def _asked(self, client: httpx.Client, method: str, body: object, params: dict[str, str]) -> tuple[int, str]:
        """The store's status and its own words about it, after as many tries as it takes."""
        import httpx

        wait, reason = FIRST_WAIT_S, ""
        for tried in range(TRIES):
            if tried:
                self._sleep(min(wait, LONGEST_WAIT_S))
                wait *= 2
            try:
                with client.stream(method, self._settings.url, json=body, params=params) as response:
                    status, reason = response.status_code, _reason(response)
                    wait = max(wait, _asked_to_wait(response))
            except (httpx.TransportError, httpx.InvalidURL) as error:
                reason = type(error).__name__
                continue
            if status != 429 and status < 500:
                return status, reason
            reason = f"{status} {reason}".strip()
        told = template("the learning record store could not be reached: {reason}")
        hint = template("what was delivered is noted; the same command goes on from there")
        raise MachineError(told, hint, reason=reason)


def _refused(status: int, reason: str) -> MachineError:
    if status in (401, 403):
        told = template("the learning record store wants other credentials ({status})")
        return MachineError(told, template("see PODIUM_LRS_KEY and PODIUM_LRS_SECRET"), status=status)
    if 300 <= status < 400:
        return MachineError(template("the learning record store's address leads elsewhere, which is not followed"))
    told = template("the learning record store refused a statement ({status}): {reason}")
    return MachineError(told, status=status, reason=reason)


def _reason(response: httpx.Response) -> str:
    """The beginning of what a store says of a failure."""
    if response.status_code in DELIVERED:
        return ""
    said = next(response.iter_raw(4 * REASON_MOST), b"")
    return " ".join(plain(said.decode("utf-8", "replace")).split())[:REASON_MOST]


def _asked_to_wait(response: httpx.Response) -> float:
    asked: Any = response.headers.get("retry-after", "")
    return float(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0.0


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        there = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    bare = url.isprintable() and " " not in url and not parts.query and not parts.fragment and parts.username is None
    # Credentials go over the line: in the open only where there is no line.
    return bare and there and (parts.scheme == "https" or (parts.scheme == "http" and _is_here(url)))


def _is_here(url: str) -> bool:
    from simulator.scoring.judge.client import is_here

    return is_here(url)
