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


def restore(thresholds: tuple[int, int, int]) -> None:
    """Undo `calm`."""
    gc.unfreeze()
    gc.set_threshold(*thresholds)
