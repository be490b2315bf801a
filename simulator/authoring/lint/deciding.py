"""Which part of a condition decides it, and what its names may be worth there."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.reach.amounts import BOUND, FALSE, TRUE, Amount, Values
from simulator.authoring.lint.reach.assuming import parted
from simulator.authoring.lint.reach.judging import Judge
from simulator.authoring.lint.reach.possible import Possible
from simulator.authoring.lint.subject import Linted
from simulator.loading.checks.flaw import Flaw
from simulator.scenario.tree import Expr, Joined, leaves

SHOWN_MOST = 4
"""More values than this are not told of one condition."""


def deciding(judge: Judge, expr: Expr, place: Possible, *, holds: bool) -> Expr:
    """The part because of which a condition always holds (or never does); the whole where no part does it alone."""
    if isinstance(expr, Joined) and (expr.operator == "or") == holds:
        for part in expr.parts:
            if parted(judge, part, place)[1 if holds else 0] is None:
                return deciding(judge, part, place, holds=holds)
    return expr


def idle_parts(judge: Judge, expr: Expr, place: Possible) -> Iterator[tuple[Expr, bool, Possible]]:
    """The parts of a condition that may go either way which cannot; each with whether it holds, and where."""
    if not isinstance(expr, Joined):
        return
    both, rest = expr.operator == "and", place
    for part in expr.parts:
        holding, failing = parted(judge, part, rest)
        if holding is None or failing is None:
            yield part, failing is None, rest
        else:
            yield from idle_parts(judge, part, rest)
        following = holding if both else failing
        if following is None:
            return
        rest = following


def decided(subject: Linted, message: str, hint: str, *, holds: bool) -> Iterator[Flaw]:
    """A flaw at every condition that always holds where it is asked, or never does."""
    judge = subject.found.judge
    for verdict in subject.found.verdicts:
        if verdict.found == (TRUE if holds else FALSE):
            asked = verdict.asked
            part = deciding(judge, asked.tree, verdict.place, holds=holds)
            values = values_told(judge, part, verdict.place, asked.text)
            params = {"part": asked.text[part.start : part.end], "values": values}
            yield Flaw(asked.path, message, hint, params, offset=part.start)


def values_told(judge: Judge, expr: Expr, place: Possible, text: str) -> str:
    """What the names in a part may be worth: `pressure = 0…5, log = held | full`."""
    told = dict.fromkeys(f"{text[one.start : one.end]} = {_told(judge.values(one, place))}" for one in leaves(expr))
    return ", ".join(list(told)[:SHOWN_MOST])


def _told(values: Values) -> str:
    """A range, or the values one by one; a dash for what was not judged."""
    if isinstance(values, Amount):
        parts = [] if values.is_empty else [_range(values.low, values.high)]
        return " | ".join([*parts, *(["–"] if values.unjudged else [])])
    return " | ".join(sorted(str(value).lower() if isinstance(value, bool) else value for value in values))


def _range(low: float, high: float) -> str:
    if low == high:
        return f"{low:g}"
    return f"{low:g}…" if high >= BOUND else f"{low:g}…{high:g}"
