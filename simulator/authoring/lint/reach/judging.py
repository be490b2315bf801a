"""Whether a condition may hold at a place, and may fail; and what its parts may be worth."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.authoring.lint.reach.amounts import (
    ARITHMETIC,
    EITHER,
    FALSE,
    NO_NUMBER,
    TRUE,
    Amount,
    Values,
    compared,
    exactly,
    minus,
    opposite,
)
from simulator.authoring.lint.reach.possible import Possible
from simulator.authoring.lint.reach.slots import ANY_FLAG, FLAG_BITS, MINUTES, Slots
from simulator.scenario.situation import minutes_of_day
from simulator.scenario.tree import Call, Compared, Computed, Constant, Expr, Joined, Name, Negative, Not

DAY = 24 * 60

Given = Mapping[str, "AnswersThere"]


class AnswersThere:
    """What the answers at one scene may be: the levels of each skill, and the flags, as bits."""

    def __init__(self, levels: Mapping[str, Amount], flags_may: int, flags_must: int) -> None:
        self.levels, self.flags_may, self.flags_must = levels, flags_may, flags_must


class Judge:
    """Judges conditions of one scenario.

    `there` gives what the answers at a scene may be, `visits_most` how often a scene can be reached.
    """

    def __init__(
        self,
        slots: Slots,
        clock_start: str,
        there: Callable[[str], AnswersThere],
        visits_most: Callable[[str], int],
    ) -> None:
        self.slots = slots
        self._clock_start = minutes_of_day(clock_start)
        self._there = there
        self._visits_most = visits_most

    def verdict(self, expr: Expr, place: Possible) -> int:
        """What a condition may be here, as TRUE and FALSE, each part by itself."""
        match expr:
            case Not(operand=operand):
                return opposite(self.verdict(operand, place))
            case Joined(operator=joiner, parts=parts):
                found = [self.verdict(part, place) for part in parts]
                return _all(found) if joiner == "and" else opposite(_all([opposite(one) for one in found]))
            case Compared(operator=sign, left=left, right=right):
                return compared(sign, self.values(left, place), self.values(right, place))
        held = self.values(expr, place)
        assert isinstance(held, frozenset)
        return (TRUE if True in held else 0) | (FALSE if False in held else 0)

    def values(self, expr: Expr, place: Possible) -> Values:
        """All that a part of a condition may be worth here."""
        match expr:
            case Constant(value=value):
                return frozenset((value,)) if isinstance(value, bool | str) else Amount(value, value)
            case Name(name=name):
                return place.values[self.slots.number[name]]
            case Call():
                return self._called(expr, place)
            case Negative(operand=operand):
                return minus(Amount(0, 0), self._amount(operand, place))
            case Computed(operator=sign, left=left, right=right):
                return ARITHMETIC[sign](self._amount(left, place), self._amount(right, place))
        return _as_held(self.verdict(expr, place))

    def slot_of(self, expr: Expr) -> int | None:
        """The number of the figure that a part is, if it is one."""
        match expr:
            case Name(name=name):
                return self.slots.number[name]
            case Call(function="level", arguments=(skill,)):
                return self.slots.levels[skill]
            case Call(function="average", arguments=(skill,)):
                return self.slots.averages[skill]
            case Call(function="raised", arguments=arguments):
                return self.slots.raised[arguments[0] if arguments else ANY_FLAG]
        return None

    def wait_of(self, time: str) -> int:
        """Minutes from the start until a time of day is first come to."""
        return (minutes_of_day(time) - self._clock_start) % DAY

    def fact_of(self, call: Call) -> int:
        """The bit of the fact that a function asks for, if it asks for one."""
        match call.function, call.arguments:
            case "visits", (scene,):
                return self.slots.bit("visited", scene)
            case "chosen", (scene, line):
                return self.slots.bit("chosen", scene, line)
            case "said", (item,):
                return self.slots.bit("said", item)
        return 0

    def _amount(self, expr: Expr, place: Possible) -> Amount:
        held = self.values(expr, place)
        assert isinstance(held, Amount)
        return held

    def _called(self, call: Call, place: Possible) -> Values:
        number = self.slot_of(call)
        if number is not None:
            return place.values[number]
        match call.function, call.arguments:
            case "after", (time,):
                return _as_held(compared(">=", place.values[MINUTES], exactly(self.wait_of(time))))
            case "visits", (scene,):
                bit = self.fact_of(call)
                return Amount(1 if place.must & bit else 0, self._visits_most(scene) if place.may & bit else 0)
            case "level", (skill, scene):
                return self._level_there(skill, scene, place)
            case "flag", (flag, *scene_):
                return _as_held(self._flag(FLAG_BITS[flag], place, *scene_))
        bit = self.fact_of(call)
        return _as_held(_fact(bit, place.may, place.must))

    def _level_there(self, skill: str, scene: str, place: Possible) -> Amount:
        bit = self.slots.bit("answered", scene)
        if not place.may & bit:
            return NO_NUMBER
        level = self._there(scene).levels.get(skill, NO_NUMBER)
        return level if place.must & bit else level._replace(unjudged=True)

    def _flag(self, flag: int, place: Possible, scene: str | None = None) -> int:
        if scene is None:
            return _fact(flag, place.flags_may, place.flags_must)
        bit = self.slots.bit("answered", scene)
        if not place.may & bit:
            return FALSE
        there = self._there(scene)
        found = _fact(flag, there.flags_may, there.flags_must)
        return found if place.must & bit else found | FALSE


def _fact(bit: int, may: int, must: int) -> int:
    return TRUE if must & bit else EITHER if may & bit else FALSE


def _as_held(found: int) -> frozenset[bool | str]:
    return _HELD[found]


_HELD: tuple[frozenset[bool | str], ...] = (
    frozenset(),
    frozenset((True,)),
    frozenset((False,)),
    frozenset((True, False)),
)


def _all(found: list[int]) -> int:
    may = TRUE if all(one & TRUE for one in found) else 0
    return may | (FALSE if any(one & FALSE for one in found) else 0)
