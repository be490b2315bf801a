"""The path that a scenario's author hopes for: the best line to every question, and decisions that end well."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Decision, Ending, Inject, Question
from simulator.session.advance import advance, before_start
from simulator.session.compiled import compiled
from simulator.session.events import Continued, Event, LineChosen, OptionTaken, Started
from simulator.session.state import SessionState
from simulator.session.view import view

STEPS_MOST = 500
"""Steps after which a path is given up; scenarios may go in circles."""

RUNS_MOST = 64
"""Combinations of decisions that are tried."""

_WORTH: Mapping[str, int] = {"good": 3, "mixed": 2, "poor": 1}


def expected_path(scenario: Scenario, seed: int) -> tuple[SessionState, ...]:
    """The states of the path, one for each scene in the order reached; the seed draws the questions of pools.

    Of the combinations of decisions the one that ends best, then with the most trust, then the first.
    """
    return max(_runs(scenario, seed), key=lambda run: _worth(scenario, run))


def best_line(scenario: Scenario, state: SessionState, scene: Question) -> str:
    """The id of the open line with the best grade, the first of equals; empty where none is open."""
    choices = compiled(scenario).scene(scene.id).choices
    graded = {one: choices[one].assessment for one in _open(scenario, state)}
    return max(graded, key=lambda one: assessed.overall if (assessed := graded[one]) else 0, default="")


def _runs(scenario: Scenario, seed: int) -> list[tuple[SessionState, ...]]:
    """Runs with the first option at every decision, and others with another one at some."""
    waiting: list[tuple[str, ...]] = [()]
    runs: list[tuple[SessionState, ...]] = []
    while waiting and len(runs) < RUNS_MOST:
        run, others = _run(scenario, seed, waiting.pop(0))
        runs.append(run)
        waiting += others
    return runs


def _run(
    scenario: Scenario, seed: int, decided: tuple[str, ...]
) -> tuple[tuple[SessionState, ...], list[tuple[str, ...]]]:
    """A run with the options `decided` in their order, the first ones after that; and what else could be decided."""
    states = [advance(scenario, before_start(scenario), Started(seed, time_scale=0))]
    made: list[str] = []
    others: list[tuple[str, ...]] = []
    while len(states) < STEPS_MOST:
        state = states[-1]
        choices = _wished(scenario, state)
        if not choices:
            break
        chosen = choices[0]
        if isinstance(scenario.scene_by_id[state.scene], Decision):
            if len(made) < len(decided):
                chosen = decided[len(made)]
            else:
                others += [(*made, other) for other in choices[1:]]
            made.append(chosen)
        states.append(advance(scenario, state, _step(scenario, state, chosen)))
    return tuple(states), others


def _wished(scenario: Scenario, state: SessionState) -> tuple[str, ...]:
    """What may be chosen on the expected path, the first in the author's order first; nothing at an ending."""
    scene = scenario.scene_by_id[state.scene]
    if isinstance(scene, Question):
        return tuple(filter(None, [best_line(scenario, state, scene)]))
    if isinstance(scene, Decision):
        return _open(scenario, state)
    return (scene.id,) if isinstance(scene, Inject) else ()


def _step(scenario: Scenario, state: SessionState, chosen: str) -> Event:
    scene = scenario.scene_by_id[state.scene]
    if isinstance(scene, Inject):
        return Continued(scene.id, state.at)
    return (LineChosen if isinstance(scene, Question) else OptionTaken)(scene.id, chosen, state.at)


def _open(scenario: Scenario, state: SessionState) -> tuple[str, ...]:
    return tuple(offer.id for offer in view(scenario, state).offers if offer.open)


def _worth(scenario: Scenario, run: tuple[SessionState, ...]) -> tuple[int, int]:
    scene = scenario.scene_by_id[run[-1].scene]
    return (_WORTH[scene.outcome] if isinstance(scene, Ending) else 0, run[-1].trust)
