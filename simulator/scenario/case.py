"""A case: one question on a dossier, outside any scenario. Answers to it are graded, labelled and calibrated on."""

from __future__ import annotations

from pydantic import Field

from simulator.scenario.dossier import Channels, Dossier, Fact, Restricted, Rumour, Unknown
from simulator.scenario.model import Language
from simulator.scenario.rubric import Skill
from simulator.scenario.text import Label, Prose, ScenarioId
from simulator.scenario.value import Value


class PressQuestion(Value):
    """What a journalist asks, for an outlet, in a tone."""

    journalist: Label
    outlet: Label
    tone: Label
    text: Prose


class Case(Value):
    """A question, the dossier it is asked about, and the skills it exercises."""

    id: ScenarioId
    lang: Language
    title: Label
    role: Prose
    context: Prose
    facts: tuple[Fact, ...] = Field(min_length=1)
    unknowns: tuple[Unknown, ...] = ()
    restricted: tuple[Restricted, ...] = ()
    rumours: tuple[Rumour, ...] = ()
    key_messages: tuple[Prose, ...] = ()
    channels: Channels = Channels()
    question: PressQuestion
    skills: tuple[Skill, ...] = Field(min_length=1, max_length=6)

    @property
    def dossier(self) -> Dossier:
        """The dossier as a scenario has it."""
        return Dossier(
            context=self.context,
            facts=self.facts,
            unknowns=self.unknowns,
            restricted=self.restricted,
            rumours=self.rumours,
            key_messages=self.key_messages,
            channels=self.channels,
        )
