"""The course of a preview: where it begins and what was done since, to be gone again on another scenario."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from simulator.authoring.preview.beginnings import Beginning, begun, todays
from simulator.authoring.preview.settings import Setting, fits, put
from simulator.scenario.model import Scenario
from simulator.session.advance import advance, deadline
from simulator.session.compiled import compiled
from simulator.session.events import AtScene, DeadlinePassed, IllegalEvent
from simulator.session.rehearsal import STEP_MS
from simulator.session.replay import renamed
from simulator.session.state import SessionState

Step = AtScene | Setting
"""A step of the player's, or a value set by the author on the way."""

BEGINNING = Beginning()
"""That of every session."""


@dataclass(frozen=True, slots=True)
class Course:
    """The steps from a beginning on."""

    beginning: Beginning = BEGINNING
    steps: tuple[Step, ...] = ()

    @property
    def settings(self) -> tuple[Setting, ...]:
        """All that the author has set so far, the last word on each."""
        chosen = [*self.beginning.settings, *(step for step in self.steps if isinstance(step, Setting))]
        return tuple({setting.name: setting for setting in chosen}.values())


@dataclass(frozen=True, slots=True)
class Gone:
    """How far a course goes on a scenario.

    `course` is as much of it as fits, in today's ids; `state` stands at its end, `before` before its last step of the
    player's. `rest` are the steps from the first that does not fit, `why` it does not. `lost` are names that the
    scenario does not know any more: of values, or of the scene that the course began at.
    """

    course: Course
    state: SessionState
    before: SessionState
    rest: tuple[Step, ...] = ()
    why: IllegalEvent | None = None
    lost: tuple[str, ...] = ()


def go(scenario: Scenario, course: Course) -> Gone:
    """Go a course as far as it fits; scenes and choices that were renamed since (`was:`) are followed."""
    beginning, lost = todays(scenario, course.beginning)
    state = before = begun(scenario, beginning)
    kept: list[Step] = []
    # Steps made from a scene that is gone mean nothing at the start, unless they happen to begin there.
    for number, step in enumerate(course.steps):
        if isinstance(step, Setting):
            if not fits(scenario, step):
                lost += (step.name,)
                continue
            state = put(scenario, state, step)
            kept.append(step)
            continue
        event = in_time(scenario, state, step)
        try:
            after = advance(scenario, state, event)
        except IllegalEvent as refusal:
            return Gone(Course(beginning, tuple(kept)), state, before, course.steps[number:], refusal, lost)
        before, state = state, after
        kept.append(event)
    return Gone(Course(beginning, tuple(kept)), state, before, lost=lost)


def in_time(scenario: Scenario, state: SessionState, event: AtScene) -> AtScene:
    """The event in today's ids and at its moment: no clock runs here, and time limits may have been rewritten."""
    event = cast(AtScene, renamed(scenario, event))
    if isinstance(event, DeadlinePassed) and event.scene == state.scene:
        return replace(event, at=deadline(compiled(scenario).scene(state.scene), state) or state.at)
    return replace(event, at=state.at + STEP_MS)
