"""How much one socket may send: so many messages and so many characters a second, with room for bursts."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

MESSAGES_PER_SECOND = 200.0
MESSAGES_AT_ONCE = 400.0
KEYS_PER_SECOND = 16_384.0
KEYS_AT_ONCE = 131_072.0
"""Characters; a long paste comes at once, nobody types like this."""


class Allowance:
    """A bucket that fills by `per_second` up to `at_once`; it begins full."""

    def __init__(self, per_second: float, at_once: float, clock: Callable[[], float] = monotonic) -> None:
        self._per_second = per_second
        self._at_once = at_once
        self._clock = clock
        self._left = at_once
        self._at = clock()

    def take(self, amount: float = 1.0) -> bool:
        """Take some; False if there is not so much."""
        now = self._clock()
        self._left = min(self._at_once, self._left + (now - self._at) * self._per_second)
        self._at = now
        if amount > self._left:
            return False
        self._left -= amount
        return True
