"""The interpreter's discipline, so that nothing holds up the loop that all Apps of a node share.

With the garbage collector's defaults, a hundred Apps make pauses of more than a second; and a thread that works keeps
the interpreter five milliseconds at a time from a loop that waits for it.
"""

from __future__ import annotations

import gc
import sys
from typing import NamedTuple

THRESHOLD = (2_000, 10, 1_000)
"""Small bites: a look at twenty thousand young objects takes 40 ms, at two thousand 4. A look at everything comes when
we say so, or hardly ever."""

SWITCH_S = 0.001
"""Seconds for which a thread may work while the loop waits."""


class Before(NamedTuple):
    """How the interpreter was set before."""

    thresholds: tuple[int, int, int]
    switch_s: float


def calm() -> Before:
    """Keep what is loaded from being looked at again, and collect in small bites; to be called warm."""
    before = Before(gc.get_threshold(), sys.getswitchinterval())
    sys.setswitchinterval(SWITCH_S)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLD)
    return before


def keep() -> None:
    """Keep what is there now from being looked at again, without looking at it: the Apps that have just come stay.

    A look at a hall's Apps would stop everybody for a second.
    """
    gc.freeze()


def take_away() -> None:
    """Look at everything once: what was kept and is garbage by now goes. For when nobody minds a second's pause."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def restore(before: Before) -> None:
    """Undo `calm`."""
    gc.unfreeze()
    gc.set_threshold(*before.thresholds)
    sys.setswitchinterval(before.switch_s)
