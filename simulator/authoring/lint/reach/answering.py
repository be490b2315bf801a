"""What an answer, an effect and the passing of time make of all that is possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from simulator.authoring.lint.reach.amounts import BOUND, NO_NUMBER, Amount, Values, exactly, hull, minus, plus, within
from simulator.authoring.lint.reach.judging import Judge
from simulator.authoring.lint.reach.possible import Possible
from simulator.authoring.lint.reach.slots import (
    ALL_FLAGS,
    ANSWERS,
    ANY_FLAG,
    FLAG_BITS,
    HEAT,
    MINUTES,
    OVERALL,
    SCORE,
    TRUST,
    Slots,
)
from simulator.scenario.rubric import LEVELS, RED_FLAGS, SKILLS, RedFlag, Skill, overall
from simulator.scenario.tree import Assignment
from simulator.session.preparation import OPENING_SKILLS
from simulator.session.press import PRESS_MINUTES
from simulator.world.reputation import Impact, impact_of, react

ANY_LEVEL = Amount(min(LEVELS), max(LEVELS), unjudged=True)
_WHOLE = Amount(0, 100)


class Given:
    """What an answer may be graded: by the author exactly, in one's own words anyhow, on some skills."""

    def __init__(
        self, levels: Mapping[str, Amount], flags_may: int, flags_must: int, grade: Amount, worst: Impact, best: Impact
    ) -> None:
        self.levels, self.flags_may, self.flags_must = levels, flags_may, flags_must
        self.grade, self.worst, self.best = grade, worst, best


def as_authored(levels: Mapping[Skill, int], flags: tuple[RedFlag, ...], *, silent: bool) -> Given:
    """A prepared line, or silence."""
    bits = sum(FLAG_BITS[flag] for flag in set(flags))
    impact = impact_of(levels, flags, silent=silent)
    graded: dict[str, Amount] = {skill: exactly(level) for skill, level in levels.items()}
    return Given(graded, bits, bits, exactly(overall(levels, flags)), impact, impact)


@cache
def in_own_words(skills: tuple[Skill, ...]) -> Given:
    """An answer in one's own words: any levels, any flags."""
    top = dict.fromkeys(skills, max(LEVELS))
    bottom = dict.fromkeys(skills, min(LEVELS))
    return Given(
        dict.fromkeys(skills, ANY_LEVEL), ALL_FLAGS, 0, _WHOLE, impact_of(bottom, RED_FLAGS), impact_of(top, ())
    )


PRESSED = in_own_words(SKILLS)
"""The answer to a press: its lines and skills are made in the session."""

PRESSES_MOST = 2
"""Upon one answer: a press, and one upon the answer to it (exercise.pressing)."""

OPENING = in_own_words(OPENING_SKILLS)


def answered(slots: Slots, place: Possible, given: Given, *, says: int, may_say: int = 0, minutes: int) -> Possible:
    """The possible after an answer that takes so many minutes; `says` and `may_say` are bits of facts."""
    values = list(place.values)
    _react(values, given)
    before = place.amount(ANSWERS)
    score = place.amount(SCORE)
    values[OVERALL] = given.grade
    mean = hull(score, given.grade) if before.high > 0 else given.grade
    values[SCORE] = mean
    for skill, number in slots.levels.items():
        values[number] = given.levels.get(skill, NO_NUMBER)
    for skill, number in slots.averages.items():
        values[number] = _average(place.amount(number), given.levels.get(skill, NO_NUMBER))
    for flag, number in slots.raised.items():
        bits = ALL_FLAGS if flag == ANY_FLAG else FLAG_BITS[flag]
        _count(values, slots, number, Amount(int(bool(given.flags_must & bits)), int(bool(given.flags_may & bits))))
    _count(values, slots, ANSWERS, exactly(1))
    _count(values, slots, MINUTES, exactly(minutes))
    return Possible(
        tuple(values), given.flags_may, given.flags_must, place.may | says | may_say, place.must | says, True
    )


def pressed(slots: Slots, place: Possible) -> Possible:
    """The possible where a journalist has pressed and been answered, once or twice, or has not."""
    values = list(place.values)
    for _ in range(PRESSES_MOST):
        _react(values, PRESSED)
    values[TRUST] = hull(place.amount(TRUST), _amount(values[TRUST]))
    values[HEAT] = hull(place.amount(HEAT), _amount(values[HEAT]))
    values[SCORE] = values[OVERALL] = _WHOLE
    for number in slots.levels.values():
        values[number] = ANY_LEVEL
    for number in slots.averages.values():
        values[number] = ANY_LEVEL._replace(unjudged=place.amount(number).unjudged)
    _count(values, slots, MINUTES, Amount(0, PRESSES_MOST * PRESS_MINUTES))
    for number in (ANSWERS, *slots.raised.values()):
        _count(values, slots, number, Amount(0, PRESSES_MOST))
    return Possible(tuple(values), ALL_FLAGS, 0, place.may | slots.sayings, place.must, True)


def opened(place: Possible) -> Possible:
    """The possible after an opening statement."""
    values = list(place.values)
    _react(values, OPENING)
    return place._replace(values=tuple(values))


def passed(slots: Slots, place: Possible, minutes: int) -> Possible:
    """The possible so many minutes of the story later."""
    if not minutes:
        return place
    values = list(place.values)
    _count(values, slots, MINUTES, exactly(minutes))
    return place._replace(values=tuple(values))


def changed_by(judge: Judge, place: Possible, effects: Iterable[Assignment]) -> Possible:
    """The possible after effects, one after another."""
    for effect in effects:
        number = judge.slots.number[effect.target]
        held = judge.values(effect.value, place)
        place = place.having(number, _assigned(effect, place.values[number], held, judge.slots.bounds[number]))
    return place


def _assigned(effect: Assignment, now: Values, value: Values, bounds: tuple[int, int]) -> Values:
    """As `scenario.effects.changed` does it: kept within bounds, and left as it was by what was not judged."""
    if not isinstance(now, Amount) or not isinstance(value, Amount):
        return value
    result = plus(now, value) if effect.operator == "+=" else minus(now, value) if effect.operator == "-=" else value
    if result.is_empty:
        return now
    kept = within(Amount(int(result.low), int(result.high)), *bounds)
    return hull(now, kept) if value.unjudged else kept


def _amount(held: Values) -> Amount:
    assert isinstance(held, Amount)
    return held


def _react(values: list[Values], given: Given) -> None:
    trust, heat = values[TRUST], values[HEAT]
    assert isinstance(trust, Amount)
    assert isinstance(heat, Amount)
    low_trust, high_heat = react(int(trust.low), int(heat.high), given.worst)
    high_trust, low_heat = react(int(trust.high), int(heat.low), given.best)
    values[TRUST], values[HEAT] = Amount(low_trust, high_trust), Amount(low_heat, high_heat)


def _average(before: Amount, level: Amount) -> Amount:
    """A mean lies between the least and the greatest of what it is of."""
    if level.is_empty:
        return before
    low, high = min(before.low, level.low), max(before.high, level.high)
    return Amount(low, high, before.unjudged and level.unjudged)


def _count(values: list[Values], slots: Slots, number: int, more: Amount) -> None:
    """Count on, and count on what is counted since the call."""
    for place in (number, slots.since.get(number)):
        if place is None:
            return
        held = values[place]
        assert isinstance(held, Amount)
        values[place] = Amount(min(held.low + more.low, BOUND), min(held.high + more.high, BOUND))
