"""Recording: a play-through is made from choices, its expectations filled in from what the engine does."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.language.catalogue import Catalogue
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending
from simulator.scenario.situation import mean_overall
from simulator.session.playthrough import Expectation, PlayedStep, Playthrough, step_of
from simulator.session.rehearsal import rehearse
from simulator.session.state import SessionState


def record(scenario: Scenario, title: str, seed: int, choices: Iterable[tuple[str, str]]) -> Playthrough:
    """The play-through of these choices, as (scene, choice): empty at an inject, `own_words.id` for a sample.

    Raises ValueError, naming the step, if a choice does not fit.
    """
    steps = tuple(step_of(scene, choice) for scene, choice in choices)
    return recorded(scenario, Playthrough(format=1, scenario=scenario.id, title=title, seed=seed, steps=steps))


def recorded(scenario: Scenario, playthrough: Playthrough) -> Playthrough:
    """The play-through with all its expectations as the engine has them now; the rest as it was.

    Raises ValueError, naming the step, if a step does not fit.
    """
    rehearsal = rehearse(scenario, playthrough)
    if len(rehearsal.events) <= len(playthrough.steps):
        raise ValueError(rehearsal.differences[-1].in_words(Catalogue("en")))
    states = rehearsal.states
    last = states[-1]
    steps = zip(playthrough.steps, states, states[1:], strict=False)
    changes: dict[str, object] = {
        "steps": tuple(_recorded_step(step, before, after) for step, before, after in steps),
        "ending": last.scene if isinstance(scenario.scene_by_id[last.scene], Ending) else None,
        "score": mean_overall(last.answers),
        "trust": last.trust,
        "heat": last.heat,
    }
    return playthrough.model_copy(update=changes)


def choices_of(state: SessionState) -> tuple[tuple[str, str], ...]:
    """The choices that led to a state, as `record` takes them; a play-through knows no presses."""
    pressed = {press.id for press in state.pressed}
    return tuple((step.scene, step.choice) for step in state.path if step.scene not in pressed)


def _recorded_step(step: PlayedStep, before: SessionState, after: SessionState) -> PlayedStep:
    """A step with what came of it; taking note of an inject is not expected to do anything."""
    if not step.choice:
        return step.model_copy(update={"expect": None})
    expect = Expectation(trust=after.trust, heat=after.heat)
    if len(after.answers) > len(before.answers):
        answer = after.answers[-1]
        graded = {"levels": dict(answer.levels), "flags": answer.flags, "overall": answer.overall}
        expect = expect.model_copy(update=graded)
    return step.model_copy(update={"expect": expect})
