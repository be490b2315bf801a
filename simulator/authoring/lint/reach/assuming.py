"""What is left of the possible where a condition holds, and what is left where it fails."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from simulator.authoring.lint.reach.amounts import FALSE, TRUE, Amount, Values, compared
from simulator.authoring.lint.reach.judging import Judge
from simulator.authoring.lint.reach.possible import Possible, joined
from simulator.authoring.lint.reach.slots import FLAG_BITS, MINUTES
from simulator.scenario.tree import Call, Compared, Constant, Expr, Joined, Name, Not, Operator

_FAILING: Mapping[Operator, Operator] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_TURNED: Mapping[Operator, Operator] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}

Parted = tuple[Possible | None, Possible | None]
"""What is left where a condition holds, and where it fails; None where it never does."""


def parted(judge: Judge, expr: Expr, place: Possible) -> Parted:
    """The two parts of a place. They may overlap where more is told apart by the condition than by a Possible."""
    match expr:
        case Compared():
            return _by_comparison(judge, expr, place)
        case Joined():
            return _by_parts(judge, expr, place)
        case Not(operand=operand):
            holding, failing = parted(judge, operand, place)
            return failing, holding
    found = judge.verdict(expr, place)
    return (
        _where_so(judge, expr, place) if found & TRUE else None,
        _where_not(judge, expr, place) if found & FALSE else None,
    )


def _by_parts(judge: Judge, expr: Joined, place: Possible) -> Parted:
    """All parts hold, or else the first that fails fails where those before it hold; and the other way round."""
    both = expr.operator == "and"
    rest: Possible | None = place
    ended: Possible | None = None
    for part in expr.parts:
        if rest is None:
            break
        holding, failing = parted(judge, part, rest)
        rest, out = (holding, failing) if both else (failing, holding)
        ended = joined(ended, out)
    return (rest, ended) if both else (ended, rest)


def _by_comparison(judge: Judge, expr: Compared, place: Possible) -> Parted:
    left, right = judge.values(expr.left, place), judge.values(expr.right, place)
    found = compared(expr.operator, left, right)
    holding = place if found & TRUE else None
    failing = place if found & FALSE else None
    if found in (TRUE, FALSE):
        return holding, failing
    sign = expr.operator
    for side, held, turned, other in ((expr.left, left, sign, right), (expr.right, right, _TURNED[sign], left)):
        if not isinstance(side, Constant):
            holding = holding and _narrowed(judge, turned, side, held, other, holding, holds=True)
            failing = failing and _narrowed(judge, _FAILING[turned], side, held, other, failing, holds=False)
    return holding, failing


def _narrowed(
    judge: Judge, sign: str, side: Expr, held: Values, other: Values, place: Possible, *, holds: bool
) -> Possible | None:
    """What is left if one side is a figure, or counts visits, so that the comparison narrows it."""
    if isinstance(side, Call) and side.function == "visits" and isinstance(other, Amount):
        return _visited(judge, sign, side, held, other, place)
    number = judge.slot_of(side)
    if number is None:
        return place
    if isinstance(held, Amount) and isinstance(other, Amount):
        # A comparison fails, too, where one side was not judged; then nothing is known of the numbers.
        if not holds and other.unjudged:
            return place
        whole = not (isinstance(side, Call) and side.function == "average")
        amount = _cut(sign, held, other, whole=whole, unjudged=held.unjudged and not holds)
        return None if amount.is_empty and not amount.unjudged else place.having(number, amount)
    assert isinstance(held, frozenset)
    assert isinstance(other, frozenset)
    left = held & other if sign == "==" else held - other if len(other) == 1 else held
    return place.having(number, left) if left else None


def _cut(sign: str, held: Amount, other: Amount, *, whole: bool, unjudged: bool) -> Amount:
    low, high = held.low, held.high
    if sign in ("<", "<="):
        high = min(high, (ceil(other.high) - 1 if sign == "<" else floor(other.high)) if whole else other.high)
    elif sign in (">", ">="):
        low = max(low, (floor(other.low) + 1 if sign == ">" else ceil(other.low)) if whole else other.low)
    elif sign == "==":
        low, high = max(low, other.low), min(high, other.high)
    elif whole and other.low == other.high:
        low, high = (low + 1 if low == other.low else low), (high - 1 if high == other.high else high)
    return Amount(low, high, unjudged)


def _visited(judge: Judge, sign: str, call: Call, count: Values, other: Amount, place: Possible) -> Possible | None:
    """`visits` is told apart only as none and some."""
    assert isinstance(count, Amount)
    left = _cut(sign, count, other, whole=True, unjudged=False)
    bit = judge.fact_of(call)
    if left.is_empty:
        return None
    if left.low >= 1:
        return place._replace(must=place.must | bit)
    return place._replace(may=place.may & ~bit) if left.high <= 0 else place


def _where_so(judge: Judge, expr: Expr, place: Possible) -> Possible:
    match expr:
        case Name(name=name):
            return place.having(judge.slots.number[name], frozenset((True,)))
        case Call(function="after", arguments=(time,)):
            minutes, wait = place.amount(MINUTES), judge.wait_of(time)
            return place.having(MINUTES, minutes._replace(low=max(minutes.low, wait)))
        case Call(function="flag", arguments=(flag,)):
            return place._replace(flags_must=place.flags_must | FLAG_BITS[flag])
        case Call():
            return place._replace(must=place.must | judge.fact_of(expr))
    return place


def _where_not(judge: Judge, expr: Expr, place: Possible) -> Possible:
    match expr:
        case Name(name=name):
            return place.having(judge.slots.number[name], frozenset((False,)))
        case Call(function="after", arguments=(time,)):
            minutes, wait = place.amount(MINUTES), judge.wait_of(time)
            return place.having(MINUTES, minutes._replace(high=min(minutes.high, wait - 1)))
        case Call(function="flag", arguments=(flag,)):
            return place._replace(flags_may=place.flags_may & ~FLAG_BITS[flag])
        case Call():
            return place._replace(may=place.may & ~judge.fact_of(expr))
    return place
