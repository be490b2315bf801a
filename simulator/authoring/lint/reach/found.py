"""What came of the walk: whether each condition may hold and may fail where it is asked, and with what values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from simulator.authoring.lint.reach.amounts import Amount, hull
from simulator.authoring.lint.reach.answering import ANY_LEVEL
from simulator.authoring.lint.reach.asking import Seen
from simulator.authoring.lint.reach.calls import Calls
from simulator.authoring.lint.reach.flow import Walk
from simulator.authoring.lint.reach.judging import AnswersThere, Judge
from simulator.authoring.lint.reach.plan import Asked, Plan
from simulator.authoring.lint.reach.possible import Possible, joined
from simulator.authoring.lint.reach.slots import ALL_FLAGS, FLAG_BITS, Slots
from simulator.loading.places import Path
from simulator.scenario.graph import Graph, outcomes_of
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import GradedOutcome, Question
from simulator.scenario.tree import Assignment, Constant, Expr, parts_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a condition may be, as TRUE and FALSE, and what may be each time that it is asked."""

    asked: Asked
    found: int
    places: Sequence[Possible]

    @property
    def place(self) -> Possible:
        """All that may be where it is asked."""
        merged = self.places[0]
        for place in self.places:
            merged = joined(merged, place) or merged
        return merged


class Found:
    """What is possible in one scenario."""

    def __init__(self, scenario: Scenario, graph: Graph) -> None:
        self.plan = Plan(scenario)
        trees = [*(asked.tree for asked in self.plan.conditions), *(effect for _, effect in self.plan.effects)]
        interrupting = any(scene.interrupts for scene in self.plan.scenes.values())
        self.slots = Slots(scenario, trees, has_calls=interrupting or any(graph.calls.values()))
        calls = Calls(self.plan, graph, self.slots)
        self.judge = Judge(self.slots, scenario.clock.start, _Answers(scenario).there, calls.visits_most)
        walk = Walk(self.plan, self.slots, calls, self.judge, _stops(trees))
        walk.run()
        self.arriving: Mapping[str, Possible] = walk.arriving
        self.at = walk.at
        self._seen = walk.seen

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdict on every condition that is ever asked, in the order of the file."""
        seen: dict[Path, list[Seen]] = {}
        for path, times in self._seen():
            seen.setdefault(path, []).extend(times)
        return tuple(_verdict(asked, seen[asked.path]) for asked in self.plan.conditions if asked.path in seen)


def _verdict(asked: Asked, seen: Sequence[Seen]) -> Verdict:
    found = 0
    for bits, _ in seen:
        found |= bits
    return Verdict(asked, found, [place for _, place in seen])


class _Answers:
    """What the answers at each scene may be, whichever line is given there."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._found: dict[str, AnswersThere] = {}

    def there(self, scene_id: str) -> AnswersThere:
        found = self._found.get(scene_id)
        if found is None:
            found = self._found[scene_id] = _answers(self._scenario.scene_by_id[scene_id])
        return found


def _answers(scene: object) -> AnswersThere:
    if not isinstance(scene, Question):
        return AnswersThere({}, 0, 0)
    graded = [outcome for outcome in outcomes_of(scene) if isinstance(outcome, GradedOutcome)]
    levels: dict[str, Amount] = {}
    for skill in scene.skills:
        given = [outcome.levels.get(skill) for outcome in graded]
        known = [level for level in given if level is not None]
        amount = Amount(min(known, default=0), max(known, default=4), unjudged=None in given)
        levels[skill] = hull(amount, ANY_LEVEL) if scene.then else amount
    flags = [sum(FLAG_BITS[flag] for flag in set(outcome.flags)) for outcome in graded]
    may, must = (ALL_FLAGS, 0) if scene.then else (0, ALL_FLAGS)
    for bits in flags:
        may, must = may | bits, must & bits
    return AnswersThere(levels, may, must)


def _stops(trees: Sequence[Expr | Assignment]) -> list[int]:
    """All whole numbers that conditions and effects speak of, and those beside them."""
    constants = (part.value for tree in trees for part in parts_of(tree) if isinstance(part, Constant))
    numbers = {value for value in constants if isinstance(value, int) and not isinstance(value, bool)}
    return sorted({stop for number in numbers for stop in (number - 1, number, number + 1, -number)})
