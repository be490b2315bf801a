"""Whether two figures count the same, and whether both numbers can be true."""

from __future__ import annotations

import math
from enum import StrEnum

from simulator.scenario.claims import Figure, Qualifier, When
from simulator.scoring.claims.days import differ
from simulator.scoring.claims.states import NOT
from simulator.scoring.claims.wording import alike, shared

OBJECT_ALIKE = 0.5
"""Share of the words of the shorter that two claims about one thing have in common."""

THINGS_ALIKE = 0.3
ROUND_MIN = 1000
ROUND_SHARE = 0.05
"""Numbers from which two figures may be spoken of roundly, and how far off."""

_SUFFERED = frozenset(
    {
        "dead",
        "missing",
        "injured",
        "severe",
        "treated",
        "arrested",
        "destroyed",
        "damaged",
        "flooded",
        "sheltered",
        "evacuated",
    }
)
"""States in which there is one count of people and houses, whatever else is said."""

_PEOPLE = frozenset({"person", "pupil", "household", "house", "man"})


class Verdict(StrEnum):
    """What two claims say of each other."""

    APART = "apart"
    AGREE = "agree"
    CLASH = "clash"


def is_same_count(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing in the same state, place and day."""
    if one.unit != other.unit or _main(one.states) != _main(other.states) or _other_day(one.day, other.day):
        return False
    if one.places and other.places and not set(one.places) & set(other.places):
        return False
    return _same_thing(one, other)


def _main(states: tuple[str, ...]) -> tuple[str, ...]:
    """What people suffered, if anything, else all that is told of what was counted."""
    suffered = tuple(state for state in states if state in _SUFFERED or state == NOT)
    return suffered if set(suffered) & _SUFFERED else states


def _same_thing(one: Figure, other: Figure) -> bool:
    """Of people in a state the state decides; of goods and of what has no state the words beside the number."""
    if one.unit in _PEOPLE and set(one.states) & _SUFFERED:
        return True
    if one.states and one.unit not in _PEOPLE and not (one.things and other.things):
        return True
    if one.states and not one.things and not other.things:
        return True
    common = len(set(one.things) & set(other.things))
    if one.unit in _PEOPLE and common < 2 and set(one.things) != set(other.things):
        return False
    return shared(one.things, other.things) >= OBJECT_ALIKE and alike(one.things, other.things) >= THINGS_ALIKE


def _other_day(one: str, other: str) -> bool:
    past = one.startswith("-") != other.startswith("-")
    return past or differ(one, other)


def compare_counts(later: Figure, earlier: Figure) -> Verdict:
    """Whether two figures of one thing can both be true."""
    low, high = _interval(later)
    least, most = _interval(earlier)
    if (_is_within(later, earlier) and low <= most) or (_is_within(earlier, later) and least <= high):
        return Verdict.APART
    if low <= most and least <= high:
        return Verdict.AGREE
    return Verdict.APART if is_newer(later.as_of, earlier.as_of) else Verdict.CLASH


def _is_within(one: Figure, other: Figure) -> bool:
    """Whether one counts some of what the other counts: a part, or one place among all."""
    return (one.part and not other.part) or (bool(one.places) and not other.places)


def _interval(figure: Figure) -> tuple[float, float]:
    """The numbers that a figure allows."""
    least, most = figure.least, figure.most
    match figure.qualifier:
        case Qualifier.AT_LEAST:
            return least, math.inf
        case Qualifier.AT_MOST:
            return 0.0, most
        case Qualifier.NEARLY:
            return 0.85 * least, most
        case Qualifier.ABOUT:
            return 0.9 * least, 1.1 * most
        case _:
            return _spoken(least, most)


def _spoken(least: float, most: float) -> tuple[float, float]:
    """Large numbers are often said roundly without saying so: two million for 2.1."""
    significant = len(f"{least:.0f}".rstrip("0"))
    if least < ROUND_MIN or significant > 2:
        return least, most
    return least * (1 - ROUND_SHARE), most * (1 + ROUND_SHARE)


def is_newer(one: When, other: When) -> bool:
    """Whether a count says of itself that it is later than another; one that says no time does not."""
    if one.minutes is None:
        return False
    if other.minutes is None or differ(one.day, other.day):
        return True
    return one.minutes > other.minutes
