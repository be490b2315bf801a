"""The order of a list of events: the expected path, each contingency behind what it can follow, endings last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.reports.after_action.routes import Route
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending


def in_order(scenario: Scenario, path: Sequence[str], routes: Mapping[str, tuple[Route, ...]]) -> tuple[str, ...]:
    """The ids of all scenes: those of the expected path as they come, the others between and behind them."""
    endings = [scene.id for scene in scenario.scenes if isinstance(scene, Ending)]
    order = [id_ for id_ in path if id_ not in endings]
    waiting = [scene.id for scene in scenario.scenes if scene.id not in {*order, *endings}]
    while waiting:
        # The last first, for each goes right behind what leads to it: so they stand as in the file.
        placed = [id_ for id_ in reversed(waiting) if _put(id_, order, routes)]
        if not placed:  # What cuts in at any time, and what only that leads to.
            placed = waiting[:1]
            order += placed
        waiting = [id_ for id_ in waiting if id_ not in placed]
    reached = [id_ for id_ in path if id_ in endings]
    return (*order, *reached, *(id_ for id_ in endings if id_ not in reached))


def _put(id_: str, order: list[str], routes: Mapping[str, tuple[Route, ...]]) -> bool:
    """Put an event behind the first event that leads to it; whether there is one."""
    places = [order.index(route.scene) for route in routes.get(id_, ()) if route.scene in order]
    if places:
        order.insert(min(places) + 1, id_)
    return bool(places)
