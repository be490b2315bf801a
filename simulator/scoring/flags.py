"""The ten red flags: a small logistic model over acts and slots says how likely each is.

A flag never rests on similarity alone: it is raised only where a sentence performs an act of the flag, and where the
words themselves (the heads' word part, without the vector) or the dossier speak for that act too.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.language.catalogue import template
from simulator.scenario.rubric import RedFlag
from simulator.scoring.acts import ACTS
from simulator.scoring.evidence import Evidence
from simulator.scoring.levels import inputs as level_inputs
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

ACT_PLACE = {act: place for place, act in enumerate(ACTS)}


LEAST_CHANCE = 0.002
"""Probabilities are kept this far from 0 and 1 before their log odds are taken."""


@dataclass(frozen=True)
class Flags:
    """Weights by flag, shape (own + shared inputs,), what is added, and the chance from which the flag is raised."""

    middle: Array
    spread: Array
    weights: Mapping[RedFlag, Array]
    bias: Mapping[RedFlag, float]
    thresholds: Mapping[RedFlag, float]

    def chance(self, evidence: Evidence, flag: RedFlag) -> float:
        """How likely the flag is, 0-1."""
        shared = (shared_flag_inputs(evidence) - self.middle) / self.spread
        inputs = np.concatenate([own_flag_inputs(evidence, flag), shared])
        logit = float(inputs @ self.weights[flag]) + self.bias[flag]
        return round(float(1 / (1 + np.exp(-logit))), 4)

    def as_json(self) -> dict[str, Any]:
        each = {
            flag: {"threshold": self.thresholds[flag], "weights": [round(self.bias[flag], 4), *rounded(row, 4)]}
            for flag, row in self.weights.items()
        }
        return {"middle": rounded(self.middle, 4), "spread": rounded(self.spread, 4), "flags": each}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Flags:
        each: Mapping[RedFlag, Any] = kept["flags"]
        return cls(
            np.array(kept["middle"]),
            np.array(kept["spread"]),
            {flag: np.array(model["weights"][1:]) for flag, model in each.items()},
            {flag: model["weights"][0] for flag, model in each.items()},
            {flag: model["threshold"] for flag, model in each.items()},
        )


def own_flag_inputs(evidence: Evidence, flag: RedFlag) -> Array:
    """How clearly, and how often, sentences perform the flag's own acts: heard, judged and both; shape (9,)."""
    places = [ACT_PLACE[act] for act in ACTS_OF[flag]]
    views = (evidence.heard, evidence.judged, evidence.clarity)
    heard, judged, mean = (each[:, places].max(axis=1) for each in views)
    return np.array([*_strength(heard), *_strength(judged), _odds(max([0.0, *mean]))])


def shared_flag_inputs(evidence: Evidence) -> Array:
    """What all flags see: all that levels are made of."""
    return level_inputs(evidence)


def _strength(chances: Array) -> tuple[float, float, float, float]:
    first, second = sorted([0.0, 0.0, *map(float, chances)])[-1:-3:-1]
    return _odds(first), _odds(second), min(float(chances.sum()), 3.0), float(chances.mean()) if len(chances) else 0.0


def _odds(chance: float) -> float:
    bounded = min(max(chance, LEAST_CHANCE), 1 - LEAST_CHANCE)
    return math.log(bounded / (1 - bounded)) / 3


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
