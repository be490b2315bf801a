"""Which figures and facts of a session are told apart: all measures and variables, and of the rest what is asked for.

A figure has a number, its place among the `values` of a Possible; a fact has a bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.authoring.lint.reach.amounts import BOUND, Amount, Values
from simulator.scenario.model import VARIABLE_BOUND, Scenario, Variable
from simulator.scenario.rubric import RED_FLAGS
from simulator.scenario.scenes import Inject, Question
from simulator.scenario.tree import Assignment, Call, Expr, parts_of

Fact = tuple[str, ...]
"""("visited", scene), ("answered", scene), ("chosen", scene, line) or ("said", item): what, once so, stays so."""

TRUST, HEAT, MINUTES, SCORE, OVERALL, ANSWERS = range(6)
"""The numbers of the figures that every session has; `ANSWERS` is how many were given."""

MEASURES = ("trust", "heat", "minutes", "score", "overall", "answers")

FLAG_BITS: Mapping[str, int] = {flag: 1 << number for number, flag in enumerate(RED_FLAGS)}
ALL_FLAGS = (1 << len(RED_FLAGS)) - 1

ANY_FLAG = ""
"""Under which `raised()`, of whichever flag, is counted."""


class Slots:
    """The figures and facts of one scenario, so far as its conditions and effects ask for them."""

    def __init__(self, scenario: Scenario, trees: Iterable[Expr | Assignment], *, has_calls: bool) -> None:
        asked = {part for tree in trees for part in parts_of(tree) if isinstance(part, Call)}
        names = [*MEASURES, *(variable.name for variable in scenario.variables)]
        self.variables = {variable.name: variable for variable in scenario.variables}
        self.number = {name: place for place, name in enumerate(names)}
        self.levels = self._numbered("level", asked, names)
        self.averages = self._numbered("average", asked, names)
        self.raised = self._numbered("raised", asked, names)
        # What only ever grows by a known amount is counted anew within a call, so that two callers are not confused.
        growing = (MINUTES, ANSWERS, *self.raised.values()) if has_calls else ()
        self.since = {place: self._add(names) for place in growing}
        self.count = len(names)
        self.bounds = tuple(self._bounds(names))
        self.bits: dict[Fact, int] = {fact: 1 << place for place, fact in enumerate(_facts(scenario, asked))}
        self.sayings = sum(bit for fact, bit in self.bits.items() if fact[0] == "said")
        self.answering = sum(
            1 << place
            for several in (range(len(MEASURES)), self.levels.values(), self.averages.values(), self.raised.values())
            for place in several
        )
        """The figures that an answer changes, as bits."""

    def bit(self, *fact: str) -> int:
        """The bit of a fact; 0 where nobody asks for it."""
        return self.bits.get(fact, 0)

    def at_start(self) -> Iterator[Values]:
        """The figures of a session that has just begun; trust and heat are for the walk to set."""
        variables = list(self.variables.values())
        unjudged = {*self.levels.values(), *self.averages.values()}
        for place in range(self.count):
            if len(MEASURES) <= place < len(MEASURES) + len(variables):
                yield _default(variables[place - len(MEASURES)])
            else:
                yield Amount(BOUND, -BOUND, unjudged=True) if place in unjudged else Amount(0, 0)

    def _numbered(self, function: str, asked: set[Call], names: list[str]) -> dict[str, int]:
        """A figure for each argument that a function is asked with."""
        arguments = {
            call.arguments[0] if call.arguments else ANY_FLAG
            for call in asked
            if call.function == function and len(call.arguments) < 2
        }
        return {argument: self._add(names) for argument in sorted(arguments)}

    @staticmethod
    def _add(names: list[str]) -> int:
        names.append("")
        return len(names) - 1

    def _bounds(self, names: list[str]) -> Iterator[tuple[int, int]]:
        counted = {MINUTES, ANSWERS, *self.raised.values(), *self.since.values()}
        for place, name in enumerate(names):
            variable = self.variables.get(name)
            if variable is not None:
                yield variable.range or (-VARIABLE_BOUND, VARIABLE_BOUND)
            elif place in counted:
                yield (0, BOUND)
            else:
                yield (0, 100 if place < len(MEASURES) else 4)


def _default(variable: Variable) -> Values:
    default = variable.default
    if isinstance(default, bool | str):
        return frozenset((default,))
    return Amount(default, default)


def _facts(scenario: Scenario, asked: Iterable[Call]) -> Iterator[Fact]:
    found: dict[Fact, None] = {}
    for call in asked:
        match call.function, call.arguments:
            case "visits", (scene,):
                found["visited", scene] = None
            case "chosen", (scene, line):
                found["chosen", scene, line] = None
            case "said", (item,):
                found["said", item] = None
            case (("level" | "flag"), (_, scene)):
                found["answered", scene] = None
    for scene_ in scenario.scenes:
        if (isinstance(scene_, Inject) and scene_.interrupts) or (isinstance(scene_, Question) and scene_.once):
            found["visited", scene_.id] = None
    return iter(found)
