"""Loading without the cyclic garbage collector, which would walk the growing tree again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Switch the collector off, and afterwards on again if it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _pass_as_old()
        if was_on:
            gc.enable()


def _pass_as_old() -> None:
    """Count all that is alive as old, so that the collector does not walk the new tree at once.

    Freezing does it and unfreezing takes back that old things would never be looked at. Where someone
    has frozen objects for good, they are left in peace.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
