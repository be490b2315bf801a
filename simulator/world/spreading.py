"""The mean-field Maki-Thompson model over groups, one minute at a time: the machine that `rumour` runs.

Of each group a share i has not heard the rumour, s tell it and r have stopped telling it ("stiflers");
i + s + r = 1, and per minute

    di/dt = -λ i S,    dr/dt = α s (S + R),    ds/dt = -di/dt - dr/dt,

λ and α being the group's own, S and R the shares of those whom a member of the group meets: a fixed part of its
meetings is with its own group, the rest with the whole public, itself included (Maki and Thompson, Mathematical
Models and Applications, 1973; mean-field form as in Daley and Gani, Epidemic Modelling, 1999, ch. 5).

The step is one minute of the midpoint rule, with nothing but + - * /, each sum taken in a fixed order (Python's
own `sum` adds floats in another way from 3.12 on), so every machine and every Python gives the same. With the rates
used here its error stays below 0.0002.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import sub
from typing import NamedTuple

from simulator.world.telling import Moment, credit_factor, stopping_factor, telling_factor

QUIET = 1e-7
"""The share of tellers, in every group, below which nothing moves any more until somebody speaks."""


class Crowd(NamedTuple):
    """A group: its weight in the public (any unit, above 0), and the share of it, 0-1, that tell the rumour first.

    `ears` and `doubt`, both above 0 and 1 by default, are by what its rates of coming to hear the rumour and of
    giving it up are multiplied, whatever is said.
    """

    weight: float
    told: float
    ears: float = 1.0
    doubt: float = 1.0


class Rates(NamedTuple):
    """Meetings per minute in which a teller tells (λ), and in which one who meets somebody in the know stops (α)."""

    tell: float = 0.08
    stop: float = 0.08


class Point(NamedTuple):
    """A minute, and by group the shares, 0-1, that have heard the rumour (s + r) and that are stifled (r)."""

    minute: int
    heard: list[float]
    stifled: list[float]


class Spreading:
    """The present state: by group the shares that have heard and that are stifled, the credit and the two rates."""

    def __init__(self, groups: Sequence[Crowd], rates: Rates, own_group: float) -> None:
        total = 0.0
        for group in groups:
            total += group.weight
        self.weights = [group.weight / total for group in groups]
        self._own, self._rest = own_group, [(1.0 - own_group) * weight for weight in self.weights]
        self._ears = [rates.tell * group.ears for group in groups]
        self._doubt = [rates.stop * group.doubt for group in groups]
        self._heard = [group.told for group in groups]
        self._stifled = [0.0] * len(groups)
        self._credit = [1.0] * len(groups)
        self._tune()

    def hear(self, moment: Moment, since: int) -> None:
        """Let an answer move the credit, wake stiflers where it costs some, and set the rates anew."""
        factors = [credit_factor(moment, moment.trust_of(group), since) for group in range(len(self._credit))]
        self._stifled = [share * kept for share, (kept, _) in zip(self._stifled, factors, strict=True)]
        self._credit = [held * kept * earned for held, (kept, earned) in zip(self._credit, factors, strict=True)]
        self._tune()

    def step(self) -> bool:
        """Go on by one minute; False, and nothing done, where too few tell it for anything to move."""
        heard, stifled = self._heard, self._stifled
        if max(map(sub, heard, stifled)) < QUIET:
            return False
        told, stopped = self._slopes(heard, stifled)
        told, stopped = self._slopes(_along(heard, told, 0.5), _along(stifled, stopped, 0.5))
        self._heard, self._stifled = _along(heard, told, 1.0), _along(stifled, stopped, 1.0)
        return True

    def point(self, minute: int) -> Point:
        return Point(minute, self._heard, self._stifled)

    def _tune(self) -> None:
        self._tell = [rate * telling_factor(held) for rate, held in zip(self._ears, self._credit, strict=True)]
        self._stop = [rate * stopping_factor(held) for rate, held in zip(self._doubt, self._credit, strict=True)]

    def _slopes(self, heard: list[float], stifled: list[float]) -> tuple[list[float], list[float]]:
        """Per minute: how much of each group comes to hear it, and how much of it is stifled."""
        own, tellers, knowing = self._own, 0.0, 0.0
        telling = list(map(sub, heard, stifled))
        for rest, h, s in zip(self._rest, heard, telling, strict=True):
            tellers += rest * s
            knowing += rest * h
        return (
            [tell * (1.0 - h) * (own * s + tellers) for tell, h, s in zip(self._tell, heard, telling, strict=True)],
            [stop * s * (own * h + knowing) for stop, h, s in zip(self._stop, heard, telling, strict=True)],
        )


def _along(start: list[float], slopes: list[float], minutes: float) -> list[float]:
    return [value + minutes * slope for value, slope in zip(start, slopes, strict=True)]
