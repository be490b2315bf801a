"""What each sentence does: one linear head per act, over the sentence's vector and its folded word 1-2-grams.

Vectors see meaning in both languages, words see what vectors blur (negation, formulas, numbers). Trained by
`tests/grading/calibrate.py`; here is only the arithmetic.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from simulator.scoring.desk import syllables
from simulator.scoring.encoder import Vectors
from simulator.scoring.packing import Array, packed, rounded, unpacked

VECTOR_SCALE = 2.0
"""Brings centred vectors to the length of the word part."""

Terms = Mapping[str, float]


@dataclass(frozen=True)
class Heads:
    """The heads' weights. Shapes: mean (d,), rarity (n,), of_vector (d, acts), of_terms (n, acts), bias (acts,)."""

    acts: tuple[str, ...]
    terms: tuple[str, ...]
    rarity: Array
    mean: Array
    of_vector: Array
    of_terms: Array
    bias: Array

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {term: number for number, term in enumerate(self.terms)}

    def logits(self, texts: Sequence[str], vectors: Vectors) -> Array:
        """Log odds of each act in each sentence, shape (sentences, acts)."""
        seen = (vectors.astype(np.float64) - self.mean) * VECTOR_SCALE
        words = np.array([self.of_words(text) for text in texts]).reshape(len(texts), len(self.acts))
        logits: Array = seen @ self.of_vector + words + self.bias
        return logits

    def of_words(self, text: str) -> Array:
        row = self.row(text)
        places = sorted(row)
        return np.array([row[place] for place in places]) @ self.of_terms[places] if row else np.zeros(len(self.acts))

    def row(self, text: str) -> Mapping[int, float]:
        """The word part of a sentence: place of term -> weight, of length 1 (TF-IDF with sublinear counts)."""
        counts = Counter(term for term in terms_of(text) if term in self._place)
        row = {self._place[term]: (1 + math.log(n)) * self.rarity[self._place[term]] for term, n in counts.items()}
        norm = math.sqrt(sum(value * value for value in row.values()))
        return {place: float(value / norm) for place, value in row.items()}

    def as_json(self) -> dict[str, Any]:
        return {
            "acts": list(self.acts),
            "terms": list(self.terms),
            "rarity": rounded(self.rarity, 3),
            "mean": rounded(self.mean),
            "of_vector": packed(self.of_vector, 16),
            "of_terms": packed(self.of_terms),
            "bias": rounded(self.bias),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Heads:
        return cls(
            tuple(kept["acts"]),
            tuple(kept["terms"]),
            np.array(kept["rarity"]),
            np.array(kept["mean"]),
            unpacked(kept["of_vector"]),
            unpacked(kept["of_terms"]),
            np.array(kept["bias"]),
        )


def terms_of(text: str) -> list[str]:
    """Folded words and pairs of neighbouring words."""
    words = syllables(text)
    return words + [f"{one} {two}" for one, two in pairwise(words)]
