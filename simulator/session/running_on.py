"""Running a session on from one of its answers: as the trainee did where it fits, by what stands nearest where not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SILENCE, Question
from simulator.scenario.situation import mean_overall
from simulator.session.advance import advance, deadline
from simulator.session.compiled import compiled
from simulator.session.events import AnswerGiven, DeadlinePassed, Event, IllegalEvent, LineChosen, Started, TakenBack
from simulator.session.rehearsal import event_of
from simulator.session.state import SessionState

_Done = tuple[Event, int]
"""A step as the trainee made it, and the milliseconds it took."""


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
        self._later = _by_scene(events, made, place + 1)
        self._ever = _by_scene(events, made, 1)

    def take(self, event: Event) -> None:
        """Make a step. Raises IllegalEvent."""
        self.states.append(advance(self._scenario, self.states[-1], event))
        self.events.append(event)

    def go_on(self) -> bool:
        """Make the next step; False at an ending, or where nothing is open."""
        for event in self._candidates():
            try:
                self.take(event)
            except IllegalEvent:
                continue
            return True
        return False

    def _candidates(self) -> Iterator[Event]:
        """What may be done at the present scene, the likeliest first; what is closed is refused when it is tried."""
        state = self.states[-1]
        as_before = self._as_before(state)
        if as_before:
            yield as_before
        scene = compiled(self._scenario).scene(state.scene)
        if scene.kind == "inject":
            yield event_of(self._scenario, state, "")
        for choice in self._nearest(state.scene):
            yield event_of(self._scenario, state, choice)

    def _as_before(self, state: SessionState) -> Event | None:
        """What the trainee did at this scene, in as much time: in turn, and then what they said there last."""
        later, ever = self._later.get(state.scene), self._ever.get(state.scene, [])
        spoken = (done for done in reversed(ever) if not isinstance(done[0], DeadlinePassed))
        done = later.pop(0) if later else next(spoken, None)
        if done is None:
            return None
        event, taken = done
        at = state.at + taken
        if isinstance(event, LineChosen | AnswerGiven):
            at = in_time(self._scenario, state, at)
        return replace(event, at=at)

    def _nearest(self, scene_id: str) -> Sequence[str]:
        """The choices of a scene: lines by how near their grade is to the trainee's mean, options as written."""
        choices = compiled(self._scenario).scene(scene_id).choices
        offered = [choice for choice in choices.values() if choice.id != SILENCE]
        if isinstance(self._scenario.scene_by_id[scene_id], Question):
            offered.sort(key=lambda one: abs(one.assessment.overall - self._mean) if one.assessment else 0)
        return [choice.id for choice in offered]


def _by_scene(events: Sequence[Event], made: Sequence[SessionState], first: int) -> Mapping[str, list[_Done]]:
    """The steps from a place on, by the scene they were made at."""
    done: dict[str, list[_Done]] = {}
    for before, event in zip(made[first - 1 :], events[first:], strict=False):
        if not isinstance(event, Started | TakenBack):
            done.setdefault(event.scene, []).append((event, event.at - before.at))
    return done
