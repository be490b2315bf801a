"""Promises that fall due on the story's clock."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.scenario.claims import Promise, When
from simulator.scoring.claims.agreement import HALF_DAY
from simulator.scoring.claims.days import days_ahead
from simulator.scoring.claims.hours import MINUTES_PER_DAY

Promised = tuple[int, Promise]
"""The story minutes since the start at which a promise was made, and the promise."""


def due(promises: Sequence[Promised], minutes: int, start: str, day: str = "") -> tuple[Promised, ...]:
    """The promises whose deadline has passed, `minutes` after the start (as "15:30") of the story's `day`."""
    begun = _minutes(start)
    return tuple((made, promise) for made, promise in promises if _is_due(promise.deadline, made, minutes, begun, day))


def deadline_minutes(deadline: When, made: int, start: str, day: str = "") -> int | None:
    """When a promise made at `made` falls due, in story minutes since the start; None if that cannot be told."""
    return _falls(deadline, made, _minutes(start), day)


def _is_due(deadline: When, made: int, now: int, begun: int, day: str) -> bool:
    falls = _falls(deadline, made, begun, day)
    return falls is not None and made < falls <= now


def _falls(deadline: When, made: int, begun: int, day: str) -> int | None:
    if deadline.within is not None:
        return made + deadline.within
    ahead = days_ahead(deadline.day, day)
    if ahead is None:
        return None
    said = (begun + made) // MINUTES_PER_DAY if deadline.day[:1] in ("", "+", "-") else 0
    clock = MINUTES_PER_DAY if deadline.minutes is None else deadline.minutes
    return (
        _next(clock, deadline, begun + made - (said + ahead) * MINUTES_PER_DAY)
        + (said + ahead) * MINUTES_PER_DAY
        - begun
    )


def _next(clock: int, deadline: When, now: int) -> int:
    """The clock time meant: where morning or evening was not said, the next one to come that day."""
    if deadline.loose and clock <= now and clock + HALF_DAY < MINUTES_PER_DAY:
        return clock + HALF_DAY
    return clock


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
