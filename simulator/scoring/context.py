"""The acts of a sentence, judged again in the light of the dossier, of its neighbours and of the answer as a whole.

A number is a fact only if it stands on the desk; a claim is spread only if it is the rumour's. What the heads saw in
the sentence alone is therefore weighed with the sentence's slots; see `slots.sentence_slots`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.scoring.packing import Array, rounded
from simulator.scoring.slots import Slots

LOGIT_BOUND = 6.0
NOTHING = -4.0
"""Log odds of an act before the first sentence and after the last."""


@dataclass(frozen=True)
class Context:
    """Shapes: middle and spread (inputs,), weights (inputs + 3, acts), bias (acts,)."""

    middle: Array
    spread: Array
    weights: Array
    bias: Array

    def logits(self, heard: Array, slots: Sequence[Slots]) -> Array:
        """Log odds of each act in each sentence, shape (sentences, acts), from the heads' own."""
        if not len(heard):
            return heard
        shared = (shared_inputs(heard, slots) - self.middle) / self.spread
        around = own_inputs(heard)
        own = np.einsum("sak,ka->sa", around, self.weights[-around.shape[2] :])
        judged: Array = shared @ self.weights[: shared.shape[1]] + own + self.bias
        return judged

    def as_json(self) -> dict[str, Any]:
        return {
            "middle": rounded(self.middle),
            "spread": rounded(self.spread),
            "weights": [rounded(row, 4) for row in self.weights],
            "bias": rounded(self.bias, 4),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Context:
        return cls(*(np.array(kept[name], dtype=np.float64) for name in ("middle", "spread", "weights", "bias")))


def shared_inputs(heard: Array, slots: Sequence[Slots]) -> Array:
    """What every act's judgement sees: all acts' log odds and the slots, shape (sentences, acts + slots)."""
    return np.hstack([heard.clip(-LOGIT_BOUND, LOGIT_BOUND), np.array([list(each.values()) for each in slots])])


def own_inputs(heard: Array) -> Array:
    """What each act's judgement sees of the same act: before, after, the most of all; shape (sentences, acts, 3)."""
    bounded = heard.clip(-LOGIT_BOUND, LOGIT_BOUND) / 2
    edge = np.full((1, heard.shape[1]), NOTHING / 2)
    before = np.vstack([edge, bounded[:-1]])
    after = np.vstack([bounded[1:], edge])
    most = np.repeat(bounded.max(axis=0, keepdims=True), len(heard), axis=0)
    return np.stack([before, after, most], axis=2)
