"""Sizes of windows, in cells, from which on screens look different."""

from __future__ import annotations

WIDE = 110
"""From so many columns on, screens have a second column."""

TALL = 30
"""From so many rows on, there is an empty row at the top of what is read."""

LEAST_COLUMNS, LEAST_ROWS = 40, 12
"""In a smaller window nothing is drawn but a plea for a larger one."""


def too_small(columns: int, rows: int) -> bool:
    """Whether nothing could be read in a window of so many cells."""
    return columns < LEAST_COLUMNS or rows < LEAST_ROWS
