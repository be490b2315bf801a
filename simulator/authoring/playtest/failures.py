"""A run that failed, as a play-through that replays it."""

from __future__ import annotations

from simulator.authoring.playtest.run import Failure
from simulator.language.catalogue import Catalogue, template
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Inject
from simulator.scenario.text import LABEL_MAX
from simulator.session.playthrough import PlayedStep, Playthrough


def told(failure: Failure, catalogue: Catalogue) -> str:
    """Why it failed, on one line."""
    return " ".join(catalogue.say(failure.message, **failure.params).split())


def replaying(failure: Failure, scenario: Scenario, catalogue: Catalogue) -> Playthrough | None:
    """The play-through of the same steps with the same seed; None if it broke before anything could be chosen."""
    steps = tuple(
        PlayedStep(at=scene, choose=choice or None)
        for scene, choice in failure.steps
        if choice or isinstance(scenario.scene_by_id[scene], Inject)
    )
    if not steps:
        return None
    title = catalogue.say(template("Found by a playtest: {why}"), why=told(failure, catalogue))
    return Playthrough(format=1, scenario=scenario.id, title=title[:LABEL_MAX], seed=failure.seed, steps=steps)


def file_name(failure: Failure) -> str:
    """The name of its file."""
    return f"playtest-{failure.persona.replace('_', '-')}-{failure.seed}.yaml"
