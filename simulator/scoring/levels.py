"""From acts and slots to the levels: one linear model per skill over numbers that can be explained, then caps.

The numbers of an act are: the most of it in any sentence, how often (at most 3), and whether the answer opens with it;
each once as the sentence alone says, once as judged in context. So what a level owes to an act is a sum of six.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.scenario.rubric import RedFlag, Skill
from simulator.scoring.acts import ACTS
from simulator.scoring.evidence import Evidence
from simulator.scoring.packing import Array, rounded

OFTEN_MAX = 3.0
VIEWS = 6
"""Numbers of an act: most, often and first; heard and judged."""

HARMFUL_BELOW = 0.49
"""The expected level to which a flag brings the skill that it harms: 0, as the rubric has it and the raters did."""

EXEMPLARY_BELOW = 3.49
"""As transparent as an answer can be that tells what is withheld: the fourth level asks to say that it is, and why."""

FLAG_CAPS: Mapping[RedFlag, tuple[Skill, ...]] = {
    "falsehood": ("accuracy",),
    "speculation": ("accuracy",),
    "blame": ("accountability",),
    "no_comment": ("transparency",),
    "stigma": ("respect",),
    "attack": ("respect",),
    "disclosure": ("mandate",),
    "amplification": ("rebuttal",),
}
"""The skills in which a flag leaves no level above 0."""

PRESENT = 0.4
"""Probability from which an act is spoken of as being there."""

ABSENT_CAP = 1.0
NO_CONTENT_CAP = 2.49
"""Without anything that belongs to this very case no level is above 2."""

SERVING_MIN = 4
"""Words from which an answer may serve a skill, whatever the detectors hear in fewer."""

OF_THE_CASE: frozenset[Skill] = frozenset(("accuracy", "accountability", "transparency", "rebuttal", "mandate"))
"""Skills that are absent from an answer without anything of the case: exact or open about what, or answerable for
what, it does not say."""

PARTIAL: Mapping[Skill, tuple[str, ...]] = {
    "accuracy": ("vague_fact",),
    "timeliness": ("next_vague",),
    "accountability": ("action_vague",),
    "rebuttal": ("denies",),
    "mandate": ("refuse",),
}
"""Acts that are not good and yet are the skill's level 2, partial, in the rubric's words."""


@dataclass(frozen=True)
class Levels:
    """Weights by skill, shape (inputs,), and what is added."""

    weights: Mapping[Skill, Array]
    bias: Mapping[Skill, float]

    def expected(self, evidence: Evidence, skill: Skill) -> float:
        """The expected level of a skill, 0-4, before caps."""
        raw = float(inputs(evidence) @ self.weights[skill]) + self.bias[skill]
        return round(min(max(raw, 0.0), 4.0), 3)

    def owed(self, evidence: Evidence, skill: Skill) -> Array:
        """What each act adds to or takes from the level, shape (acts,)."""
        count = evidence.heard.shape[1]
        parts = inputs(evidence)[: VIEWS * count] * self.weights[skill][: VIEWS * count]
        owed: Array = parts.reshape(VIEWS, count).sum(axis=0)
        return owed

    def as_json(self) -> dict[str, Any]:
        return {skill: [round(self.bias[skill], 4), *rounded(row, 4)] for skill, row in self.weights.items()}

    @classmethod
    def from_json(cls, kept: Mapping[Skill, list[float]]) -> Levels:
        weights = {skill: np.array(row[1:]) for skill, row in kept.items()}
        return cls(weights, {skill: row[0] for skill, row in kept.items()})


def inputs(evidence: Evidence) -> Array:
    """The numbers a level is made of: six of each act (view by view), the slots, the number of sentences."""
    views = [view for seen in (evidence.heard, evidence.judged) for view in _views(seen)]
    return np.concatenate([*views, np.array([*evidence.slots.values(), float(len(evidence.heard))])])


def _views(seen: Array) -> tuple[Array, Array, Array]:
    if not len(seen):
        nothing = np.zeros(seen.shape[1])
        return nothing, nothing, nothing
    return seen.max(axis=0), np.minimum(seen.sum(axis=0), OFTEN_MAX), seen[0]


def capped(
    expected: float, skill: Skill, flags: Collection[RedFlag], *, gated: bool, has_content: bool, is_served: bool
) -> float:
    """The expected level after the rubric's caps. A skill that nothing serves is absent, whatever the sums say."""
    caps = [HARMFUL_BELOW for flag in flags if skill in FLAG_CAPS.get(flag, ())]
    caps += [EXEMPLARY_BELOW] if skill == "transparency" and "disclosure" in flags else []
    caps += [ABSENT_CAP] if gated or not (has_content or is_served) else []
    caps += [] if has_content else [ABSENT_CAP if skill in OF_THE_CASE else NO_CONTENT_CAP]
    return min([expected, *caps])


def is_served(evidence: Evidence, names: Sequence[str], skill: Skill) -> bool:
    """Whether some sentence performs an act that earns this skill a level."""
    if len(evidence.reading.words) < SERVING_MIN:
        return False
    partial = PARTIAL.get(skill, ())
    places = [place for place, name in enumerate(names) if skill in ACTS[name].for_ or name in partial]
    return bool((evidence.clarity[:, places] >= PRESENT).any())


def level_of(expected: float) -> int:
    """The level nearest to what is expected."""
    return int(min(max(np.floor(expected + 0.5), 0), 4))
