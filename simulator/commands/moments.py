"""Moments of the record as a reader's clock has them."""

from __future__ import annotations

from datetime import datetime

from simulator.language.catalogue import Tongue
from simulator.language.days import written_day


def local_moment(recorded: str, tongue: Tongue) -> str:
    """A moment of the record (UTC in ISO 8601) by this machine's clock, such as `14:05 26/11/2026`."""
    moment = datetime.fromisoformat(recorded).astimezone()
    return f"{moment:%H:%M} {written_day(f'{moment:%Y-%m-%d}', tongue)}"
