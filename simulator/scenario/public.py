"""The public of a scenario: the groups whose trust is told apart, the rumour that goes round among them, and the words
in which news and network take up what was said.

All of it may be left out; then the four groups of `default_groups` stand for the public, and the dossier's
first rumour goes round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.dossier import Dossier
from simulator.scenario.rubric import Skill
from simulator.scenario.text import Id, Label
from simulator.scenario.value import Value

Part = Literal["villagers", "youth", "national_press", "foreign_press", "officials", "diaspora"]

Upon = Literal[
    "strong",
    "fair",
    "weak",
    "harmful",
    "silent",
    "no_comment",
    "speculation",
    "blame",
    "attack",
    "false_reassurance",
    "disclosure",
    "amplification",
    "stigma",
    "non_answer",
    "falsehood",
]
"""What an echo answers to: the tone of an answer, or one red flag, of which it then speaks before `harmful` does."""

QUOTATION = "{words}"
"""Where the answer's own words stand in an echo."""

UNQUOTED: frozenset[Upon] = frozenset(("silent", "disclosure", "stigma"))
"""Upon these nothing is quoted: there are no words, or they would do their harm again."""

ECHOES_MAX = 200

TOLD_BY = 5
"""Percent of every group that tell the rumour when it begins, where the scenario says nothing else."""

GROUPS_MAX = 8


class PublicGroup(Value):
    """One group of the public: how large it is, and what its trust hangs on."""

    id: Id
    name: Label
    share: Annotated[int, Field(ge=1, le=100)] = Field(description="Percent of the public; all groups make 100.")
    part: Part = Field(description="Whose expectations it has: it decides what each skill and each flag weighs.")
    weights: dict[Skill, Annotated[int, Field(ge=0, le=9)]] = Field(
        default_factory=dict, description="What a skill weighs here, where it is not as for others of its part."
    )


class SpreadingRumour(Value):
    """The dossier's rumour that goes round, and how many tell it at first."""

    id: Id = Field(description="A rumour of the dossier.")
    told_by: Annotated[int, Field(ge=1, le=100)] = Field(TOLD_BY, description="Percent who tell it at the start.")
    known_from: Id | None = Field(None, description="Scene from which it goes round; from the start if absent.")


class Echo(Value):
    """A headline or a post in which an answer is taken up, with its words at `{words}`."""

    upon: Upon = Field(description="The tone of the answer, or the red flag, that it takes up.")
    by: Id | None = Field(None, description="Who brings it: a journalist's outlet a headline, a group or voice a post.")
    text: Label


class Public(Value):
    """Who listens outside the hall, what is told among them, and how what was said is taken up."""

    groups: tuple[PublicGroup, ...] = Field((), max_length=GROUPS_MAX)
    rumour: SpreadingRumour | None = None
    headlines: tuple[Echo, ...] = Field((), max_length=ECHOES_MAX)
    posts: tuple[Echo, ...] = Field((), max_length=ECHOES_MAX)


_DEFAULT: tuple[tuple[Id, Part, int, Mapping[str, Label]], ...] = (
    ("villagers", "villagers", 45, {"vi": "Bà con trong bản", "en": "Villagers"}),
    ("youth", "youth", 35, {"vi": "Người trẻ trên mạng", "en": "Young people online"}),
    ("national_press", "national_press", 15, {"vi": "Báo chí trong nước", "en": "National press"}),
    ("foreign_press", "foreign_press", 5, {"vi": "Báo chí nước ngoài", "en": "Foreign press"}),
)


def default_groups(language: str) -> tuple[PublicGroup, ...]:
    """The four groups of a scenario that names none, with their names in its language (`vi` or `en`)."""
    return tuple(
        PublicGroup(id=id_, name=names[language], share=share, part=part) for id_, part, share, names in _DEFAULT
    )


def told_names(names: Sequence[str], *, own: bool, language: str) -> tuple[str, ...]:
    """What groups are called for a reader: as the author has it (`own`), else the defaults in the reader's language."""
    return tuple(names) if own else tuple(group.name for group in default_groups(language))


def default_rumour(dossier: Dossier) -> SpreadingRumour | None:
    """The rumour of a scenario that names none: the dossier's first, told from the start; None without rumours."""
    return SpreadingRumour(id=dossier.rumours[0].id) if dossier.rumours else None
