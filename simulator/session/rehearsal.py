"""Rehearsal: a play-through played without clock and people, and what came otherwise than it expects.

Every step takes STEP_MS; silence is kept until the time limit runs out, to the millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.language.catalogue import template
from simulator.scenario.assessment import expected
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SAMPLE, SILENCE, Ending, Inject, Question, Sample
from simulator.session.advance import advance, before_start, deadline
from simulator.session.asked import present
from simulator.session.compiled import compiled
from simulator.session.differences import Difference, elsewhere, of_end, of_ending, of_step, refused, unforeseen
from simulator.session.events import (
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    OptionTaken,
    Started,
)
from simulator.session.playthrough import PlayedStep, Playthrough, step_of
from simulator.session.state import SessionState

STEP_MS = 3_000
"""Shorter than any time limit can be."""

STEPS_MAX = 1_000


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of a play-through: the events made, the state after each of them, and the differences.

    The first event is the start, so `states[n]` is the state after step n. A step that does not fit ends the
    rehearsal, and nothing beyond it is compared.
    """

    events: tuple[Event, ...]
    states: tuple[SessionState, ...]
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        return not self.differences


def rehearse(scenario: Scenario, playthrough: Playthrough) -> Rehearsal:
    """Play a play-through as far as it fits the scenario, and compare."""
    rehearsing = _Rehearsing(scenario, playthrough.seed)
    for step in playthrough.steps:
        if not rehearsing.make(step):
            return rehearsing.done()
    return rehearsing.done(of_end(scenario, playthrough, rehearsing.state))


def rehearse_with(scenario: Scenario, playthrough: Playthrough, seed: int) -> Rehearsal:
    """Play a play-through's choices with another seed, and compare nothing but the ending.

    A scene is given what the play-through chooses there (in turn, and at last again and again), or else what its
    `other_seeds` say of it.
    """
    rehearsing = _Rehearsing(scenario, seed)
    waiting = {scene: [choice] for scene, choice in (playthrough.other_seeds or {}).items()}
    for step in reversed(playthrough.steps):
        waiting.setdefault(step.at, []).append(step.choice)
    while not rehearsing.has_ended and len(rehearsing.events) <= STEPS_MAX:
        scene = rehearsing.state.scene
        choices = waiting.get(scene) or [""]
        choice = choices.pop() if len(choices) > 1 else choices[0]
        if scene not in waiting and not isinstance(scenario.scene_by_id[scene], Inject):
            return rehearsing.done([unforeseen(scene, seed)])
        if not rehearsing.make(step_of(scene, choice)):
            return rehearsing.done()
    return rehearsing.done(of_ending(scenario, playthrough, rehearsing.state, seed))


def event_of(scenario: Scenario, state: SessionState, choice: str) -> Event:
    """The event of choosing this at the present scene: a line, an option, `silence`, or nothing at an inject.

    `own_words.id` says a sample of the question, with the grades that its author expects. Raises IllegalEvent for a
    sample that is not there.
    """
    scene = present(scenario, state)
    at = state.at + STEP_MS
    if not choice:
        return Continued(scene.id, at)
    if not isinstance(scene, Question):
        return OptionTaken(scene.id, choice, at)
    if choice == SILENCE:
        limit = deadline(compiled(scenario).scene(state.scene), state)
        return DeadlinePassed(scene.id, at if limit is None else limit)
    if choice.startswith(SAMPLE):
        sample = _sample(scene, choice)
        return AnswerGiven(scene.id, sample.text, expected(sample), at)
    return LineChosen(scene.id, choice, at)


def _sample(question: Question, choice: str) -> Sample:
    for sample in question.samples:
        if sample.id == choice.removeprefix(SAMPLE):
            return sample
    raise IllegalEvent(template("there is no “{choice}” here"), choice=choice)


class _Rehearsing:
    """A rehearsal under way."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        started = Started(seed)
        self._scenario = scenario
        self.state = advance(scenario, before_start(scenario), started)
        self.events: list[Event] = [started]
        self._states = [self.state]
        self._differences: list[Difference] = []

    @property
    def has_ended(self) -> bool:
        return isinstance(self._scenario.scene_by_id[self.state.scene], Ending)

    def make(self, step: PlayedStep) -> bool:
        """Make a step and compare what came of it; False, with the reason noted, if it does not fit."""
        number = len(self.events)
        if step.at != self.state.scene:
            self._differences.append(elsewhere(number, step, self.state.scene))
            return False
        before = self.state
        try:
            event = event_of(self._scenario, before, step.choice)
            self.state = advance(self._scenario, before, event)
        except IllegalEvent as refusal:
            self._differences.append(refused(number, step.at, step.choice, refusal))
            return False
        self.events.append(event)
        self._states.append(self.state)
        self._differences += of_step(number, step, before, self.state)
        return True

    def done(self, at_the_end: Iterable[Difference] = ()) -> Rehearsal:
        return Rehearsal(tuple(self.events), tuple(self._states), (*self._differences, *at_the_end))
