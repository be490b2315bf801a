"""Players that choose by a rule, for tests that play whole scenarios."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random

from simulator.scenario.model import Scenario
from simulator.scenario.rubric import overall
from simulator.scenario.scenes import OWN_WORDS, SILENCE, Ending, GradedOutcome, Inject, Line, Question, Scene
from simulator.session.advance import advance, before_start
from simulator.session.compiled import names_of
from simulator.session.events import Started
from simulator.session.rehearsal import event_of
from simulator.session.state import SessionState
from simulator.session.view import view

Rule = Callable[[Scene, Sequence[str]], str]
"""Chooses one of the ids that are open at a scene; `silence` comes last among them where it can be kept."""

LineChooser = Callable[[Question, Sequence[str]], Line]
"""Chooses one of the lines that are open at a question."""


def play(scenario: Scenario, seed: int, rule: Rule) -> SessionState:
    """The state at the ending to which the rule leads."""
    state = advance(scenario, before_start(scenario), Started(seed))
    while not isinstance(scene := scenario.scene_by_id[state.scene], Ending):
        choice = "" if isinstance(scene, Inject) else rule(scene, open_choices(scenario, state))
        state = advance(scenario, state, event_of(scenario, state, choice))
    return state


def open_choices(scenario: Scenario, state: SessionState) -> tuple[str, ...]:
    """What can be chosen at the present scene."""
    scene = scenario.scene_by_id[state.scene]
    silence = (SILENCE,) if isinstance(scene, Question) and scene.silence else ()
    return (*(offer.id for offer in view(scenario, state).offers if offer.open), *silence)


def grade(outcome: GradedOutcome) -> int:
    """The overall grade that the author gave."""
    return overall(outcome.levels, outcome.flags)


def best_line(question: Question, open_: Sequence[str]) -> Line:
    """The open line with the highest grade, the first of several."""
    return max((line for line in question.lines if line.id in open_), key=grade)


def worst_line(question: Question, open_: Sequence[str]) -> Line:
    """The open line with the lowest grade, the first of several."""
    return min((line for line in question.lines if line.id in open_), key=grade)


def written_choices(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Every scene with each choice that is written at it, silence among them; with an empty one where there is none."""
    for scene, known in names_of(scenario).scenes.items():
        yield from ((scene, choice) for choice in known or ("",) if choice != OWN_WORDS)


class Explorer:
    """Chooses what it has chosen least; in two plays of three often the best or the worst line, to come to all endings.

    `unseen` are the scenes and choices of the scenario that its plays have not come to, as (scene, choice).
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._random = Random(1)
        self._chosen: Counter[tuple[str, str]] = Counter()
        self.unseen = set(written_choices(scenario))

    def explore(self, plays_max: int) -> None:
        """Play until nothing is unseen, at most so often."""
        for seed in range(plays_max):
            if not self.unseen:
                return
            state = play(self._scenario, seed, partial(self._choose, bent=(None, best_line, worst_line)[seed % 3]))
            self.unseen -= {(step.scene, step.choice) for step in state.path} | {(state.scene, "")}

    def _choose(self, scene: Scene, open_: Sequence[str], bent: LineChooser | None) -> str:
        if bent is not None and isinstance(scene, Question) and self._random.random() < 0.7:
            return bent(scene, open_).id
        least = min(open_, key=lambda choice: (self._chosen[scene.id, choice], self._random.random()))
        self._chosen[scene.id, least] += 1
        return least
