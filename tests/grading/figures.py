"""Agreement figures: quadratic weighted kappa per skill and pooled, within one, flags' precision and recall."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.scenario.rubric import RED_FLAGS, SKILLS, RedFlag, Skill
from simulator.scoring.levels import level_of
from tests.grading.material import Marked

Expected = Mapping[Skill, float]


@dataclass(frozen=True)
class Figures:
    """Kappa by skill, pooled kappa, share within one level."""

    skills: Mapping[Skill, float]
    pooled: float
    within_one: float

    @property
    def mean(self) -> float:
        return float(np.mean(list(self.skills.values())))

    def __str__(self) -> str:
        each = " ".join(f"{skill[:6]} {kappa:.2f}" for skill, kappa in self.skills.items())
        return f"pooled {self.pooled:.3f}  mean {self.mean:.3f}  within one {self.within_one:.3f}  {each}"


def kappa(given: Sequence[int], found: Sequence[int], levels: int = 5) -> float:
    """Cohen's kappa with quadratic weights."""
    if not given:
        return float("nan")
    seen = np.zeros((levels, levels))
    np.add.at(seen, (np.array(given), np.array(found)), 1)
    cost = np.subtract.outer(np.arange(levels), np.arange(levels)) ** 2
    chance = np.outer(seen.sum(axis=1), seen.sum(axis=0)) / seen.sum()
    return float(1 - (cost * seen).sum() / max((cost * chance).sum(), 1e-9))


def figures(answers: Sequence[Marked], expected: Sequence[Expected]) -> Figures:
    """How far the expected levels agree with those given."""
    pairs = {skill: _pairs(answers, expected, skill) for skill in SKILLS}
    both = [pair for each in pairs.values() for pair in each]
    within = float(np.mean([abs(one - two) <= 1 for one, two in both]))
    kappas = {skill: kappa([one for one, _ in each], [two for _, two in each]) for skill, each in pairs.items() if each}
    return Figures(kappas, kappa([one for one, _ in both], [two for _, two in both]), within)


def _pairs(answers: Sequence[Marked], expected: Sequence[Expected], skill: Skill) -> list[tuple[int, int]]:
    return [
        (level_of(answer.levels[skill]), level_of(found[skill]))
        for answer, found in zip(answers, expected, strict=True)
        if skill in answer.levels
    ]


def flag_table(answers: Sequence[Marked], raised: Sequence[Sequence[RedFlag]]) -> str:
    """Right, false and missed of each flag, and precision and recall of all."""
    lines, total = list[str](), np.zeros(3, dtype=int)
    for flag in RED_FLAGS:
        counts = np.array(_counts(answers, raised, flag))
        total += counts
        lines.append(f"  {flag:18} right {counts[0]:3} false {counts[1]:3} missed {counts[2]:3}")
    right, false, missed = (int(count) for count in total)
    pooled = f"  precision {right / max(1, right + false):.3f}  recall {right / max(1, right + missed):.3f}"
    return "\n".join([*lines, pooled])


def _counts(answers: Sequence[Marked], raised: Sequence[Sequence[RedFlag]], flag: RedFlag) -> tuple[int, int, int]:
    def number(test: Callable[[bool, bool], bool]) -> int:
        return sum(test(flag in a.flags, flag in r) for a, r in zip(answers, raised, strict=True))

    return number(lambda a, r: a and r), number(lambda a, r: r and not a), number(lambda a, r: a and not r)
