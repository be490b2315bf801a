"""How events follow on each other: from which scenes one is come to, by which choices, and on what conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from simulator.scenario.graph import outcomes_of, taken
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import (
    RETURN,
    SILENCE,
    Decision,
    GradedOutcome,
    Inject,
    Line,
    Option,
    Outcome,
    Question,
    Scene,
    Silence,
)


@dataclass(frozen=True, slots=True)
class Route:
    """One way to an event: from a scene, by a choice there (empty: any), on a condition (empty: always)."""

    scene: str
    choice: str = ""
    when: str = ""

    def __str__(self) -> str:
        return ", ".join(filter(None, (f"{self.scene}={self.choice}" if self.choice else "", self.when)))


def routes_to(scenario: Scenario) -> Mapping[str, tuple[Route, ...]]:
    """The routes to every scene, without those that come back from a call; a pool's lead to each of its questions."""
    found: dict[str, dict[Route, None]] = {}
    for scene in scenario.scenes:
        for target, route in _from_scene(scene):
            found.setdefault(target, {})[route] = None
    for pool in scenario.pools:
        to_pool = tuple(found.pop(pool.id, {}))
        for question in pool.questions:
            found.setdefault(question, {}).update(dict.fromkeys(to_pool))
            for way in taken(pool.then):
                found.setdefault(way.go, {})[Route(question, when=way.when or "")] = None
    found.pop(RETURN, None)
    return {target: tuple(routes) for target, routes in found.items()}


def trigger_of(scene: Scene, routes: Iterable[Route]) -> str:
    """The author's conditions for an event, as written: its own, and those of the routes to it; empty where none is."""
    own = scene.when if isinstance(scene, Question) else scene.interrupts if isinstance(scene, Inject) else None
    told = [str(route) for route in routes]
    ways = list(dict.fromkeys(told)) if all(told) else []
    return "; ".join([*filter(None, [own]), *ways])


def _from_scene(scene: Scene) -> Iterator[tuple[str, Route]]:
    if isinstance(scene, Inject):
        for way in taken(scene.then):
            yield way.go, Route(scene.id, when=way.when or "")
        return
    if isinstance(scene, Question):
        for one in scene.follow_ups:
            yield one.ask, Route(scene.id, when=one.when or "")
    if not isinstance(scene, Question | Decision):
        return
    for way in taken(scene.then or ()):
        yield way.go, Route(scene.id, when=way.when or "")
    for outcome in outcomes_of(scene):
        yield from _from_outcome(scene.id, outcome)


def _from_outcome(scene: str, outcome: Outcome) -> Iterator[tuple[str, Route]]:
    choice = outcome.id if isinstance(outcome, Line | Option) else SILENCE if isinstance(outcome, Silence) else ""
    for way in taken(outcome.then or ()):
        yield way.go, Route(scene, choice, way.when or "")
    if isinstance(outcome, GradedOutcome):
        for one in outcome.follow_ups:
            yield one.ask, Route(scene, choice, one.when or "")
