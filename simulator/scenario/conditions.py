"""Conditions and effects as closures over a situation, and why a condition does not hold.

A closure is compiled once from the typed tree of `expressions` and only reads the situation it is given.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, cast

from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.situation import (
    NOT_JUDGED,
    AnswerGiven,
    Scalar,
    Situation,
    StepMade,
    average_level,
    chosen,
    latest_at,
    mean_overall,
    minutes_of_day,
    visits,
)
from simulator.scenario.tree import (
    Call,
    Compared,
    Computed,
    Constant,
    Expr,
    Joined,
    Name,
    Negative,
    Not,
)

__all__ = [
    "NOT_JUDGED",
    "AnswerGiven",
    "Compiler",
    "Condition",
    "Reading",
    "Scalar",
    "Situation",
    "StepMade",
    "average_level",
    "chosen",
    "false_parts",
    "mean_overall",
    "minutes_of_day",
    "visits",
]

Condition = Callable[[Situation], bool]
Reading = Callable[[Situation], Scalar]

NUMBER_BOUND = 10**15
"""What arithmetic is kept within: far beyond any use, and never more than a float holds exactly."""


def _bounded(function: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def within_bound(left: Any, right: Any) -> Any:  # noqa: ANN401  # numbers, as the tree's types say
        result = function(left, right)
        # Asked this way round, NOT_JUDGED stays what it is.
        return NUMBER_BOUND if result > NUMBER_BOUND else -NUMBER_BOUND if result < -NUMBER_BOUND else result

    return within_bound


_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    # False where one of the numbers was not judged.
    "numbers !=": lambda left, right: left < right or left > right,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": _bounded(operator.add),
    "-": _bounded(operator.sub),
    "*": _bounded(operator.mul),
}


# Most conditions compare with a number, and every way on is asked for its own: no call to `operator` in between.
_COMPARED_WITH: Mapping[str, Callable[[Callable[[Situation], Any], Any], Condition]] = {
    "==": lambda read, constant: lambda s: read(s) == constant,
    "<": lambda read, constant: lambda s: read(s) < constant,
    "<=": lambda read, constant: lambda s: read(s) <= constant,
    ">": lambda read, constant: lambda s: read(s) > constant,
    ">=": lambda read, constant: lambda s: read(s) >= constant,
}


class Compiler:
    """Compiles trees for one scenario: knows the slot of each variable and the clock's start."""

    def __init__(self, slots: Mapping[str, int], clock_start: str) -> None:
        self._slots = slots
        self._clock_start = minutes_of_day(clock_start)

    def condition(self, expr: Expr) -> Condition:
        """A closure that says whether the condition holds."""
        return cast(Condition, self.reading(expr))

    def reading(self, expr: Expr) -> Reading:
        """A closure that gives the value of any expression."""
        match expr:
            case Constant(value=value):
                return lambda _: value
            case Name(name=name):
                return self._name(name)
            case Call(function=function, arguments=arguments):
                return self._call(function, arguments)
            case Not(operand=operand):
                inner = self.reading(operand)
                return lambda s: not inner(s)
            case Negative(operand=operand):
                number = cast(Callable[[Situation], int], self.reading(operand))
                return lambda s: -number(s)
            case Joined(operator=joiner, parts=parts):
                return _joined(joiner, [self.condition(part) for part in parts])
            case Compared(operator=sign, left=left, right=right) | Computed(operator=sign, left=left, right=right):
                return self._binary(sign, left, right)

    def _name(self, name: str) -> Reading:
        if name in self._slots:
            slot = self._slots[name]
            return lambda s: s.values[slot]
        return _MEASURES[name]

    def _binary(self, sign: str, left: Expr, right: Expr) -> Reading:
        function = _OPERATORS["numbers !=" if sign == "!=" and left.type == "int" else sign]
        first = self.reading(left)
        if isinstance(right, Constant):
            constant = right.value
            if sign in _COMPARED_WITH:
                return _COMPARED_WITH[sign](first, constant)
            return lambda s: function(first(s), constant)
        second = self.reading(right)
        return lambda s: function(first(s), second(s))

    def _call(self, function: str, arguments: tuple[str, ...]) -> Reading:
        match function, arguments:
            case "after", (time,):
                wait = (minutes_of_day(time) - self._clock_start) % (24 * 60)
                return lambda s: s.minutes >= wait
            case "visits", (scene,):
                return lambda s: visits(s, scene)
            case "chosen", (scene, line):
                return lambda s: chosen(s, scene, line)
            case "average", (skill,):
                return lambda s: average_level(s.answers, skill)
            case "level", (skill, *where):
                return _level(cast(Skill, skill), *where)
            case "flag", (flag, *where):
                return _flag(cast(RedFlag, flag), *where)
            case "said", (item,):
                return lambda s: any(item in answer.assessment.said for answer in s.answers)
            case "raised", (flag,):
                return lambda s: sum(1 for answer in s.answers if flag in answer.assessment.flags)
        return lambda s: sum(1 for answer in s.answers if answer.assessment.flags)


def false_parts(expr: Expr, compiler: Compiler, situation: Situation) -> tuple[Expr, ...]:
    """The smallest parts that keep a condition from holding; empty if it holds."""
    if compiler.condition(expr)(situation):
        return ()
    if isinstance(expr, Joined):
        return tuple(part for inner in expr.parts for part in false_parts(inner, compiler, situation))
    return (expr,)


_MEASURES: Mapping[str, Reading] = {
    "trust": operator.attrgetter("trust"),
    "heat": operator.attrgetter("heat"),
    "minutes": operator.attrgetter("minutes"),
    "score": lambda s: mean_overall(s.answers),
    "overall": lambda s: s.answers[-1].assessment.overall if s.answers else 0,
}


def _joined(joiner: str, parts: list[Condition]) -> Condition:
    if len(parts) == 2:
        one, two = parts
        return (lambda s: one(s) and two(s)) if joiner == "and" else (lambda s: one(s) or two(s))
    if joiner == "and":
        return lambda s: all(part(s) for part in parts)
    return lambda s: any(part(s) for part in parts)


def _level(skill: Skill, scene: str | None = None) -> Reading:
    """The level of the latest answer, or of the latest at a scene."""
    if scene is None:
        return lambda s: s.answers[-1].assessment.levels.get(skill, NOT_JUDGED) if s.answers else NOT_JUDGED

    def level_there(situation: Situation) -> Scalar:
        answer = latest_at(situation, scene)
        return answer.assessment.levels.get(skill, NOT_JUDGED) if answer else NOT_JUDGED

    return level_there


def _flag(flag: RedFlag, scene: str | None = None) -> Condition:
    """Whether the latest answer, or the latest at a scene, raised a red flag."""
    if scene is None:
        return lambda s: flag in s.answers[-1].assessment.flags if s.answers else False

    def raised_there(situation: Situation) -> bool:
        answer = latest_at(situation, scene)
        return answer is not None and flag in answer.assessment.flags

    return raised_there
