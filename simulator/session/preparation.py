"""What was prepared before the conference: key messages of one's own, what must not be said, an opening statement."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.assessment import Assessment
from simulator.scenario.rubric import Skill

MESSAGES_MAX = 3
MESSAGE_MAX = 200
"""Characters of one key message: one breath."""

OPENING_MAX = 2_000
"""Characters of an opening statement: about two minutes."""

OPENING_SKILLS: tuple[Skill, ...] = ("accuracy", "empathy", "clarity", "transparency")
"""The skills that an opening statement is graded on: nobody has asked yet, so there is nothing to rebut."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """The preparation as it was declared; `opening` and its assessment may be missing.

    Trust and heat are told as they were before the opening statement and after it.
    """

    messages: tuple[str, ...]
    withheld: tuple[str, ...]
    opening: str
    assessment: Assessment | None
    at: int
    trust: tuple[int, int]
    heat: tuple[int, int]
