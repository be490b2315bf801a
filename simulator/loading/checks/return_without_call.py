"""`return` in a scene that is reached without having been called.

A scene comes back by `return` to where it was called from: by a follow-up, by a pool or by an interruption. If the
story also leads to it with `then`, there is nothing to come back to.

    - id: opening
      kind: question
      then: who_exactly           # wrong: `who_exactly` ends with `then: return`

    - id: opening
      kind: question
      follow_ups:
        - ask: who_exactly        # mended
      then: next_question
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.graph import taken
from simulator.scenario.scenes import RETURN

CODE = "P407"
SEVERITY = "error"

_ROAD_SHOWN = 4
"""Of a long road only the last stations are told."""


def check(subject: Subject) -> Iterator[Flaw]:
    graph = subject.graph
    returning = {node for node in graph.on_ground if RETURN in graph.ways[node]}
    for path, node, ways in subject.ways_in_use if returning else ():
        for number, way in enumerate(taken(ways) if node in returning else ()):
            if way.go == RETURN:
                message = template("there is nothing to return to: the story comes here by {road}")
                hint = template("call this scene by a follow-up, a pool or an interruption, or lead on to a scene")
                yield Flaw((*path, number, "go"), message, hint, {"road": _road(subject, node)})


def _road(subject: Subject, node: str) -> str:
    road = subject.graph.road_to(node, _ROAD_SHOWN + 1)
    shown = " → ".join(road[-_ROAD_SHOWN:])
    return shown if len(road) <= _ROAD_SHOWN else f"… → {shown}"
