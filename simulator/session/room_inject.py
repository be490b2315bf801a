"""News that the facilitator of a workshop brings into a running session, beside what its scenario holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

TEXT_MAX = 2_000
HEADLINE_MAX = 200
SOURCE_MAX = 200
"""Characters. A text has at least one that is seen; headline and source may be empty."""

SHORT = 120
"""Characters of a text that stand for it where it has no headline and one line is all there is."""


@dataclass(frozen=True, slots=True)
class RoomInject:
    """News as it comes: `order` is the number of the room's event, from 1; `source` who is said to bring it."""

    order: int
    text: str
    headline: str = ""
    source: str = ""


class RoomInjectTold(NamedTuple):
    """News that has come: at which minute of the story, after how many steps of the path, and when.

    `at` in milliseconds of active time since the start.
    """

    order: int
    text: str
    headline: str
    source: str
    minutes: int
    after: int
    at: int

    @property
    def line(self) -> str:
        """The news in one line: its headline, or the beginning of its text."""
        line = " ".join((self.headline or self.text).split())
        return line if len(line) <= HEADLINE_MAX and self.headline.strip() else _shortened(line)


def _shortened(line: str) -> str:
    if len(line) <= SHORT:
        return line
    return line[:SHORT].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
