"""The bots' characters: what each looks for in a choice. They read its levels and flags, never its id or its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.scenes import SILENCE
from simulator.session.ready import Choice

Persona = Literal["random", "least_used", "evader", "blamer", "over_reassurer", "empathiser", "expert"]

PERSONAS: tuple[Persona, ...] = get_args(Persona)

NOT_JUDGED = 2
"""What a skill counts as in a choice that is not judged on it: neither good nor bad."""

Rank = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Character:
    """A character: the flags it looks for, the skills it has much of or little, and whether it means well."""

    flags: frozenset[RedFlag] = frozenset()
    much: tuple[Skill, ...] = ()
    little: tuple[Skill, ...] = ()
    well: bool = False
    silent: bool = False

    def rank(self, choice: Choice) -> Rank:
        """How much a choice is to this character's liking; nothing that is not graded is."""
        if choice.assessment is None:
            return (0, 0, 0)
        levels, grade = choice.assessment.levels, choice.assessment.overall
        wanted = len(self.flags.intersection(choice.assessment.flags)) + (self.silent and choice.id == SILENCE)
        much = sum(levels.get(skill, NOT_JUDGED) for skill in self.much)
        little = sum(levels.get(skill, NOT_JUDGED) for skill in self.little)
        return (wanted, much - little, grade if self.well else -grade)


CHARACTERS: dict[Persona, Character] = {
    "evader": Character(frozenset({"no_comment", "non_answer"}), little=("transparency", "clarity"), silent=True),
    "blamer": Character(frozenset({"blame", "attack", "stigma"}), little=("accountability", "respect")),
    "over_reassurer": Character(frozenset({"false_reassurance", "speculation", "falsehood"}), little=("accuracy",)),
    "empathiser": Character(much=("empathy", "respect"), well=True),
    "expert": Character(well=True),
}
"""`random` and `least_used` have none: they go by chance and by what was chosen least."""
