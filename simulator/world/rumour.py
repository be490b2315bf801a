"""How far a rumour spreads among the groups of the public, and when: its curve on the story clock.

Illustrative, and said to be so wherever it is shown: a closed, well-mixed model, and the parameters of a real
province are not known. `spreading` has the equations. Where telling and stopping are as likely and few tell it at
first, 0.203188 of the public never hear it (Sudbury, Journal of Applied Probability 22, 1985); what is said
changes their ratio, and only that changes the reach. There is no threshold, so nothing ever "kills" a rumour.

`telling` says what an answer does to the rates. Where it costs credit, the same share of the stiflers tell the rumour
again, as people do into a vacuum. That keeps answers in order: without it, a rumour that a bad answer made faster
could burn out before a still worse one, and reach fewer. In one well-mixed group the order is a theorem: with
q = -i - ln i we have dr = α/λ dq, and as a drop of α/λ by some factor takes r down by no less, then of two courses
the one that is answered worse keeps q' >= q and r' - r <= α'/λ' (q' - q). With several groups it is tested, not proved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from simulator.world.spreading import Crowd, Point, Rates, Spreading
from simulator.world.telling import Moment

__all__ = ["AT_REST", "OWN_GROUP", "Crowd", "Curve", "Moment", "Rates", "Shares", "spread"]

AT_REST = Rates()
"""Before anybody has spoken: a teller tells it every 12 minutes or so, and is as likely to stop as to pass it on."""

OWN_GROUP = 0.5
"""The part of all meetings that are with one's own group."""

WHOLE = 10_000
"""A share of 1 in the unit that shares are rounded to: 4 decimals."""


class Shares(NamedTuple):
    """One group, or the whole public, at each minute of a curve: three shares, 0-1, that sum to 1."""

    ignorant: tuple[float, ...]
    telling: tuple[float, ...]
    stifled: tuple[float, ...]

    @property
    def heard(self) -> tuple[float, ...]:
        """The share that has heard the rumour: what a spread curve shows."""
        return tuple(_rest(share) for share in self.ignorant)


@dataclass(frozen=True, slots=True)
class Curve:
    """The course of a rumour. `minutes` on the story clock, rising; where some are left out, nothing moved."""

    minutes: tuple[int, ...]
    groups: tuple[Shares, ...]
    overall: Shares

    @property
    def reach(self) -> float:
        """The share of the public, 0-1, that has heard it at the end of the curve."""
        return _rest(self.overall.ignorant[-1])

    def at(self, minute: int) -> int:
        """The index of a minute, or of the last one before it; 0 before the curve begins."""
        return max(bisect_right(self.minutes, minute) - 1, 0)


def spread(
    groups: Sequence[Crowd],
    moments: Iterable[Moment],
    until: int,
    *,
    since: int = 0,
    rates: Rates = AT_REST,
    own_group: float = OWN_GROUP,
) -> Curve:
    """The course of a rumour from the minute `since` to the minute `until`, both on the story clock.

    An answer given before the rumour began meets it at its beginning; one after `until` is left out.
    """
    spreading = Spreading(groups, rates, own_group)
    minute, points = since, [spreading.point(since)]
    for turn, said in _turns(moments, since, until):
        while minute < turn:
            minute = minute + 1 if spreading.step() else turn
            points.append(spreading.point(minute))
        for moment in said:
            spreading.hear(moment, turn - since)
        points[-1] = spreading.point(minute)
    return _curve(points, spreading.weights)


def _turns(moments: Iterable[Moment], since: int, until: int) -> list[tuple[int, tuple[Moment, ...]]]:
    """The minutes at which something was said, rising, and what; then the last minute."""
    spoken = sorted((moment for moment in moments if moment.minute <= until), key=attrgetter("minute"))
    turns = [(max(minute, since), tuple(said)) for minute, said in groupby(spoken, attrgetter("minute"))]
    return [*turns, (max(until, since), ())]


def _curve(points: Sequence[Point], weights: Sequence[float]) -> Curve:
    heard = list(zip(*(point.heard for point in points), strict=True))
    stifled = list(zip(*(point.stifled for point in points), strict=True))
    groups = tuple(_shares(h, r) for h, r in zip(heard, stifled, strict=True))
    return Curve(
        tuple(point.minute for point in points), groups, _shares(_mean(heard, weights), _mean(stifled, weights))
    )


def _mean(rows: Sequence[Sequence[float]], weights: Sequence[float]) -> list[float]:
    """The groups' mean at each minute."""
    mean = [0.0] * len(rows[0])
    for weight, row in zip(weights, rows, strict=True):
        mean = [so_far + weight * share for so_far, share in zip(mean, row, strict=True)]
    return mean


def _shares(heard: Sequence[float], stifled: Sequence[float]) -> Shares:
    """Shares to 4 decimals, each 0-1, that still sum to 1."""
    known = [int(share * WHOLE + 0.5) for share in heard]
    quiet = [min(int(share * WHOLE + 0.5), most) for share, most in zip(stifled, known, strict=True)]
    return Shares(
        tuple((WHOLE - h) / WHOLE for h in known),
        tuple((h - r) / WHOLE for h, r in zip(known, quiet, strict=True)),
        tuple(r / WHOLE for r in quiet),
    )


def _rest(share: float) -> float:
    """What a rounded share leaves of the whole, rounded too."""
    return int((1.0 - share) * WHOLE + 0.5) / WHOLE
