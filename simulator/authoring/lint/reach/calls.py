"""What is called from where: what a call may change, how deep calls nest, and how often a scene can be reached.

Scenes that lead to one another within a call form a body; a `return` anywhere in it comes back to whoever called
into that body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from simulator.authoring.lint.reach.amounts import BOUND
from simulator.authoring.lint.reach.plan import Plan
from simulator.authoring.lint.reach.slots import MINUTES, Slots
from simulator.scenario.graph import Graph
from simulator.scenario.scenes import RETURN, Decision, Question
from simulator.session.advance import CALL_DEPTH

VISITS_COUNTED = 1_000
"""More visits than this are as good as any number."""


class Calls:
    """The calls of one scenario."""

    def __init__(self, plan: Plan, graph: Graph, slots: Slots) -> None:
        self._plan, self._graph, self._slots = plan, graph, slots
        self.interruptions = tuple(id_ for id_, scene in plan.scenes.items() if scene.interrupts is not None)
        called = (id_ for ids in graph.calls.values() for id_ in ids)
        self.roots = dict.fromkeys((*called, *self.interruptions))
        self._follows = {
            node: tuple(id_ for id_ in dict.fromkeys(self._led_to_from(node)) if id_ != RETURN)
            for node in (*plan.scenes, *plan.pools)
        }

    def _led_to_from(self, node: str) -> Iterable[str]:
        """Where a place leads: by the graph's ways, and by a question's own, which answers in own words go by."""
        yield from self._graph.ways.get(node, ())
        scene = self._plan.scenes.get(node)
        if scene is not None and isinstance(scene.scene, Question):
            yield from (way.go for way in scene.scene.then or ())

    def leading_to(self, node: str) -> int:
        """How many places lead to a scene or pool, or call it."""
        return self._led_to.get(node, 0)

    @cached_property
    def _led_to(self) -> Mapping[str, int]:
        return Counter(following for node in self._follows for following in self.after(node))

    @cached_property
    def body(self) -> Mapping[str, str]:
        """The body of each scene and pool that is reached within a call, named by one of them."""
        leader: dict[str, str] = {}

        def leading(node: str) -> str:
            while leader[node] != node:
                leader[node] = leader[leader[node]]
                node = leader[node]
            return node

        waiting = list(self.roots)
        leader.update((root, root) for root in waiting)
        for node in waiting:
            for following in self._follows.get(node, ()):
                if following not in leader:
                    leader[following] = following
                    waiting.append(following)
                leader[leading(following)] = leading(node)
        return {node: leading(node) for node in leader}

    @cached_property
    def changes(self) -> Mapping[str, tuple[int, int]]:
        """For each body, what a call into it may change, calls from it included: figures and facts, as bits."""
        found = dict.fromkeys(set(self.body.values()), (self._slots.answering, self._slots.sayings))
        called: dict[str, set[str]] = {body: set() for body in found}
        for node, body in self.body.items():
            found[body] = _both(found[body], self._own_changes(node))
            asked = [*self._graph.calls.get(node, ()), *(self.interruptions if self._may_interrupt(node) else ())]
            called[body].update(self.body[id_] for id_ in asked)
        return _spread(found, called)

    @cached_property
    def may_nest_too_deeply(self) -> bool:
        """Whether calls may nest so deeply that the session passes them over."""
        below: dict[str, set[str]] = {}
        for node, body in self.body.items():
            asked = [*self._graph.calls.get(node, ()), *(self.interruptions if self._may_interrupt(node) else ())]
            below.setdefault(body, set()).update(self.body[id_] for id_ in asked)
        bodies = list(below)
        # Those that are left after so many rounds of taking away what calls nothing more nest that deeply.
        for _ in range(CALL_DEPTH - 1):
            bodies = [body for body in bodies if any(inner in below for inner in below[body])]
            below = {body: below[body] for body in bodies}
            below = {body: {inner for inner in inners if inner in below} for body, inners in below.items()}
        return bool(bodies)

    def visits_most(self, scene: str) -> int:
        """How often a scene can be reached in one session, at most; BOUND if there is no telling."""
        return self._visits.get(scene, BOUND)

    @cached_property
    def _visits(self) -> Mapping[str, int]:
        """Scenes and pools on no circle: once by way, and once for every time that something calls them."""
        callers: dict[str, list[str]] = {}
        for node, asked in self._graph.calls.items():
            for id_ in dict.fromkeys(asked):
                callers.setdefault(id_, []).append(node)
        led_to_in_call = {id_ for node in self.body for id_ in self._follows[node]}
        led_to = {id_ for follows in self._follows.values() for id_ in follows} | {self._plan.scenario.start}
        found: dict[str, int] = {}
        for node in _in_order([*self._plan.scenes, *self._plan.pools], self.after):
            if node in led_to_in_call:
                continue
            times = int(node in led_to) + int(node in self.interruptions)
            scene = self._plan.scenes.get(node)
            calls = sum(found.get(caller, BOUND) for caller in callers.get(node, ()))
            times += min(calls, 1) if scene is not None and scene.asked_once else calls
            if times <= VISITS_COUNTED:
                found[node] = times
        return found

    def after(self, node: str) -> tuple[str, ...]:
        """What a scene or pool leads to, and then what it calls."""
        return (*self._follows.get(node, ()), *self._graph.calls.get(node, ()))

    def _may_interrupt(self, node: str) -> bool:
        scene = self._plan.scenes.get(node)
        return scene is not None and isinstance(scene.scene, Question | Decision)

    def _own_changes(self, node: str) -> tuple[int, int]:
        number = self._slots.number
        scene = self._plan.scenes.get(node)
        if scene is None:
            return 0, 0
        effects = [*scene.effects, *(effect for choice in scene.choices for effect in choice.effects)]
        figures = sum({1 << number[effect.target] for effect in effects}) | 1 << MINUTES
        facts = self._slots.bit("visited", node) | self._slots.bit("answered", node)
        for choice in scene.choices:
            facts |= self._slots.bit("chosen", node, choice.id)
        return figures, facts


def _both(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] | other[0], one[1] | other[1]


def _spread(found: dict[str, tuple[int, int]], called: Mapping[str, set[str]]) -> Mapping[str, tuple[int, int]]:
    """Each with what those it calls have, and those they call, and so on."""
    callers: dict[str, list[str]] = {}
    for body, inners in called.items():
        for inner in inners:
            callers.setdefault(inner, []).append(body)
    waiting = list(found)
    while waiting:
        inner = waiting.pop()
        for body in callers.get(inner, ()):
            more = _both(found[body], found[inner])
            if more != found[body]:
                found[body] = more
                waiting.append(body)
    return found


def _in_order(nodes: Iterable[str], neighbours: Callable[[str], Iterable[str]]) -> list[str]:
    """The nodes that are on no circle and behind none, each after all that lead to it."""
    nodes = list(nodes)
    before = dict.fromkeys(nodes, 0)
    for node in nodes:
        for following in set(neighbours(node)):
            before[following] += 1
    ready = [node for node in nodes if not before[node]]
    for node in ready:
        for following in set(neighbours(node)):
            before[following] -= 1
            if not before[following]:
                ready.append(following)
    return ready
