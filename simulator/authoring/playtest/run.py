"""One run: a bot plays a scenario from its start to an ending, or until it fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.authoring.playtest.bots import Bot
from simulator.authoring.playtest.own_words import OwnWords
from simulator.authoring.playtest.personas import Persona
from simulator.language.catalogue import template
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import OWN_WORDS, SAMPLE, SILENCE
from simulator.session.advance import advance, before_start, deadline
from simulator.session.compiled import compiled
from simulator.session.events import Continued, DeadlinePassed, Event, LineChosen, OptionTaken, Started
from simulator.session.ready import ReadyScene
from simulator.session.rehearsal import STEP_MS
from simulator.session.state import SessionState

STEPS_MOST = 500
"""A run of more steps than this (or than twice the scenario's scenes) has lost its way."""

_SAMPLE = len(SAMPLE)

NO_ENDING = template("no ending after {steps} steps")
NOTHING_OPEN = template("nothing is open at `{scene}`")
BROKEN = template("at `{scene}`: {error}")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a run failed, and all of its steps as (scene, choice), the one that broke included.

    `message` is a template in English, filled from `params`.
    """

    persona: Persona
    seed: int
    message: str
    params: Mapping[str, object]
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A run that was played: its last state, and whether chance (the bot's or the session's) had a part in it."""

    state: SessionState
    failure: Failure | None = None
    by_chance: bool = False
    spoken: tuple[tuple[str, str], ...] = ()
    """The samples that were said, as (scene, choice)."""


def steps_most(scenario: Scenario) -> int:
    """How many steps a run of this scenario may have."""
    return max(STEPS_MOST, 2 * len(scenario.scenes))


class Runner:
    """Plays runs of one scenario with one bot."""

    def __init__(self, scenario: Scenario, persona: Persona, bot: Bot, own_words: OwnWords | None = None) -> None:
        self._scenario, self._persona, self._bot, self._own_words = scenario, persona, bot, own_words
        self._spoken: list[tuple[str, str]] = []
        self._scene = compiled(scenario).scene
        self._most = steps_most(scenario)

    def run(self, seed: int) -> Run:
        """One run with this seed."""
        self._bot.begin(seed)
        self._spoken = []
        state, choice = before_start(self._scenario), ""
        try:
            state = advance(self._scenario, state, Started(seed))
            for _ in range(self._most):
                scene = self._scene(state.scene)
                if scene.kind == "ending":
                    return Run(state, None, self._by_chance(state), tuple(self._spoken))
                choice = "" if scene.kind == "inject" else self._bot.choose(scene, state)
                if not choice and scene.kind != "inject":
                    return self._failed(state, seed, NOTHING_OPEN, {"scene": scene.id})
                event = self._said(scene, choice, state) if choice[:_SAMPLE] == SAMPLE else _event(scene, choice, state)
                state = advance(self._scenario, state, event)
        except Exception as error:  # whatever breaks a run is what a playtest is there to find
            params = {"scene": state.scene, "error": f"{type(error).__name__}: {error}"}
            return self._failed(state, seed, BROKEN, params, ((state.scene, choice),) if state.scene else ())
        return self._failed(state, seed, NO_ENDING, {"steps": self._most})

    def _said(self, scene: ReadyScene, choice: str, state: SessionState) -> Event:
        """The answer in own words."""
        assert self._own_words is not None
        self._spoken.append((scene.id, choice))
        return self._own_words.event(scene.id, choice, state.at + STEP_MS)

    def _failed(
        self,
        state: SessionState,
        seed: int,
        message: str,
        params: Mapping[str, object],
        broken: tuple[tuple[str, str], ...] = (),
    ) -> Run:
        said = iter(self._spoken)
        made = (next(said) if step.choice == OWN_WORDS else (step.scene, step.choice) for step in state.path)
        failure = Failure(self._persona, seed, message, params, (*made, *broken))
        return Run(state, failure, self._by_chance(state), tuple(self._spoken))

    def _by_chance(self, state: SessionState) -> bool:
        return self._bot.by_chance or state.chances > 0


def _event(scene: ReadyScene, choice: str, state: SessionState) -> Event:
    """The event of a choice, at the moments at which a rehearsal makes them, so that it comes to the same."""
    if scene.kind == "question":
        if choice != SILENCE:
            return LineChosen(scene.id, choice, state.at + STEP_MS)
        limit = deadline(scene, state)
        return DeadlinePassed(scene.id, state.at if limit is None else limit)
    if scene.kind == "inject":
        return Continued(scene.id, state.at + STEP_MS)
    return OptionTaken(scene.id, choice, state.at + STEP_MS)
