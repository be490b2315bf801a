"""Conditions and effects as closures over a situation, and why a condition does not hold.

A closure is compiled once from the typed tree of `expressions` and only reads the situation it is given.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from simulator.scenario.expressions import (
    Assignment,
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
from simulator.scenario.rubric import Level, RedFlag, Skill

NOT_JUDGED = math.nan
"""The level of a skill that was not judged: every comparison with it but `!=` is false."""

Scalar = bool | int | str | float


class AnswerGiven(Protocol):
    """What conditions ask of one answer of the past."""

    @property
    def scene(self) -> str: ...
    @property
    def choice(self) -> str: ...
    @property
    def levels(self) -> Mapping[Skill, Level]: ...
    @property
    def flags(self) -> Sequence[RedFlag]: ...
    @property
    def overall(self) -> int: ...


class StepMade(Protocol):
    """What conditions ask of one step of the past."""

    @property
    def scene(self) -> str: ...
    @property
    def choice(self) -> str: ...


class Situation(Protocol):
    """What conditions ask of a session's state."""

    @property
    def values(self) -> tuple[Scalar, ...]: ...
    @property
    def trust(self) -> int: ...
    @property
    def heat(self) -> int: ...
    @property
    def minutes(self) -> int: ...
    @property
    def answers(self) -> Sequence[AnswerGiven]: ...
    @property
    def scene(self) -> str: ...
    @property
    def path(self) -> Sequence[StepMade]: ...


Condition = Callable[[Situation], bool]
Reading = Callable[[Situation], Scalar]

_OPERATORS: Mapping[str, Callable[[Scalar, Scalar], Scalar]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}


class Compiler:
    """Compiles trees for one scenario: knows the slot of each variable and the clock's start."""

    def __init__(self, slots: Mapping[str, int], clock_start: str) -> None:
        self._slots = slots
        self._clock_start = minutes_of_day(clock_start)

    def condition(self, expr: Expr) -> Condition:
        """A closure that says whether the condition holds."""
        return self._reading(expr)  # type: ignore[return-value]  # a condition's type is bool

    def reading(self, expr: Expr) -> Reading:
        """A closure that gives the value of any expression."""
        return self._reading(expr)

    def _reading(self, expr: Expr) -> Reading:
        match expr:
            case Constant(value=value):
                return lambda _: value
            case Name(name=name):
                return self._name(name)
            case Call(function=function, arguments=arguments):
                return self._call(function, arguments)
            case Not(operand=operand):
                inner = self._reading(operand)
                return lambda s: not inner(s)
            case Negative(operand=operand):
                number = self._reading(operand)
                return lambda s: -number(s)  # type: ignore[operator]
            case Joined(operator=joiner, parts=parts):
                return _joined(joiner, [self._reading(part) for part in parts])
            case Compared(operator=sign, left=left, right=right) | Computed(operator=sign, left=left, right=right):
                return self._binary(sign, left, right)

    def _name(self, name: str) -> Reading:
        if name in self._slots:
            slot = self._slots[name]
            return lambda s: s.values[slot]
        return {
            "trust": lambda s: s.trust,
            "heat": lambda s: s.heat,
            "minutes": lambda s: s.minutes,
            "score": lambda s: mean_overall(s.answers),
        }[name]

    def _binary(self, sign: str, left: Expr, right: Expr) -> Reading:
        function, first = _OPERATORS[sign], self._reading(left)
        if isinstance(right, Constant):
            constant = right.value
            return lambda s: function(first(s), constant)
        second = self._reading(right)
        return lambda s: function(first(s), second(s))

    def _call(self, function: str, arguments: tuple[str, ...]) -> Reading:
        first = arguments[0] if arguments else None
        match function, arguments:
            case "after", (time,):
                wait = (minutes_of_day(time) - self._clock_start) % (24 * 60)
                return lambda s: s.minutes >= wait
            case "visits", (scene,):
                return lambda s: visits(s, scene)
            case "chosen", (scene, line):
                return lambda s: chosen(s, scene, line)
            case "level", (skill,):
                return lambda s: s.answers[-1].levels.get(skill, NOT_JUDGED) if s.answers else NOT_JUDGED  # type: ignore[call-overload]
            case "level", (skill, scene):
                return lambda s: _level_at(s, skill, scene)
            case "average", (skill,):
                return lambda s: average_level(s.answers, skill)
            case "flag", (flag,):
                return lambda s: bool(s.answers) and flag in s.answers[-1].flags
            case "flag", (flag, scene):
                return lambda s: any(flag in answer.flags for answer in _latest_at(s, scene))
        return lambda s: sum(1 for answer in s.answers if (first in answer.flags if first else answer.flags))


def minutes_of_day(time: str) -> int:
    """`15:30` -> 930."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def visits(situation: Situation, scene: str) -> int:
    """How often a scene has been reached, the present one included."""
    left = sum(1 for step in situation.path if step.scene == scene)
    return left + 1 if situation.scene == scene else left


def chosen(situation: Situation, scene: str, choice: str) -> bool:
    """Whether a line or option was ever taken at a scene."""
    return any(step.scene == scene and step.choice == choice for step in situation.path)


def average_level(answers: Sequence[AnswerGiven], skill: str) -> float:
    """The mean level of a skill over the answers in which it was judged, or NOT_JUDGED."""
    judged = [answer.levels[skill] for answer in answers if skill in answer.levels]  # type: ignore[index]
    return sum(judged) / len(judged) if judged else NOT_JUDGED


def mean_overall(answers: Sequence[AnswerGiven]) -> int:
    """The mean overall grade of the answers, 0-100, rounded half up; 0 before the first."""
    if not answers:
        return 0
    count = len(answers)
    return (2 * sum(answer.overall for answer in answers) + count) // (2 * count)


def false_parts(expr: Expr, compiler: Compiler, situation: Situation) -> tuple[Expr, ...]:
    """The smallest parts that keep a condition from holding; empty if it holds."""
    if compiler.condition(expr)(situation):
        return ()
    if isinstance(expr, Joined):
        return tuple(part for inner in expr.parts for part in false_parts(inner, compiler, situation))
    return (expr,)


def changed(assignment: Assignment, now: Scalar, value: Scalar, bounds: tuple[int, int] | None) -> Scalar:
    """What a variable holds after an effect, kept within its range."""
    if assignment.operator == "=":
        result = value
    elif assignment.operator == "+=":
        result = now + value  # type: ignore[operator]
    else:
        result = now - value  # type: ignore[operator]
    if bounds is None or isinstance(result, str):
        return result
    # A level that was not judged is no number to add: the effect then changes nothing.
    return now if result != result else min(max(int(result), bounds[0]), bounds[1])


def _joined(joiner: str, parts: list[Reading]) -> Reading:
    if len(parts) == 2:
        one, two = parts
        return (lambda s: bool(one(s) and two(s))) if joiner == "and" else (lambda s: bool(one(s) or two(s)))
    if joiner == "and":
        return lambda s: all(part(s) for part in parts)
    return lambda s: any(part(s) for part in parts)


def _latest_at(situation: Situation, scene: str) -> tuple[AnswerGiven, ...]:
    for answer in reversed(situation.answers):
        if answer.scene == scene:
            return (answer,)
    return ()


def _level_at(situation: Situation, skill: str, scene: str) -> Scalar:
    for answer in _latest_at(situation, scene):
        return answer.levels.get(skill, NOT_JUDGED)  # type: ignore[call-overload]
    return NOT_JUDGED
