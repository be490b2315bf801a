"""The nine skills, the five levels and the ten red flags that answers are graded by.

The words are the rubric's own; screens look their names up in the interface catalogue.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, get_args

Skill = Literal[
    "accuracy",
    "timeliness",
    "empathy",
    "accountability",
    "transparency",
    "clarity",
    "rebuttal",
    "respect",
    "mandate",
]
RedFlag = Literal[
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
Level = int
"""0 harmful, 1 absent, 2 partial, 3 good, 4 exemplary."""

SKILLS: tuple[Skill, ...] = get_args(Skill)
RED_FLAGS: tuple[RedFlag, ...] = get_args(RedFlag)
LEVELS = range(5)

FLAG_COST = 8
"""Points of the overall grade that each distinct red flag costs (rubric, section Overall)."""


def overall(levels: Mapping[Skill, Level], flags: Collection[RedFlag]) -> int:
    """The overall grade, 0-100, rounded half up: mean level x 25, less 8 for each distinct red flag.

    An answer on which no skill was judged grades 0.
    """
    if not levels:
        return 0
    count = len(levels)
    mean = (50 * sum(levels.values()) + count) // (2 * count)
    return max(0, mean - FLAG_COST * len(set(flags)))
