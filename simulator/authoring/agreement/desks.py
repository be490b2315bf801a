"""What lies on the desk when a question first comes up: the same an answer is graded against in play."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.authoring.playtest.bots import bot_of
from simulator.authoring.playtest.personas import PERSONAS
from simulator.authoring.playtest.run import Runner
from simulator.scenario.dossier import Dossier
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Question
from simulator.session.compiled import compiled
from simulator.session.known import known_dossier
from simulator.session.state import SessionState

SEEDS = 30
"""So many runs of each bot look for the earliest moment of every question."""


def earliest_desks(scenario: Scenario) -> Mapping[str, Dossier]:
    """The dossier of every question at the earliest moment (in steps) at which a bot is asked it.

    A question that no bot ever comes to has the whole dossier, as `podium grade` has it.
    """
    first = _first_moments(scenario)
    questions = [scene.id for scene in scenario.scenes if isinstance(scene, Question)]
    return {name: known_dossier(scenario, first[name]) if name in first else scenario.dossier for name in questions}


def _first_moments(scenario: Scenario) -> Mapping[str, SessionState]:
    first: dict[str, SessionState] = {}
    for persona in PERSONAS:
        runner = Runner(scenario, persona, bot_of(persona, compiled(scenario)))
        for seed in range(SEEDS):
            run = runner.run(seed)
            _note(first, run.state)
            if not run.by_chance:
                break
    return first


def _note(first: dict[str, SessionState], last: SessionState) -> None:
    """Keep the moment of each scene of a run that came earlier than those known."""
    for number, step in enumerate(last.path):
        known = first.get(step.scene)
        if known is None or number < len(known.path):
            first[step.scene] = last._replace(scene=step.scene, path=last.path[:number])
