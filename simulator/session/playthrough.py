"""A play-through as a value: who chose what where, and what was expected to come of it.

It is a test of a scenario and its documentation at once; `rehearsal` plays it and `recording` makes one.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.scenes import SAMPLE, LevelValue
from simulator.scenario.text import Id, Label, Prose, ScenarioId
from simulator.scenario.value import Value
from simulator.session.events import SEED_MAX

FORMAT = 1

Figure = Annotated[int, Field(ge=0, le=100)]
Seed = Annotated[int, Field(ge=0, le=SEED_MAX)]


class Expectation(Value):
    """What should come of one step. What is written is compared whole; what is left out is not compared."""

    levels: dict[Skill, LevelValue] | None = Field(None, description="The levels of the answer: all of them.")
    flags: tuple[RedFlag, ...] | None = Field(None, description="Its red flags in any order; [] for none.")
    overall: Figure | None = Field(None, description="Its overall grade.")
    trust: Figure | None = Field(None, description="Public trust after the step, effects included.")
    heat: Figure | None = Field(None, description="Media heat after the step, effects included.")


class PlayedStep(Value):
    """One step: at a scene, a line or an option is chosen, a sample is said, silence is kept, or an inject is noted."""

    at: Id = Field(description="The scene that is on the table.")
    choose: Id | None = Field(None, description="A line, an option or `silence`; left out at an inject.")
    say: Id | None = Field(None, description="Instead: a sample of the question, said with the grades it expects.")
    expect: Expectation | None = None

    @property
    def choice(self) -> str:
        """What is chosen, a sample as `own_words.id`; empty at an inject."""
        return f"{SAMPLE}{self.say}" if self.say else self.choose or ""


def step_of(scene: str, choice: str) -> PlayedStep:
    """The step of this choice, as `PlayedStep.choice` has it."""
    if choice.startswith(SAMPLE):
        return PlayedStep(at=scene, say=choice.removeprefix(SAMPLE))
    return PlayedStep(at=scene, choose=choice or None)


class Playthrough(Value):
    """One play-through of a scenario. `ending`, `score`, `trust` and `heat` are those after the last step.

    `score` is the mean overall grade of all answers, as conditions know it. What is left out is not compared.
    """

    format: Literal[1]
    scenario: ScenarioId
    title: Label = Field(description="What this play-through shows.")
    about: Prose | None = Field(None, description="What to look at in it, for those who read it.")
    seed: Seed = 0
    ending: Id | None = None
    score: Figure | None = None
    trust: Figure | None = None
    heat: Figure | None = None
    steps: tuple[PlayedStep, ...] = Field(min_length=1)
    other_seeds: dict[Id, Id] | None = Field(
        None,
        description="Says that any seed leads to this ending, and what is chosen at scenes that only others bring.",
    )
