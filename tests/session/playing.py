"""Playing a scenario by its choices alone."""

from __future__ import annotations

from simulator.scenario.model import Scenario
from simulator.session.advance import advance, before_start
from simulator.session.events import Event, LineChosen, Started
from simulator.session.rehearsal import event_of
from simulator.session.state import SessionState


def begun(scenario: Scenario, seed: int = 0, time_scale: int = 100) -> SessionState:
    """The state after the start."""
    return advance(scenario, before_start(scenario), Started(seed, time_scale))


def played(scenario: Scenario, *choices: str, seed: int = 0) -> SessionState:
    """The state after these choices: a line, an option, `silence`, or nothing at an inject."""
    return go_on(scenario, begun(scenario, seed), *choices)


def go_on(scenario: Scenario, state: SessionState, *choices: str) -> SessionState:
    """The state after further choices."""
    for choice in choices:
        state = advance(scenario, state, event_of(scenario, state, choice))
    return state


def stations(state: SessionState) -> list[str]:
    """The scenes that were reached, in order, the present one last."""
    return [*(step.scene for step in state.path), state.scene]


def events_of(*choices: tuple[str, str]) -> list[Event]:
    """A start, and lines given at scenes, a second apart."""
    lines = [LineChosen(scene, line, 1_000 * number) for number, (scene, line) in enumerate(choices, 1)]
    return [Started(0), *lines]
