"""What a bot measured. All times in seconds, taken from one monotonic clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Accepted(NamedTuple):
    """An answer whose aftermath the bot has seen: what was written, when it was sent, and how long that took."""

    text: str
    sent_at: float
    took: float


@dataclass(slots=True)
class Figures:
    """Of one bot. `lobby` and `room` count from the connect; None before they are reached.

    `keys` are letters from being sent until they stand at their place in the field, `marks` the same of the mark before
    a line. `unpainted` counts letters that were never seen. `unsure` are answers sent whose aftermath was not seen.
    """

    lobby: float | None = None
    room: float | None = None
    keys: list[float] = field(default_factory=list)
    marks: list[float] = field(default_factory=list)
    sent_keys: int = 0
    unpainted: int = 0
    accepted: list[Accepted] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    steps: int = 0
    ended: bool = False
    connects: int = 0
    lost: int = 0
    returns: list[float] = field(default_factory=list)
    """From the loss of a line to the next paint."""
    errors: list[str] = field(default_factory=list)
    bytes_painted: int = 0
