"""Replay: the state of a session is a fold of `advance` over its events, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.scenario.model import Scenario
from simulator.session.advance import advance, before_start
from simulator.session.compiled import compiled
from simulator.session.events import (
    AnswerGiven,
    AtScene,
    Continued,
    DeadlinePassed,
    Event,
    Extended,
    IllegalEvent,
    LineChosen,
    OptionTaken,
    Pressed,
    Rated,
    TakenBack,
    order_of,
)
from simulator.session.state import SessionState


@dataclass(frozen=True, slots=True)
class Replay:
    """How far a list of events fits a scenario.

    `state` is the state after the events that fit; `fitted` are those events with today's ids;
    `rest` are the events from the first that does not fit, empty when all did.
    """

    state: SessionState
    fitted: tuple[Event, ...]
    rest: tuple[Event, ...]


def standing(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that stand: each TakenBack cuts the step before it (never the start).

    With a step goes what came of it without the trainee taking a step: a press of it, and its rating. What the
    facilitator of a workshop did meanwhile did not come of it, and stays: it has come at the moment to which the
    session goes back, so that the scene has its full time again.
    """
    return tuple(event for _, event in standing_places(events))


def standing_places(events: Iterable[Event]) -> tuple[tuple[int, Event], ...]:
    """The events that stand, each with its place among all events, from 0."""
    kept: list[tuple[int, Event]] = []
    for place, event in enumerate(events):
        if not isinstance(event, TakenBack):
            kept.append((place, event))
            continue
        orders: list[tuple[int, Event]] = []
        while len(kept) > 1:
            cut = kept.pop()
            if order_of(cut[1]):
                orders.append(cut)
            elif not isinstance(cut[1], Pressed | Rated):
                break
        kept += [(cut_at, _still(order, kept[-1][1].at)) for cut_at, order in reversed(orders)]
    return tuple(kept)


def _still(order: Event, at: int) -> Event:
    """An order that stays when the step before it is taken back; more time was for a question that is gone."""
    return replace(order, at=at, lapsed=True) if isinstance(order, Extended) else replace(order, at=at)


def states(scenario: Scenario, events: Iterable[Event]) -> Iterator[SessionState]:
    """The state after each of the events that stand. Raises IllegalEvent at the first that does not fit."""
    state = before_start(scenario)
    for event in standing(events):
        state = advance(scenario, state, event)
        yield state


def replay(scenario: Scenario, events: Sequence[Event]) -> Replay:
    """Fold the events as far as they fit; ids that were renamed since (`was:`) are followed."""
    state = before_start(scenario)
    kept = standing(events)
    fitted: list[Event] = []
    for number, event in enumerate(kept):
        present = renamed(scenario, event)
        try:
            state = advance(scenario, state, present)
        except IllegalEvent:
            return Replay(state, tuple(fitted), kept[number:])
        fitted.append(present)
    return Replay(state, tuple(fitted), ())


def renamed(scenario: Scenario, event: Event) -> Event:
    """The event with today's ids, where the scenario declares that a scene or choice was called otherwise."""
    table = compiled(scenario).renamed
    if not table or not isinstance(event, AtScene):
        return event
    scene = event.scene if event.scene in scenario.scene_by_id else table.get(("", event.scene), event.scene)
    match event:
        case LineChosen(line=line):
            return replace(event, scene=scene, line=table.get((scene, line), line))
        case OptionTaken(option=option):
            return replace(event, scene=scene, option=table.get((scene, option), option))
        case Continued() | DeadlinePassed() | AnswerGiven():
            return replace(event, scene=scene)
