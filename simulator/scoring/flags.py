"""The ten red flags: a small logistic model over acts and slots says how likely, and words or the dossier must bear it out.

A flag never rests on similarity alone: it is raised only where a sentence performs an act of the flag, and where the
words themselves (the heads' word part, without the vector) or the dossier speak for that act too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.language.catalogue import template
from simulator.scenario.rubric import RED_FLAGS, RedFlag
from simulator.scoring.evidence import Evidence
from simulator.scoring.packing import Array, rounded

ACTS_OF: Mapping[RedFlag, tuple[str, ...]] = {
    "no_comment": ("refuse", "closed", "dodge"),
    "speculation": ("guess",),
    "blame": ("shifts", "belittle"),
    "attack": ("attack",),
    "false_reassurance": ("guarantee",),
    "disclosure": ("reveals",),
    "amplification": ("repeats",),
    "stigma": ("stigma",),
    "non_answer": ("off", "slogan", "grader", "dodge"),
    "falsehood": ("wrong_fact",),
}
"""The acts that a flag may rest on."""


@dataclass(frozen=True)
class Flags:
    """Weights by flag, shape (inputs,), what is added, and the probability from which the flag is raised."""

    weights: Mapping[RedFlag, Array]
    bias: Mapping[RedFlag, float]
    thresholds: Mapping[RedFlag, float]

    def chance(self, evidence: Evidence, flag: RedFlag) -> float:
        """How likely the flag is, 0-1."""
        logit = float(flag_inputs(evidence) @ self.weights[flag]) + self.bias[flag]
        return round(float(1 / (1 + np.exp(-logit))), 4)

    def likely(self, evidence: Evidence) -> tuple[RedFlag, ...]:
        """The flags whose chance reaches their threshold, in the rubric's order."""
        return tuple(flag for flag in RED_FLAGS if self.chance(evidence, flag) >= self.thresholds[flag])

    def as_json(self) -> dict[str, Any]:
        return {
            flag: {"threshold": self.thresholds[flag], "weights": [round(self.bias[flag], 4), *rounded(row, 4)]}
            for flag, row in self.weights.items()
        }

    @classmethod
    def from_json(cls, kept: Mapping[RedFlag, Any]) -> Flags:
        weights = {flag: np.array(each["weights"][1:]) for flag, each in kept.items()}
        bias = {flag: each["weights"][0] for flag, each in kept.items()}
        return cls(weights, bias, {flag: each["threshold"] for flag, each in kept.items()})


def flag_inputs(evidence: Evidence) -> Array:
    """The most of each act in any sentence, heard and judged, and the slots; shape (2 acts + slots,)."""
    seen = [each.max(axis=0) if len(each) else np.zeros(each.shape[1]) for each in (evidence.heard, evidence.judged)]
    return np.concatenate([*seen, np.array(list(evidence.slots.values()))])


REASONS: Mapping[RedFlag, tuple[str, str]] = {
    "no_comment": (
        template("declines and gives nothing else"),
        template("say what can be said, and why the rest cannot be"),
    ),
    "speculation": (
        template("asserts what is not established"),
        template("say that it is not known yet, and when it will be"),
    ),
    "blame": (
        template("puts the fault on others before it is established"),
        template("leave fault to the inquiry; say what your own side does"),
    ),
    "attack": (
        template("attacks the asker, the outlet or critics"),
        template("answer the question, not the person who asks it"),
    ),
    "false_reassurance": (
        template("guarantees what nobody can guarantee"),
        template("say what is done to keep people safe, and what remains uncertain"),
    ),
    "disclosure": (
        template("reveals what is not to be revealed"),
        template("say that it cannot be told, why, and who is competent for it"),
    ),
    "amplification": (
        template("spreads the rumour in its own words"),
        template("begin with the fact; name the rumour only after it"),
    ),
    "stigma": (
        template("holds a group of people up as suspect or backward"),
        template("speak of what happened, not of what kind of people they are"),
    ),
    "non_answer": (
        template("does not address the question"),
        template("answer the question in sentences"),
    ),
    "falsehood": (
        template("contradicts what is established"),
        template("keep to the figures on the desk"),
    ),
}
"""Why a flag is raised, and how it would not have been."""
