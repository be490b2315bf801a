"""A learner's skill profile over time: how well each skill is done lately, and how sure that is.

The estimate is a mean of levels (0-4) in which an answer counts half as much for every HALF_LIFE answers that have
come since, begun from PRIOR as if that had been seen PRIOR_WEIGHT times. Its interval is the mean give or take 1.645
standard errors of such a weighted mean (90 percent, if levels scatter normally): wide after one answer, narrow after
twenty. It is a ruler for one's own practice, not a test score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt

from simulator.practice.answered import Answered
from simulator.scenario.rubric import RED_FLAGS, SKILLS, RedFlag, Skill

HALF_LIFE = 12
"""After so many further answers on a skill, an answer counts half."""

PRIOR, PRIOR_WEIGHT, PRIOR_VARIANCE = 2.0, 1.0, 1.0
"""What is believed of a skill before its first answer: a partial one, give or take a level."""

NORMAL_90 = 1.645
"""Standard errors on either side that hold 90 percent of a normal distribution."""

LEVEL_MAX = 4.0

TREND = timedelta(days=30)
"""A trend is told against so long ago."""

STEADY = 0.1
"""A mean that has changed by less than this has not changed."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How well a skill is done after so many answers: the mean level, 0-4, and between what it surely lies."""

    at: datetime
    answers: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SkillProfile:
    """One skill over time: an estimate after each answer in which it was judged, the latest last."""

    skill: Skill
    course: tuple[Estimate, ...]

    @property
    def now(self) -> Estimate:
        return self.course[-1]

    def change(self, since: datetime) -> float | None:
        """By how much the mean has changed since a moment of the past; None if nothing had been answered by then."""
        former = self.before(since)
        return None if former is None else self.now.mean - former.mean

    def before(self, moment: datetime) -> Estimate | None:
        """How it stood at a moment of the past; None if nothing had been answered by then."""
        return next((one for one in reversed(self.course) if one.at <= moment), None)


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything on record of how a learner does: skill by skill in the rubric's order, flags raised, and days.

    `flags` are raised ones with how often, the most frequent first; `tempted` how often a question went wrong by each.
    `days` are the local days with at least one answer, ascending.
    """

    answers: int
    skills: tuple[SkillProfile, ...]
    flags: tuple[tuple[RedFlag, int], ...]
    tempted: Mapping[RedFlag, int]
    days: tuple[str, ...]

    @property
    def weakest(self) -> SkillProfile | None:
        """The skill that most likely needs practice: the one whose interval reaches lowest."""
        return min(self.skills, key=lambda one: one.now.low, default=None)

    @property
    def strongest(self) -> SkillProfile | None:
        """The skill that is most surely done well."""
        return max(self.skills, key=lambda one: one.now.low, default=None)


def profile(answers: Iterable[Answered]) -> Profile:
    """The profile that a learner's answers make, the earliest first. Lines count as own words do."""
    known = tuple(answers)
    raised = Counter(flag for answer in known for flag in answer.flags)
    tempted = Counter(flag for answer in known for flag in dict.fromkeys((*answer.flags, *answer.tempted)))
    return Profile(
        answers=len(known),
        skills=tuple(one for skill in SKILLS if (one := _skill(skill, known)) is not None),
        flags=tuple(sorted(raised.items(), key=lambda pair: (-pair[1], RED_FLAGS.index(pair[0])))),
        tempted=tempted,
        days=tuple(sorted({answer.at.astimezone().date().isoformat() for answer in known})),
    )


def _skill(skill: Skill, answers: Sequence[Answered]) -> SkillProfile | None:
    fading = 0.5 ** (1 / HALF_LIFE)
    weight, total, square_weights = PRIOR_WEIGHT, PRIOR * PRIOR_WEIGHT, PRIOR_WEIGHT**2
    squares = (PRIOR_VARIANCE + PRIOR**2) * PRIOR_WEIGHT
    course: list[Estimate] = []
    for answer in answers:
        if skill not in answer.levels:
            continue
        level = answer.levels[skill]
        weight = weight * fading + 1
        total = total * fading + level
        squares = squares * fading + level**2
        square_weights = square_weights * fading**2 + 1
        mean = total / weight
        # Of a weighted mean, the effective number of answers is (sum of weights)² / sum of squared weights (Kish 1965).
        error = sqrt(max(squares / weight - mean**2, 0.0) * square_weights) / weight
        give = NORMAL_90 * error
        course.append(Estimate(answer.at, len(course) + 1, mean, max(0.0, mean - give), min(LEVEL_MAX, mean + give)))
    return SkillProfile(skill, tuple(course)) if course else None
