"""Who is who in a room: codes and secrets by chance, signed tokens for places, and a limit to guessing."""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
import json
import math
import secrets
import time
import unicodedata
from collections import deque
from collections.abc import Callable
from typing import Any

from simulator.workshop.serving.door import KINDS, Place

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What room codes are made of: nothing that is taken for something else when it is read aloud or from a wall."""

UNSEEN = frozenset(
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""Letters and marks that are drawn as nothing: with them two people could have names that look the same."""

CODE_LENGTH = 6
PIN_DIGITS = 4

MAC_BYTES = 16
TOKEN_AT_MOST = 512
"""Characters; a longer token is not even looked at."""


def room_code() -> str:
    """A room's code, as it is typed: 6 letters and digits."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def observers_code(secret: str) -> str:
    """The code by which observers come in, made of the room's secret: whoever knows the room's own cannot guess it."""
    digest = hashlib.sha256(b"podium observers" + secret.encode()).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:CODE_LENGTH])


def as_typed(code: str) -> str:
    """A code as it was meant: in capitals, without blanks and hyphens."""
    return "".join(code.split()).replace("-", "").upper()


def seat_pin() -> str:
    """The PIN by which a seat's holder comes back from another device: 4 digits."""
    return f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"


def secret() -> str:
    """A secret of 256 bits, as text that stands in URLs."""
    return secrets.token_urlsafe(32)


def as_shown(name: str) -> str:
    """A name as it is shown: composed, on one line, without what is not seen."""
    composed = unicodedata.normalize("NFC", name)
    seen = ("" if sign in UNSEEN else sign if sign.isprintable() else " " for sign in composed)
    return " ".join("".join(seen).split())


def same_secret(a: str, b: str) -> bool:
    """Whether two secrets are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(a.encode("utf-8", "replace"), b.encode("utf-8", "replace"))


class Signer:
    """Makes and checks the tokens of one room. Without its secret no token can be made; two rooms share none."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(b"podium place token" + secret.encode()).digest()

    def token(self, place: Place) -> str:
        """The token of a place, for URLs. It holds kind, id and generation; not the name, which may change."""
        body = json.dumps([place.kind, place.id, place.generation], separators=(",", ":"), ensure_ascii=False)
        return self._signed(_text(body.encode()))

    def place(self, token: str) -> Place | None:
        """The place, nameless, that a token was made for; None if it was not made here. Never raises."""
        body, dot, _ = token.partition(".")
        if not dot or len(token) > TOKEN_AT_MOST or not same_secret(token, self._signed(body)):
            return None
        return _place(body)

    def _signed(self, body: str) -> str:
        mac = hmac.new(self._key, body.encode("utf-8", "replace"), hashlib.sha256).digest()[:MAC_BYTES]
        return f"{body}.{_text(mac)}"


def _place(body: str) -> Place | None:
    try:
        fields: Any = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except ValueError:
        return None
    if not isinstance(fields, list) or len(fields) != 3:
        return None
    kind, id_, generation = fields
    if kind not in KINDS or not isinstance(id_, str) or type(generation) is not int:
        return None
    return Place(kind, id_, "", generation)


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Attempts:
    """Counts wrong codes. Whoever guessed wrong too often waits; so does, once there are many in all, whoever
    guessed wrong at all, so that right codes are never held up by what others typed."""

    WINDOW = 60.0
    """Seconds after which a wrong code is forgotten."""

    EACH = 10
    ALL = 300
    REMEMBERED = 20_000
    """Clients and wrong codes that are kept at most, so that whoever has a whole network cannot fill the memory."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        *,
        window: float = WINDOW,
        each: int = EACH,
        all: int = ALL,
    ) -> None:
        """Of each client so many in a `window` of seconds, and so many of `all` together."""
        self._clock = clock
        self._window, self._each, self._most = window, each, all
        self._by_client: dict[str, deque[float]] = {}
        self._all: deque[float] = deque(maxlen=self.REMEMBERED)

    def wait(self, client: str) -> int:
        """Whole seconds for which a client's codes are not looked at; 0 if they are."""
        now = self._clock()
        self._forget(now)
        own = self._by_client.get(_who(client))
        if not own:
            return 0
        until = now
        if len(own) >= self._each:
            until = own[-self._each] + self._window
        if len(self._all) >= self._most:
            until = max(until, self._all[-self._most] + self._window)
        return math.ceil(until - now)

    def wrong(self, client: str) -> None:
        """Count a wrong code."""
        now = self._clock()
        self._forget(now)
        if len(self._by_client) < self.REMEMBERED:
            self._by_client.setdefault(_who(client), deque(maxlen=self._each)).append(now)
        self._all.append(now)

    def _forget(self, now: float) -> None:
        """Forget what is older than the window."""
        if not self._all or self._all[0] > now - self._window:
            return
        for times in (self._all, *self._by_client.values()):
            while times and times[0] <= now - self._window:
                times.popleft()
        self._by_client = {client: times for client, times in self._by_client.items() if times}


def _who(client: str) -> str:
    """One name for all addresses that one machine may well have: of IPv6, a whole network."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return client
