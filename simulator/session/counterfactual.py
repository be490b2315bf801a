"""The counterfactual: the same session run on from one answer as if something else had been said there.

Nothing is drawn anew: the seed is the same, and so is what the trainee did later, wherever the same scene comes and
takes it; what journalists pressed with upon an answer comes again where the answer does, and what the facilitator of
a workshop did comes after as many steps. What only the other course
brings is answered by the open line whose grade is nearest to the trainee's mean; decisions take their first open
option, injects are noted. A course stops at an ending, or after STEPS_MAX steps; where the session itself had not
ended, after as many steps as it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.language.catalogue import template
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import OWN_WORDS, SILENCE, Ending, Question
from simulator.session.advance import deadline
from simulator.session.asked import present, present_id
from simulator.session.compiled import compiled
from simulator.session.events import AnswerGiven, DeadlinePassed, Event, IllegalEvent, LineChosen
from simulator.session.publics import rumour_curve
from simulator.session.replay import replay, states
from simulator.session.running_on import RunningOn, in_time
from simulator.session.state import Answer, SessionState
from simulator.world.rumour import Curve

STEPS_MAX = 200


@dataclass(frozen=True, slots=True)
class Course:
    """One course of a session: its events, the state after each of them, its ending and the rumour's curve."""

    events: tuple[Event, ...]
    states: tuple[SessionState, ...]
    ending: Ending | None
    rumour: Curve | None

    @property
    def state(self) -> SessionState:
        """The last state."""
        return self.states[-1]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers, each with trust and heat before and after it."""
        return self.states[-1].answers


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What happened beside what would have happened, had answer `step` (from 1), at `scene`, been another.

    `only_done` and `only_instead` are the questions asked on one side alone, by scene, in the order asked.
    """

    step: int
    scene: str
    done: Course
    instead: Course
    only_done: tuple[str, ...]
    only_instead: tuple[str, ...]


def what_if(scenario: Scenario, events: Sequence[Event], step: int, instead: str | AnswerGiven) -> WhatIf:
    """Run the session on from answer `step` with another line by its id, `silence`, or an answer with its assessment.

    Raises IllegalEvent where there is no such answer, or the question does not take what is given instead.
    """
    fitted = replay(scenario, events).fitted
    made = tuple(states(scenario, fitted))
    place = _place(made, step)
    done = _course(scenario, fitted, made)
    other = RunningOn(scenario, fitted, made, place)
    other.take(_other(scenario, made[place - 1], fitted[place], instead))
    limit = max(STEPS_MAX, len(fitted)) if done.ending else len(fitted) - 1
    while len(other.events) <= limit and other.go_on():
        pass
    run_on = _course(scenario, other.events, other.states)
    return WhatIf(step, present_id(made[place - 1]), done, run_on, _asked_only(done, run_on), _asked_only(run_on, done))


def before_answer(scenario: Scenario, events: Sequence[Event], step: int) -> tuple[SessionState, Question]:
    """The state in which answer `step` (from 1) was given, and the question that it answered.

    Raises IllegalEvent where there is no such answer.
    """
    made = tuple(states(scenario, replay(scenario, events).fitted))
    before = made[_place(made, step) - 1]
    asked = present(scenario, before)
    assert isinstance(asked, Question)
    return before, asked


def _place(made: Sequence[SessionState], step: int) -> int:
    """Which event gave answer `step`."""
    if step >= 1:
        for place, state in enumerate(made):
            if len(state.answers) == step:
                return place
    raise IllegalEvent(template("this session has no answer {number}"), number=step)


def _other(scenario: Scenario, before: SessionState, event: Event, instead: str | AnswerGiven) -> Event:
    """The event of the other answer, given when the trainee's was, or as the time ran out."""
    if isinstance(instead, AnswerGiven):
        return replace(instead, scene=present_id(before), at=in_time(scenario, before, event.at))
    if (instead, type(event)) in ((SILENCE, DeadlinePassed), (OWN_WORDS, AnswerGiven)):
        return event
    if instead == SILENCE:
        return DeadlinePassed(present_id(before), deadline(compiled(scenario).scene(before.scene), before) or event.at)
    return LineChosen(present_id(before), instead, in_time(scenario, before, event.at))


def _course(scenario: Scenario, events: Sequence[Event], made: Sequence[SessionState]) -> Course:
    last = scenario.scene_by_id[made[-1].scene]
    ending = last if isinstance(last, Ending) else None
    return Course(tuple(events), tuple(made), ending, rumour_curve(scenario, made[-1]))


def _asked_only(one: Course, other: Course) -> tuple[str, ...]:
    theirs = {answer.scene for answer in other.answers}
    return tuple(dict.fromkeys(answer.scene for answer in one.answers if answer.scene not in theirs))
