"""Days as they are written: 01/07/2026 in Vietnamese; in English year first, for 01/07 is read in two ways there."""

from __future__ import annotations

from simulator.language.catalogue import Tongue


def written_day(day: str, tongue: Tongue) -> str:
    """A day given as `2026-07-01`, in the reader's way."""
    return "/".join(reversed(day.split("-"))) if tongue == "vi" else day
