"""Text of authors and players in the cells of tables: never a formula, never a code that a program obeys."""

from __future__ import annotations

import re

from simulator.language.signs import plain

_OBEYED_FIRST = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%")
"""What makes a formula or a command of a cell, in the letters of East Asian keyboards too."""

_TURNING = re.compile("[\u200b-\u200f\u061c\ufeff]")

CELL_MOST = 32_767
"""Characters that a cell of a spreadsheet holds."""


def cell(text: str) -> str:
    """The text for a cell: quoted by a leading apostrophe where a spreadsheet would take it for a formula."""
    shown = _TURNING.sub("", plain(text))
    quoted = f"'{shown}" if text[:1] in _OBEYED_FIRST or shown.lstrip()[:1] in _OBEYED_FIRST else shown
    return quoted[:CELL_MOST]
