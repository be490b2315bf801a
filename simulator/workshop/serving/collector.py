"""The garbage collector's discipline: with its defaults, a hundred Apps make pauses of more than a second."""

from __future__ import annotations

import gc

THRESHOLD = (20_000, 25, 25)


def calm() -> tuple[int, int, int]:
    """Keep what is loaded from being looked at again, and collect seldom; to be called warm. The thresholds before."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLD)
    return before


def restore(thresholds: tuple[int, int, int]) -> None:
    """Undo `calm`."""
    gc.unfreeze()
    gc.set_threshold(*thresholds)
