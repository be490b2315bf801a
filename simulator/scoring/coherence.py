"""Whether words stand in an order that makes sense: how much likelier each is after the word before it than anywhere.

The mean pointwise mutual information of neighbours, in bits, over folded words of the project's own texts and of the
desk, smoothed towards nought (Dirichlet prior). Words in any order but their own score below it; see CUT.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from simulator.scoring.desk import Desk
from simulator.scoring.restore import Restorer
from simulator.scoring.text import fold

PRIOR = 20
"""How many pairs the prior is worth."""

ON_DESK = 3
"""How many sightings a pair on the desk is worth."""

UNSEEN = 0.5
WORDS = 10_000
"""What a word never seen is worth, and how many of them there may be."""

Pair = tuple[str, str]


class Language:
    """Counts of folded words and of their pairs."""

    def __init__(self, singles: Mapping[str, int], pairs: Mapping[Pair, int]) -> None:
        self.singles, self.pairs, self.before = Counter[str](), Counter[Pair](), Counter[str]()
        for word, count in singles.items():
            self.singles[fold(word)] += count
        for (one, two), count in pairs.items():
            self.pairs[fold(one), fold(two)] += count
            self.before[fold(one)] += count
        self._sum = self.singles.total()

    def bits(self, one: str, two: str, on_desk: int) -> float:
        """How much likelier `two` is after `one` than anywhere."""
        alone = (self.singles[two] + UNSEEN) / (self._sum + WORDS)
        together = (self.pairs[one, two] + on_desk + PRIOR * alone) / (self.before[one] + on_desk + PRIOR)
        return math.log2(together / alone)


def coherence(heard: Sequence[str], desk: Desk, restorer: Restorer, *, english: bool) -> float:
    """The mean bits of neighbouring words; 0 of fewer than two."""
    language = _languages(restorer)[english]
    bits = [language.bits(one, two, ON_DESK * ((one, two) in desk.pairs)) for one, two in pairwise(heard)]
    return sum(bits) / len(bits) if bits else 0.0


@lru_cache(maxsize=4)
def _languages(restorer: Restorer) -> tuple[Language, Language]:
    """Vietnamese and English."""
    return Language(restorer.singles, restorer.pairs), Language(restorer.english, restorer.english_pairs)
