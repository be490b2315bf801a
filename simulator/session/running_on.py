"""Running a session on from one of its answers: as the trainee did where it fits, by what stands nearest where not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SILENCE, Question
from simulator.scenario.situation import mean_overall
from simulator.session.advance import advance, deadline
from simulator.session.asked import present, present_id, ready_of
from simulator.session.compiled import compiled
from simulator.session.events import (
    AnswerGiven,
    AtScene,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    Pressed,
    Rated,
    order_of,
)
from simulator.session.rehearsal import event_of
from simulator.session.state import SessionState


class _Order(NamedTuple):
    """What a facilitator did, and after how many steps."""

    event: Event
    after: int


class _Done(NamedTuple):
    """A step as the trainee made it, the milliseconds it took, and the press and the rating that came of it."""

    event: AtScene
    taken: int
    followed: tuple[Pressed | Rated, ...] = ()


def in_time(scenario: Scenario, state: SessionState, at: int) -> int:
    """The moment, or that at which the present question's time runs out, if it is earlier."""
    limit = deadline(compiled(scenario).scene(state.scene), state)
    return at if limit is None else min(at, limit)


class RunningOn:
    """A course under way: the trainee's steps up to a place, and then what comes of another answer."""

    def __init__(self, scenario: Scenario, events: Sequence[Event], made: Sequence[SessionState], place: int) -> None:
        self._scenario = scenario
        self.events = list(events[:place])
        self.states = list(made[:place])
        self._mean = mean_overall(made[-1].answers)
        self._orders = _orders(events, made, place)
        self._later = _by_scene(events, made, place + 1)
        self._ever = _by_scene(events, made, 1)

    def take(self, event: Event) -> None:
        """Make a step. Raises IllegalEvent."""
        self.states.append(advance(self._scenario, self.states[-1], event))
        self.events.append(event)

    def go_on(self) -> bool:
        """Make the next step, or let a facilitator's order come; False at an ending, or where nothing is open."""
        if self._let_order_come():
            return True
        for event, followed in self._candidates():
            try:
                self.take(event)
            except IllegalEvent:
                continue
            self._let_follow(event, followed)
            return True
        return False

    def _let_order_come(self) -> bool:
        """What a facilitator did comes after as many steps as it did, if it fits there."""
        while self._orders and self._orders[0].after <= len(self.states[-1].path):
            order = self._orders.pop(0).event
            with suppress(IllegalEvent):
                self.take(replace(order, at=self.states[-1].at))
                return True
        return False

    def _let_follow(self, event: Event, followed: Sequence[Pressed | Rated]) -> None:
        """What came of the same answer comes of it again, where it fits: chance and journalists are the same."""
        for one in followed:
            with suppress(IllegalEvent):
                self.take(replace(one, at=max(event.at, self.states[-1].at)))

    def _candidates(self) -> Iterator[tuple[Event, Sequence[Pressed | Rated]]]:
        """What may be done at the present scene, the likeliest first; what is closed is refused when it is tried."""
        state = self.states[-1]
        done = self._as_before(state)
        if done:
            yield done.event, done.followed
        scene = ready_of(self._scenario, state, present_id(state))
        if scene.kind == "inject":
            yield event_of(self._scenario, state, ""), ()
        for choice in self._nearest(state):
            yield event_of(self._scenario, state, choice), ()

    def _as_before(self, state: SessionState) -> _Done | None:
        """What the trainee did at this scene, in as much time: in turn, and then what they said there last."""
        scene = present_id(state)
        later, ever = self._later.get(scene), self._ever.get(scene, [])
        spoken = (done for done in reversed(ever) if not isinstance(done.event, DeadlinePassed))
        done = later.pop(0) if later else next(spoken, None)
        if done is None:
            return None
        at = state.at + done.taken
        if isinstance(done.event, LineChosen | AnswerGiven):
            at = in_time(self._scenario, state, at)
        return done._replace(event=replace(done.event, at=at))

    def _nearest(self, state: SessionState) -> Sequence[str]:
        """The present choices: lines by how near their grade is to the trainee's mean, options as written."""
        choices = ready_of(self._scenario, state, present_id(state)).choices
        offered = [choice for choice in choices.values() if choice.id != SILENCE]
        if isinstance(present(self._scenario, state), Question):
            offered.sort(key=lambda one: abs(one.assessment.overall - self._mean) if one.assessment else 0)
        return [choice.id for choice in offered]


def _by_scene(events: Sequence[Event], made: Sequence[SessionState], first: int) -> Mapping[str, list[_Done]]:
    """The steps from a place on, by the scene they were made at."""
    done: dict[str, list[_Done]] = {}
    for place, event in enumerate(events[first:], first):
        if isinstance(event, AtScene):
            taken = event.at - made[place - 1].at
            done.setdefault(event.scene, []).append(_Done(event, taken, _followed(events, place)))
    return done


def _followed(events: Sequence[Event], place: int) -> tuple[Pressed | Rated, ...]:
    """The press and the rating that came of the step at a place."""
    found: list[Pressed | Rated] = []
    for event in events[place + 1 :]:
        if order_of(event):
            continue
        if not isinstance(event, Pressed | Rated):
            break
        found.append(event)
    return tuple(found)


def _orders(events: Sequence[Event], made: Sequence[SessionState], place: int) -> list[_Order]:
    """What a facilitator did from a place on."""
    later = enumerate(events[place:], place)
    return [_Order(event, len(made[number - 1].path)) for number, event in later if order_of(event)]
