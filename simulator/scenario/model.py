"""The Scenario: the whole of format 1 as one frozen value. The JSON schema of the format is this class's own."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from simulator.scenario.dossier import Dossier
from simulator.scenario.people import Cast, Journalist, Voice
from simulator.scenario.public import Public
from simulator.scenario.role_cards import RoleCard
from simulator.scenario.rubric import Skill
from simulator.scenario.scenes import Pool, Scene
from simulator.scenario.text import ClockTime, Date, Id, Label, Prose, ScenarioId
from simulator.scenario.value import Value

FORMAT = 1

Module = Literal["sovereignty", "press", "rights", "cohesion"]
Difficulty = Literal["basic", "intermediate", "advanced"]
Language = Literal["vi", "en"]
Wish = Literal["ignore", "info", "warning", "error"]
"""How loudly what a check finds is told."""

VARIABLE_BOUND = 1_000_000
"""Whole-number variables without a range live within plus or minus this."""


class LegalBasis(Value):
    """A legal text the scenario rests on: dated data, never code."""

    title: Label
    in_force: Date
    about: Prose
    confirmed: bool = Field(False, description="True once a lawyer has confirmed it.")


class Variable(Value):
    """A declared variable: what it holds, from which value it starts, and what it is for."""

    name: Id
    type: Literal["bool", "int", "text"]
    default: bool | int | str
    range: tuple[int, int] | None = Field(None, description="Least and greatest value of an int.")
    values: tuple[Label, ...] | None = Field(None, description="All that a text variable may hold.")
    about: Prose


class StoryClock(Value):
    """The story's own time, moved on by the scenes."""

    start: ClockTime
    day: Label | None = Field(None, description="The story's date as people would say it.")


class Scenario(Value):
    """What could happen. Valid in shape; `loading.checks` proves that it can be played to an end."""

    format: Literal[1]
    id: ScenarioId
    language: Language
    title: Label
    module: Module
    level: Difficulty
    minutes: Annotated[int, Field(ge=1, le=600)] = Field(description="How long a play-through takes, roughly.")
    role: Prose
    objectives: tuple[Prose, ...] = Field(min_length=1)
    skills: tuple[Skill, ...] = Field(min_length=1, description="The skills that the scenario sets out to exercise.")
    author: Label
    licence: Label
    legal_basis: tuple[LegalBasis, ...] = ()
    dossier: Dossier
    cast: Cast
    public: Public | None = None
    checks: dict[str, Wish] = Field(default_factory=dict, description="Severities of checks, by their codes.")
    role_cards: tuple[RoleCard, ...] = Field((), max_length=4)
    clock: StoryClock
    variables: tuple[Variable, ...] = ()
    start: Id
    pools: tuple[Pool, ...] = ()
    scenes: tuple[Scene, ...] = Field(min_length=2)

    def __copy__(self) -> Self:
        # A copy may be given other scenes: what was derived from these must not go with it.
        bare = super().__copy__()
        for name in bare.__dict__.keys() - type(self).model_fields:
            del bare.__dict__[name]
        return bare

    def __getstate__(self) -> dict[Any, Any]:
        # Compiled conditions cannot be pickled, and need not be.
        return super(Scenario, copy(self)).__getstate__()

    @cached_property
    def derived(self) -> dict[str, object]:
        """Where a later room keeps what it derives from this scenario, under the room's name. Never saved."""
        return {}

    @cached_property
    def scene_by_id(self) -> dict[str, Scene]:
        """Every scene under its id."""
        return {scene.id: scene for scene in self.scenes}

    @cached_property
    def pool_by_id(self) -> dict[str, Pool]:
        """Every pool under its id."""
        return {pool.id: pool for pool in self.pools}

    @cached_property
    def journalist_by_id(self) -> dict[str, Journalist]:
        """Every journalist under their id."""
        return {journalist.id: journalist for journalist in self.cast.journalists}

    @cached_property
    def voice_by_id(self) -> dict[str, Voice]:
        """Every other voice under its id."""
        return {voice.id: voice for voice in self.cast.voices}
