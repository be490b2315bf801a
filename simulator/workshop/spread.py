"""The spread of a question: how levels are distributed, how far the room agrees, who is furthest off, which flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

from simulator.scenario.rubric import LEVELS, RED_FLAGS, SKILLS, Level, RedFlag, Skill
from simulator.workshop.wall import Submission


@dataclass(frozen=True, slots=True)
class SkillSpread:
    """The levels that answers got on a skill.

    `counts` says how many got level 0, 1 … 4; `mean` is 0-4. `within_one` is the share (0-1) of pairs of answers that
    are at most one level apart, 1 of a single answer; `deviation` the mean absolute deviation from the mean, in levels.
    """

    skill: Skill
    counts: tuple[int, ...]
    mean: float
    within_one: float
    deviation: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The spread of a question over its answers.

    `overall` is the mean overall grade, 0-100; `furthest` are owners with the distance of their levels from the means
    (the mean over the skills, in levels), the furthest first; `flags` the share of answers (0-1) with each red flag
    raised by any.
    """

    answers: int
    overall: float
    skills: tuple[SkillSpread, ...]
    furthest: tuple[tuple[str, float], ...]
    flags: tuple[tuple[RedFlag, float], ...]


def spread(submissions: Sequence[Submission]) -> Spread:
    """The spread of the answers on a wall."""
    levels = [one.given.counts.levels for one in submissions]
    skills = tuple(found for skill in SKILLS if (found := skill_spread(skill, levels)) is not None)
    means = {one.skill: one.mean for one in skills}
    off = ((one.owner, _distance(one.given.counts.levels, means)) for one in submissions)
    count = len(submissions)
    raised = {flag: sum(flag in one.given.counts.flags for one in submissions) for flag in RED_FLAGS}
    return Spread(
        answers=count,
        overall=sum(one.given.counts.overall for one in submissions) / count if count else 0.0,
        skills=skills,
        furthest=tuple(sorted(off, key=lambda pair: -pair[1])),
        flags=tuple((flag, number / count) for flag, number in raised.items() if number),
    )


def skill_spread(skill: Skill, levels: Sequence[Mapping[Skill, Level]]) -> SkillSpread | None:
    """The spread of one skill; None where no answer was graded on it."""
    got = [one[skill] for one in levels if skill in one]
    if not got:
        return None
    mean = sum(got) / len(got)
    counts = tuple(got.count(level) for level in LEVELS)
    deviation = sum(abs(level - mean) for level in got) / len(got)
    return SkillSpread(skill, counts, mean, within_one(counts), deviation)


def within_one(counts: Sequence[int]) -> float:
    """The share of pairs at most one level apart, of answers counted by level; 1 where there is no pair."""
    pairs = close = 0
    for one, other in combinations_with_replacement(range(len(counts)), 2):
        number = counts[one] * counts[other] if one != other else counts[one] * (counts[one] - 1) // 2
        pairs += number
        close += number if other - one <= 1 else 0
    return close / pairs if pairs else 1.0


def _distance(levels: Mapping[Skill, Level], means: Mapping[Skill, float]) -> float:
    off = [abs(level - means[skill]) for skill, level in levels.items() if skill in means]
    return sum(off) / len(off) if off else 0.0
