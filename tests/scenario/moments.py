"""A moment of a session as conditions see it, without a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from simulator.scenario.assessment import Assessment
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.situation import Scalar
from simulator.scenario.tree import Names

NAMES = Names(
    variables={"ready": "bool", "promises": "int", "host": "text", "guest": "text"},
    choices={"host": ("xã", "tỉnh"), "guest": ("xã", "bộ")},
    scenes={"opening": ("owns", "blames", "silence"), "publish": ("now", "later")},
)
SLOTS = {"ready": 0, "promises": 1, "host": 2, "guest": 3}


@dataclass(frozen=True)
class Past:
    """An answer or step of the past."""

    scene: str
    choice: str
    assessment: Assessment


@dataclass(frozen=True)
class Moment:
    """What a condition may ask about."""

    values: tuple[Scalar, ...] = (False, 2, "xã", "bộ")
    trust: int = 50
    heat: int = 30
    minutes: int = 0
    answers: tuple[Past, ...] = ()
    scene: str = "publish"
    path: tuple[Past, ...] = ()


def answer(
    levels: Mapping[str, int], *flags: str, scene: str = "opening", choice: str = "owns", overall: int = 0
) -> Past:
    """An answer with these levels and flags."""
    judged = cast(Mapping[Skill, int], levels)
    return Past(scene, choice, Assessment(judged, cast(tuple[RedFlag, ...], flags), (), overall))
