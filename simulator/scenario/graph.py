"""The graph of scenes and pools: what leads where, what calls what, and what follows from it.

A way on stays on its level; a call (a follow-up, a pool's question, an interruption) goes one level down,
and `return` comes back up. Conditions are not looked into: a way that may be open counts as open. So what
is said here to be unreachable is so in every session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from simulator.scenario.model import Scenario
from simulator.scenario.scenes import RETURN, Decision, Ending, GradedOutcome, Inject, Outcome, Question, Scene, Way

Node = str
"""The id of a scene or of a pool."""

Edges = Mapping[Node, tuple[Node, ...]]


def taken(ways: Iterable[Way]) -> Iterator[Way]:
    """The ways that can be taken: those up to the first without a condition."""
    for way in ways:
        yield way
        if way.when is None:
            return


def outcomes_of(scene: Scene) -> tuple[Outcome, ...]:
    """What can come of a question or a decision: its lines, its silence, its options."""
    if isinstance(scene, Question):
        return (*scene.lines, scene.silence) if scene.silence else scene.lines
    return scene.options if isinstance(scene, Decision) else ()


class Graph:
    """The graph of one scenario whose ids are unique and whose targets exist."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario

    @cached_property
    def ways(self) -> Edges:
        """Where each node leads on its own level; `return` among the targets where it stands."""
        ways = {scene.id: _targets(_ways_of(scene)) for scene in self._scenario.scenes}
        ways.update((pool.id, _targets(taken(pool.then))) for pool in self._scenario.pools)
        return ways

    @cached_property
    def calls(self) -> Edges:
        """What each node calls by itself: its follow-ups, or its questions if it is a pool."""
        calls = {scene.id: _asked(scene) for scene in self._scenario.scenes}
        calls.update((pool.id, pool.questions) for pool in self._scenario.pools)
        return calls

    @cached_property
    def on_ground(self) -> Mapping[Node, Node]:
        """What is reached without a call, each with the node it was reached from (the start: itself)."""
        start = self._scenario.start
        return _spread({start: start}, lambda node: self.ways.get(node, ()))

    @cached_property
    def reached(self) -> Mapping[Node, Node]:
        """What is reached at all, each with a node it was reached from (the start: itself)."""
        start = self._scenario.start
        reached = _spread({start: start}, self._neighbours)
        kinds = {scene.id for scene in self._scenario.scenes if isinstance(scene, Question | Decision)}
        answered = next((node for node in reached if node in kinds), None)
        if answered is None:
            return reached
        cutting_in = [scene.id for scene in self._scenario.scenes if isinstance(scene, Inject) and scene.interrupts]
        return _spread({**dict.fromkeys(cutting_in, answered), **reached}, self._neighbours)

    @cached_property
    def stuck(self) -> frozenset[Node]:
        """The nodes reached from which neither an ending nor a return can be."""
        endings = {scene.id for scene in self._scenario.scenes if isinstance(scene, Ending)}
        ending = _backwards(endings, self._neighbours, self.ways)
        returning = _backwards(
            {node for node, to in self.ways.items() if RETURN in to}, lambda node: self.ways[node], self.ways
        )
        return frozenset(node for node in self.reached if node in self.ways and node not in ending | returning)

    def road_to(self, node: Node, stations: int) -> tuple[Node, ...]:
        """One way from the start to a node that is reached without a call; of a long one the last `stations`."""
        road = [node]
        while len(road) < stations and (before := self.on_ground[road[-1]]) != road[-1]:
            road.append(before)
        return tuple(reversed(road))

    @cached_property
    def knots(self) -> Mapping[Node, int]:
        """The stuck nodes, each with the number of the knot of stuck nodes that it hangs together with."""
        beside: dict[Node, list[Node]] = {node: [] for node in self.stuck}
        for node in self.stuck:
            for following in self._neighbours(node):
                if following in beside:
                    beside[node].append(following)
                    beside[following].append(node)
        knots: dict[Node, int] = {}
        for number, node in enumerate(beside):
            if node not in knots:
                knots.update(dict.fromkeys(_spread({node: node}, lambda inner: tuple(beside[inner])), number))
        return knots

    def below(self, pool: Node) -> Mapping[Node, Node]:
        """All that can come up from a pool's question on, short of its return, each with the node before it."""
        questions = self.calls.get(pool, ())
        return _spread(dict(zip(questions, questions, strict=True)), self._neighbours)

    def _neighbours(self, node: Node) -> tuple[Node, ...]:
        return (*self.ways.get(node, ()), *self.calls.get(node, ()))


def _ways_of(scene: Scene) -> tuple[Way, ...]:
    if isinstance(scene, Question | Decision):
        own = scene.then or ()
        return tuple(way for outcome in outcomes_of(scene) for way in taken(outcome.then or own))
    return tuple(taken(scene.then)) if isinstance(scene, Inject) else ()


def _asked(scene: Scene) -> tuple[Node, ...]:
    if not isinstance(scene, Question):
        return ()
    graded: tuple[GradedOutcome, ...] = (*scene.lines, scene.silence) if scene.silence else scene.lines
    asked = (*scene.follow_ups, *(one for outcome in graded for one in outcome.follow_ups))
    return tuple(one.ask for one in asked)


def _targets(ways: Iterable[Way]) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(way.go for way in ways))


def _spread(from_: Mapping[Node, Node], neighbours: Callable[[Node], tuple[Node, ...]]) -> Mapping[Node, Node]:
    """All that is reached from some nodes, each with the node before it."""
    found = dict(from_)
    waiting = list(found)
    for node in waiting:
        for following in neighbours(node):
            if following not in found and following != RETURN:
                found[following] = node
                waiting.append(following)
    return found


def _backwards(
    goals: Iterable[Node], neighbours: Callable[[Node], tuple[Node, ...]], nodes: Iterable[Node]
) -> frozenset[Node]:
    """All nodes from which one of the goals is reached, the goals included."""
    before: dict[Node, list[Node]] = {}
    for node in nodes:
        for following in neighbours(node):
            before.setdefault(following, []).append(node)
    return frozenset(_spread({goal: goal for goal in goals}, lambda node: tuple(before.get(node, ()))))
