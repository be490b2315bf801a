"""Text of authors and players as a report shows it: signs for what would be obeyed, and none that turns the writing."""

from __future__ import annotations

import re

from simulator.language.signs import plain

_TURNING = re.compile("[\u061c\u200e\u200f]")
"""Marks that nobody sees and that turn the order of what is beside them; `signs` has those that embed and override."""


def shown(text: str) -> str:
    """The text with a visible sign for each control code, and without marks of direction."""
    return _TURNING.sub("", plain(text))
