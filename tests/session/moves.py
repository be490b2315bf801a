"""Trying moves at a session: what became of each, legal or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SILENCE, Ending
from simulator.session.advance import advance, before_start, deadline
from simulator.session.compiled import compiled
from simulator.session.events import (
    Continued,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    OptionTaken,
    Started,
    TakenBack,
)
from simulator.session.state import SessionState
from tests.session.scenarios import Case, Move


@dataclass(frozen=True)
class Try:
    """An event that met a state, and the state that came of it; None where it was refused."""

    before: SessionState
    event: Event
    after: SessionState | None


def tries(case: Case) -> list[Try]:
    """The session's start, and then every move of a case in turn. Only IllegalEvent may come of an event."""
    made = [attempt(case.scenario, before_start(case.scenario), Started(case.seed, case.time_scale))]
    state = made[0].after or made[0].before
    for move in case.moves:
        made.append(attempt(case.scenario, state, event_of(case.scenario, state, move)))
        state = made[-1].after or state
    return made


def attempt(scenario: Scenario, state: SessionState, event: Event) -> Try:
    try:
        return Try(state, event, advance(scenario, state, event))
    except IllegalEvent:
        return Try(state, event, None)


def event_of(scenario: Scenario, state: SessionState, move: Move) -> Event:
    """The event that a move stands for at this state."""
    at = state.at + move.wait
    match move.kind:
        case "choose":
            options = chances(scenario, state, at)
            return options[move.pick % len(options)]
        case "wait":
            limit = deadline(compiled(scenario).scene(state.scene), state)
            return DeadlinePassed(state.scene, at if limit is None else max(limit, at))
        case "other":
            return _of_kind(move.pick, "main0", "b", at)
        case "back":
            return _of_kind(move.pick, state.scene, "b", state.at - 1)
    ids = ["", "nowhere", SILENCE, "return", "floor", "a", *scenario.scene_by_id]
    return _of_kind(move.pick, ids[move.pick % len(ids)], ids[move.wait % len(ids)], move.wait)


def chances(scenario: Scenario, state: SessionState, at: int) -> Sequence[Event]:
    """Everything that a player might do at the present scene: every choice, open or closed."""
    scene = compiled(scenario).scene(state.scene)
    match scene.kind:
        case "question":
            return [LineChosen(scene.id, choice, at) for choice in scene.choices]
        case "decision":
            return [OptionTaken(scene.id, choice, at) for choice in scene.choices]
    return [Continued(scene.id, at)]


def is_ended(scenario: Scenario, state: SessionState) -> bool:
    return isinstance(scenario.scene_by_id[state.scene], Ending)


def _of_kind(kind: int, scene: str, choice: str, at: int) -> Event:
    events: list[Event] = [
        Started(at),
        LineChosen(scene, choice, at),
        OptionTaken(scene, choice, at),
        Continued(scene, at),
        DeadlinePassed(scene, at),
        TakenBack(at),
    ]
    return events[kind % len(events)]
