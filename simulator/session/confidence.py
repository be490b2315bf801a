"""Confidence and grade: whether the trainee knew how good an answer was.

Whoever is certain of a weak answer does not look for a better one: of all that a rating can show, this matters most
(Kruger and Dunning, "Unskilled and unaware of it", Journal of Personality and Social Psychology 77, 1999).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.scenario.situation import mean_overall
from simulator.session.declared import CONFIDENCES
from simulator.session.state import Answer

CERTAIN = 3

WEAK_BELOW = 50
"""An overall grade below this is a weak answer."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """`means` is the mean overall grade by confidence, where any was given; `overconfident` numbers the answers (from
    1) that the trainee was certain of and that were weak."""

    rated: int
    means: Mapping[int, int]
    overconfident: tuple[int, ...]


def confidence(answers: Sequence[Answer]) -> Confidence:
    """The confidence of a session's answers, beside what they were graded."""
    by_rating = {level: [one for one in answers if one.confidence == level] for level in CONFIDENCES}
    sure = (number for number, one in enumerate(answers, 1) if one.confidence == CERTAIN and one.overall < WEAK_BELOW)
    means = {level: mean_overall(rated) for level, rated in by_rating.items() if rated}
    return Confidence(sum(map(len, by_rating.values())), means, tuple(sure))
