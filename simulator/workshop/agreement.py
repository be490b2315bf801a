"""How close a hall's ratings of one answer are: to the grader, to each other, and each rater's own to both. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from simulator.reports.agreement import Pair, weighted_kappa
from simulator.scenario.rubric import LEVELS, Level, Skill

Levels = Mapping[Skill, Level]

KAPPA_LEAST = 10
"""Of fewer pairs of levels a kappa says nothing."""


@dataclass(frozen=True, slots=True)
class SkillRated:
    """One skill of an answer. `counts` are how many of the hall gave each level 0-4; `own` and `grader` may be None."""

    skill: Skill
    counts: tuple[int, ...]
    own: Level | None = None
    grader: Level | None = None

    @property
    def raters(self) -> int:
        """How many of the hall rated it."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """The hall's mean level; None where nobody rated."""
        return sum(level * count for level, count in enumerate(self.counts)) / self.raters if self.raters else None

    @property
    def spread(self) -> float | None:
        """The standard deviation of the hall's levels, 0 to 2; None where nobody rated."""
        mean = self.mean
        if mean is None:
            return None
        return sqrt(sum(count * (level - mean) ** 2 for level, count in enumerate(self.counts)) / self.raters)

    @property
    def range(self) -> tuple[Level, Level] | None:
        """The lowest and the highest level that somebody gave."""
        given = [level for level, count in enumerate(self.counts) if count]
        return (given[0], given[-1]) if given else None


@dataclass(frozen=True, slots=True)
class Closeness:
    """Some raters' levels beside the grader's: how many pairs, how many of them within one level, the mean distance.

    `kappa` is the quadratic weighted one; None of fewer than KAPPA_LEAST pairs, or where one side gave but one level.
    """

    pairs: int
    within_one: int
    distance: float
    kappa: float | None = None

    @property
    def share(self) -> float:
        """The share within one level, 0 to 1."""
        return self.within_one / self.pairs


@dataclass(frozen=True, slots=True)
class HallAgreement:
    """One answer as the hall rated it. `own` and `hall` are None where there is nothing to compare with the grader.

    `apart` is the mean difference between two raters of the hall over all skills, 0 to 4; None of fewer than two.
    """

    skills: tuple[SkillRated, ...]
    raters: int
    own: Closeness | None
    hall: Closeness | None
    apart: float | None


def hall_agreement(
    ratings: Mapping[str, Levels], grader: Levels, own: str = "", skills: Sequence[Skill] = ()
) -> HallAgreement:
    """Compare the ratings of an answer by seat. `own` is the seat for whom it is told; `skills` are told in order.

    With no `skills`, those that anybody judged. An empty `grader` leaves out what it is compared with.
    """
    told = skills or tuple(dict.fromkeys(skill for levels in (grader, *ratings.values()) for skill in levels))
    mine = ratings.get(own, {})
    rated = tuple(_rated(skill, ratings.values(), mine.get(skill), grader.get(skill)) for skill in told)
    everybody = [pair for levels in ratings.values() for pair in _pairs(levels, grader, told)]
    return HallAgreement(
        rated, len(ratings), closeness(_pairs(mine, grader, told)), closeness(everybody), _apart(rated)
    )


def closeness(pairs: Sequence[Pair]) -> Closeness | None:
    """Of pairs of a rater's level and the grader's; None of none."""
    if not pairs:
        return None
    gaps = [abs(one - other) for one, other in pairs]
    return Closeness(len(pairs), sum(gap <= 1 for gap in gaps), sum(gaps) / len(gaps), _kappa(pairs))


def _kappa(pairs: Sequence[Pair]) -> float | None:
    """A side that gave one level throughout has nothing that the other could agree with beyond chance."""
    firsts, seconds = {one for one, _ in pairs}, {other for _, other in pairs}
    tells = len(pairs) >= KAPPA_LEAST and min(len(firsts), len(seconds)) > 1
    return weighted_kappa(pairs) if tells else None


def _pairs(levels: Levels, grader: Levels, skills: Sequence[Skill]) -> list[Pair]:
    return [(levels[skill], grader[skill]) for skill in skills if skill in levels and skill in grader]


def _rated(skill: Skill, ratings: Iterable[Levels], own: Level | None, grader: Level | None) -> SkillRated:
    given = [levels[skill] for levels in ratings if skill in levels]
    return SkillRated(skill, tuple(given.count(level) for level in LEVELS), own, grader)


def _apart(skills: Sequence[SkillRated]) -> float | None:
    """The mean over all pairs of raters, skill by skill, counted by levels: a hall of 200 has 19,900 pairs each."""
    pairs = sum(one.raters * (one.raters - 1) // 2 for one in skills)
    if not pairs:
        return None
    apart = sum(
        one.counts[low] * one.counts[high] * (high - low) for one in skills for high in LEVELS for low in range(high)
    )
    return apart / pairs
