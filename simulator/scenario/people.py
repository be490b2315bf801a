"""The cast: journalists who ask, and other voices that are heard."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from simulator.scenario.text import Id, Label, Prose
from simulator.scenario.value import Value

Manner = Literal["patient", "sharp", "hostile", "friendly_trap"]


class Journalist(Value):
    """One who asks, for an outlet, in a manner of their own."""

    id: Id
    name: Label
    outlet: Label
    manner: Manner
    about: Prose | None = Field(None, description="What the spokesperson's office knows of them: beat, temper.")


class Voice(Value):
    """Anyone else who is heard: a villager, an official, a radio station, a post that spreads."""

    id: Id
    name: Label
    part: Label = Field(description="Who they are in the story, such as 'head of Co Lang hamlet'.")


class Cast(Value):
    """All who speak."""

    journalists: tuple[Journalist, ...] = Field(min_length=1)
    voices: tuple[Voice, ...] = ()
