"""All that a session may be at one place, as one immutable value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from simulator.authoring.lint.reach.amounts import Amount, Values, either


class Possible(NamedTuple):
    """What may be: `values` by the numbers of Slots; flags of the latest answer and facts so far, as bits.

    `may` are the facts that may be so, `must` those that are so in every session that comes here. `answered_last`:
    the step before may have been an answer, so that a journalist may press.
    """

    values: tuple[Values, ...]
    flags_may: int
    flags_must: int
    may: int
    must: int
    answered_last: bool

    def amount(self, number: int) -> Amount:
        """A figure that is a number."""
        held = self.values[number]
        assert isinstance(held, Amount)
        return held

    def having(self, number: int, held: Values) -> Possible:
        """The same with another figure."""
        values = self.values
        return Possible((*values[:number], held, *values[number + 1 :]), *self[1:])


def joined(one: Possible | None, other: Possible | None) -> Possible | None:
    """What may be in one or the other; None is nothing at all. `one` itself if the other adds nothing to it."""
    if one is None or one is other:
        return other
    if other is None:
        return one
    both = Possible(
        tuple(
            [
                held if held is more or held == more else either(held, more)
                for held, more in zip(one.values, other.values, strict=True)
            ]
        ),
        one.flags_may | other.flags_may,
        one.flags_must & other.flags_must,
        one.may | other.may,
        one.must & other.must,
        one.answered_last or other.answered_last,
    )
    return one if both == one else both


def widened(before: Possible, now: Possible, bounds: Sequence[tuple[int, int]], stops: Sequence[int]) -> Possible:
    """`now`, with every range that has grown since `before` grown on to the next number that conditions speak of.

    So a loop that counts up comes to its end after as many rounds as there are such numbers.
    """
    values = tuple(
        _grown(held, then, bound, stops) for then, held, bound in zip(before.values, now.values, bounds, strict=True)
    )
    return now._replace(values=values)


def _grown(held: Values, before: Values, bound: tuple[int, int], stops: Sequence[int]) -> Values:
    if held == before or not isinstance(held, Amount) or not isinstance(before, Amount) or before.is_empty:
        return held
    low, high = held.low, held.high
    if low < before.low:
        place = bisect_right(stops, low) - 1
        low = max(stops[place], bound[0]) if place >= 0 else bound[0]
    if high > before.high:
        place = bisect_left(stops, high)
        high = min(stops[place], bound[1]) if place < len(stops) else bound[1]
    return Amount(min(low, held.low), max(high, held.high), held.unjudged)
