"""A run that failed, as a play-through that replays it."""

from __future__ import annotations

from simulator.authoring.playtest.run import Failure
from simulator.language.catalogue import Catalogue, template
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Inject
from simulator.scenario.text import LABEL_MAX
from simulator.session.playthrough import Playthrough, step_of

GRADED = template(
    "The playtest had the samples graded; here they count as their author expects, and the story may go another way."
)


def told(failure: Failure, catalogue: Catalogue) -> str:
    """Why it failed, on one line."""
    return " ".join(catalogue.say(failure.message, **failure.params).split())


def replaying(
    failure: Failure, scenario: Scenario, catalogue: Catalogue, *, is_graded: bool = False
) -> Playthrough | None:
    """The play-through of the same steps with the same seed; None if it broke before anything could be chosen.

    `is_graded` says that samples were graded by a grader: a rehearsal takes the author's levels for them.
    """
    steps = tuple(
        step_of(scene, choice)
        for scene, choice in failure.steps
        if choice or isinstance(scenario.scene_by_id[scene], Inject)
    )
    if not steps:
        return None
    title = catalogue.say(template("Found by a playtest: {why}"), why=told(failure, catalogue))[:LABEL_MAX]
    about = catalogue.say(GRADED) if is_graded and any(step.say for step in steps) else None
    return Playthrough(format=1, scenario=scenario.id, title=title, about=about, seed=failure.seed, steps=steps)


def file_name(failure: Failure) -> str:
    """The name of its file."""
    return f"playtest-{failure.persona.replace('_', '-')}-{failure.seed}.yaml"
