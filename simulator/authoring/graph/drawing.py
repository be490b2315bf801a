"""What a drawing of a scenario holds: scenes and pools as nodes, and what leads, asks, draws or cuts in as edges."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.scenario.graph import Graph, outcomes_of, taken
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import (
    RETURN,
    SILENCE,
    Ending,
    FollowUp,
    GradedOutcome,
    Inject,
    Line,
    Option,
    Outcome,
    Pool,
    Question,
    Scene,
    Way,
)

NodeKind = Literal["question", "inject", "decision", "ending", "pool", "anywhere"]
EdgeKind = Literal["way", "ask", "draw", "interrupt"]

ANYWHERE = "*"
"""The node that interruptions come from: any answer or decision. No scene can have this id."""


@dataclass(frozen=True, slots=True)
class Node:
    """A scene or a pool. `text` is what is asked or told; `outcome` an ending's; `seconds` a time limit's."""

    id: str
    kind: NodeKind
    title: str = ""
    text: str = ""
    outcome: str = ""
    seconds: int = 0
    returns: bool = False
    reached: bool = True
    start: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """What leads from one node to another; `labels` say upon which choice, and when."""

    source: str
    target: str
    kind: EdgeKind
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn of a scenario."""

    title: str
    language: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def drawing(scenario: Scenario) -> Drawing:
    """The drawing of a scenario without errors."""
    reached = Graph(scenario).reached
    nodes = [_node(scene, scenario, reached) for scene in (*scenario.scenes, *scenario.pools)]
    edges = [edge for scene in scenario.scenes for edge in _of_scene(scene)]
    edges += [edge for pool in scenario.pools for edge in _of_pool(pool)]
    if any(edge.source == ANYWHERE for edge in edges):
        nodes.append(Node(ANYWHERE, "anywhere"))
    return Drawing(scenario.title, scenario.language, tuple(nodes), tuple(_merged(edges)))


def _node(part: Scene | Pool, scenario: Scenario, reached: Container[str]) -> Node:
    is_reached, is_start = part.id in reached, part.id == scenario.start
    if isinstance(part, Pool):
        return Node(part.id, "pool", reached=is_reached, start=is_start)
    title = part.title or (part.headline if isinstance(part, Ending) else "")
    return Node(
        part.id,
        part.kind,
        title,
        part.text,
        outcome=part.outcome if isinstance(part, Ending) else "",
        seconds=part.time_limit or 0 if isinstance(part, Question) else 0,
        returns=any(way.go == RETURN for way in _all_ways(part)),
        reached=is_reached,
        start=is_start,
    )


def _all_ways(scene: Scene) -> Iterator[Way]:
    """Every way that can be taken from a scene; the scene's own only if some choice has none of its own."""
    for _, way in _labelled_ways(scene):
        yield way


def _labelled_ways(scene: Scene) -> Iterator[tuple[str, Way]]:
    """The same, each with the choice upon which it is taken; without one for the scene's own ways."""
    outcomes = outcomes_of(scene)
    for outcome in outcomes:
        yield from ((_name(outcome), way) for way in taken(outcome.then or ()))
    if not isinstance(scene, Ending) and scene.then and not (outcomes and all(one.then for one in outcomes)):
        yield from (("", way) for way in taken(scene.then))


def _name(outcome: Outcome) -> str:
    return outcome.id if isinstance(outcome, Line | Option) else SILENCE


def _of_scene(scene: Scene) -> Iterator[Edge]:
    for choice, way in _labelled_ways(scene):
        yield _edge(scene.id, way.go, "way", choice, way.when)
    if isinstance(scene, Question):
        yield from (_asked(scene.id, "", follow_up) for follow_up in scene.follow_ups)
        graded = (one for one in outcomes_of(scene) if isinstance(one, GradedOutcome))
        yield from (_asked(scene.id, _name(one), follow_up) for one in graded for follow_up in one.follow_ups)
    if isinstance(scene, Inject) and scene.interrupts:
        yield _edge(ANYWHERE, scene.id, "interrupt", "", scene.interrupts)


def _asked(source: str, choice: str, follow_up: FollowUp) -> Edge:
    return _edge(source, follow_up.ask, "ask", choice, follow_up.when)


def _of_pool(pool: Pool) -> Iterator[Edge]:
    yield from (_edge(pool.id, way.go, "way", "", way.when) for way in taken(pool.then))
    yield from (Edge(pool.id, question, "draw") for question in pool.questions)


def _edge(source: str, target: str, kind: EdgeKind, choice: str, when: str | None) -> Edge:
    label = ": ".join(part for part in (choice, when) if part)
    return Edge(source, target, kind, (label,) if label else ())


def _merged(edges: Iterable[Edge]) -> Iterator[Edge]:
    """One edge for all of a kind between the same two nodes. Those that return are drawn as a mark, not as edges."""
    labels: dict[tuple[str, str, EdgeKind], list[str]] = {}
    for edge in edges:
        if edge.target != RETURN:
            labels.setdefault((edge.source, edge.target, edge.kind), []).extend(edge.labels)
    for (source, target, kind), all_labels in labels.items():
        yield Edge(source, target, kind, tuple(dict.fromkeys(all_labels)))
