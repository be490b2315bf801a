"""Ranges of numbers, with or without "not judged", and what arithmetic and comparing make of them.

BOUND stands for no bound: arithmetic of conditions is kept within it anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from simulator.scenario.conditions import NUMBER_BOUND

BOUND = NUMBER_BOUND

TRUE, FALSE, EITHER = 1, 2, 3
"""What a condition may be, as bits; 0 where it is never asked."""


class Amount(NamedTuple):
    """All numbers from `low` to `high`; none if `low` is greater. `unjudged`: it may also not have been judged."""

    low: float
    high: float
    unjudged: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is no number in it."""
        return self.low > self.high


NO_NUMBER = Amount(BOUND, -BOUND, unjudged=True)
"""What was certainly not judged."""

Held = frozenset[bool | str]
"""All that a variable of true and false, or of texts, may hold."""

Values = Amount | Held


def exactly(number: float) -> Amount:
    """One number."""
    return Amount(number, number)


def hull(one: Amount, other: Amount) -> Amount:
    """The least range that holds both."""
    low, high, unjudged = one
    other_low, other_high, other_unjudged = other
    # Joining is most of a walk's work: no call of `min` and `max`.
    fields = (
        low if low < other_low else other_low,
        high if high > other_high else other_high,
        unjudged or other_unjudged,
    )
    return tuple.__new__(Amount, fields)


def either(one: Values, other: Values) -> Values:
    """All that is in one or in the other."""
    if isinstance(one, Amount):
        return hull(one, other)  # type: ignore[arg-type]  # a figure is always a number, or never
    return one | other  # type: ignore[operator]


def within(amount: Amount, low: float, high: float) -> Amount:
    """The range with its ends moved inside bounds."""
    if amount.is_empty:
        return amount
    return Amount(min(max(amount.low, low), high), min(max(amount.high, low), high), amount.unjudged)


def plus(one: Amount, other: Amount) -> Amount:
    return _kept(one, other, one.low + other.low, one.high + other.high)


def minus(one: Amount, other: Amount) -> Amount:
    return _kept(one, other, one.low - other.high, one.high - other.low)


def times(one: Amount, other: Amount) -> Amount:
    ends = [left * right for left in one[:2] for right in other[:2]]
    return _kept(one, other, min(ends), max(ends))


ARITHMETIC: Mapping[str, Callable[[Amount, Amount], Amount]] = {"+": plus, "-": minus, "*": times}


def compared(sign: str, one: Values, other: Values) -> int:
    """What a comparison of any of the one with any of the other may be, as TRUE and FALSE."""
    if isinstance(one, Amount) and isinstance(other, Amount):
        if one.is_empty or other.is_empty:
            return FALSE
        found = _COMPARED[sign](one, other)
        return found | FALSE if one.unjudged or other.unjudged else found
    assert isinstance(one, frozenset)
    assert isinstance(other, frozenset)
    same = (TRUE if one & other else 0) | (FALSE if len(one | other) > 1 else 0)
    return same if sign == "==" else opposite(same)


def opposite(found: int) -> int:
    """What the negation may be."""
    return (FALSE if found & TRUE else 0) | (TRUE if found & FALSE else 0)


def _less(one: Amount, other: Amount) -> int:
    return (TRUE if one.low < other.high else 0) | (FALSE if one.high >= other.low else 0)


def _at_most(one: Amount, other: Amount) -> int:
    return (TRUE if one.low <= other.high else 0) | (FALSE if one.high > other.low else 0)


def _same(one: Amount, other: Amount) -> int:
    may = TRUE if one.low <= other.high and other.low <= one.high else 0
    return may | (0 if one.low == one.high == other.low == other.high else FALSE)


_COMPARED: Mapping[str, Callable[[Amount, Amount], int]] = {
    "<": _less,
    "<=": _at_most,
    ">": lambda one, other: _less(other, one),
    ">=": lambda one, other: _at_most(other, one),
    "==": _same,
    "!=": lambda one, other: opposite(_same(one, other)),
}


def _kept(one: Amount, other: Amount, low: float, high: float) -> Amount:
    unjudged = one.unjudged or other.unjudged
    if one.is_empty or other.is_empty:
        return NO_NUMBER._replace(unjudged=unjudged)
    return Amount(max(low, -BOUND), min(high, BOUND), unjudged)
