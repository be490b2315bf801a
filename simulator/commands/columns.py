"""How wide what is printed may be: as the terminal is, and as long as it likes for a file or another program."""

from __future__ import annotations

import shutil
import sys

LEAST = 40
"""On a narrower terminal lines are as long as this."""


def columns() -> int | None:
    """Columns of the terminal that is printed to, the last one left free; None if it is none."""
    return max(shutil.get_terminal_size().columns - 1, LEAST) if sys.stdout.isatty() else None
