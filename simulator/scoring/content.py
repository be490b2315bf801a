"""Whether an answer speaks of this very case: pairs of syllables of the dossier that are no common turn of phrase.

Common is what stands in the texts of many situations; calibration counts them. Of answers graded partial or better,
98 in 100 have CONTENT_MIN; beside the dossier of another case, 6 in 100.
"""

from __future__ import annotations

from simulator.scoring.desk import Desk, Pairs, pairs_of, syllables
from simulator.scoring.text import Reading

CONTENT_MIN = 0.02
"""The least share of an answer's pairs of syllables that belong to the case."""


def is_of_the_case(reading: Reading, desk: Desk, common: Pairs) -> bool:
    """Whether enough of the answer belongs to the case."""
    heard = pairs_of(syllables(reading.text))
    return len((heard & desk.open_pairs) - common) >= max(1, CONTENT_MIN * len(heard))
