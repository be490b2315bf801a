"""How far a grader and raters agree: weighted kappa, exact and within one, flags' precision and recall, baselines.

Quadratic weighted kappa as Cohen defined it (Psychological Bulletin 70, 1968), over levels 0-4: 1 less the ratio of the
observed to the expected squared difference, where the expected comes from the two sets of margins. Intervals are
percentile bootstraps over answers, seeded, so that the same files give the same table.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.scenario.rubric import RED_FLAGS, SKILLS, Level, RedFlag, Skill

BOOTSTRAPS = 400
SEED = 20_26

Pair = tuple[Level, Level]
"""A rater's level and the grader's."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer with its labels and its grades. `raters` are the labels of each rater, if they are known."""

    id: str
    situation: str
    language: str
    text: str
    labels: Mapping[Skill, Level]
    label_flags: frozenset[RedFlag]
    grades: Mapping[Skill, Level]
    grade_flags: frozenset[RedFlag]
    raters: tuple[Mapping[Skill, Level], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Agreement on some pairs: kappa with its 95 % interval, the shares exact and within one, how many pairs."""

    name: str
    kappa: float
    low: float
    high: float
    exact: float
    within_one: float
    pairs: int


@dataclass(frozen=True, slots=True)
class FlagRow:
    """Agreement on one red flag (or on all): how often raised by raters, and the grader's precision and recall."""

    name: str
    labelled: int
    raised: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.raised if self.raised else float("nan")

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else float("nan")


def weighted_kappa(pairs: Sequence[Pair]) -> float:
    """Quadratic weighted kappa; 1 where both sides agree on everything, nan of nothing."""
    count = len(pairs)
    if not count:
        return float("nan")
    firsts, seconds = [0] * 5, [0] * 5
    observed = 0
    for first, second in pairs:
        firsts[first] += 1
        seconds[second] += 1
        observed += (first - second) ** 2
    expected = sum(firsts[i] * seconds[j] * (i - j) ** 2 for i in range(5) for j in range(5)) / count
    return 1.0 if observed == 0 else 1 - observed / expected if expected else 0.0


def row(name: str, answers: Sequence[Judged], pairs_of: Callable[[Judged], Iterable[Pair]]) -> Row:
    """Agreement over the pairs that each answer gives."""
    by_answer = [list(pairs_of(answer)) for answer in answers]
    pairs = [pair for some in by_answer for pair in some]
    low, high = _interval([some for some in by_answer if some])
    count = len(pairs) or 1
    return Row(
        name=name,
        kappa=weighted_kappa(pairs),
        low=low,
        high=high,
        exact=sum(1 for first, second in pairs if first == second) / count,
        within_one=sum(1 for first, second in pairs if abs(first - second) <= 1) / count,
        pairs=len(pairs),
    )


def skill_rows(answers: Sequence[Judged]) -> list[Row]:
    """A row for each skill that is labelled, in the rubric's order."""
    rows = [row(skill, answers, lambda answer, skill=skill: graded_pairs(answer, (skill,))) for skill in SKILLS]  # type: ignore[misc]
    return [one for one in rows if one.pairs]


def graded_pairs(answer: Judged, skills: Iterable[Skill] = SKILLS) -> list[Pair]:
    """The rater's level beside the grader's, for each skill that both judged."""
    return [(answer.labels[s], answer.grades[s]) for s in skills if s in answer.labels and s in answer.grades]


def baseline_rows(answers: Sequence[Judged]) -> list[Row]:
    """What needs no grader: always 1, the length alone (cut where the labels' own shares lie), rater against rater."""
    by_length = _levels_by_length(answers)
    return [
        row("always 1", answers, lambda answer: [(level, 1) for level in answer.labels.values()]),
        row("length only", answers, lambda answer: [(level, by_length[answer.id]) for level in answer.labels.values()]),
        row("rater against rater", answers, _rater_pairs),
    ]


def flag_rows(answers: Sequence[Judged]) -> list[FlagRow]:
    """A row for each red flag, and one for all of them together."""
    rows = [
        FlagRow(
            flag,
            sum(flag in answer.label_flags for answer in answers),
            sum(flag in answer.grade_flags for answer in answers),
            sum(flag in answer.label_flags and flag in answer.grade_flags for answer in answers),
        )
        for flag in RED_FLAGS
    ]
    return [
        *rows,
        FlagRow("all", *(sum(getattr(one, part) for one in rows) for part in ("labelled", "raised", "right"))),
    ]


def confusion(answers: Sequence[Judged], skill: Skill) -> list[list[int]]:
    """How often each labelled level (row) was given each grade (column)."""
    table = [[0] * 5 for _ in range(5)]
    for answer in answers:
        for first, second in graded_pairs(answer, (skill,)):
            table[first][second] += 1
    return table


def worst(answers: Sequence[Judged], count: int) -> list[tuple[Judged, Skill]]:
    """The pairs furthest apart, the furthest first."""
    pairs = [(answer, skill) for answer in answers for skill in answer.labels if skill in answer.grades]
    return sorted(pairs, key=lambda pair: -abs(pair[0].labels[pair[1]] - pair[0].grades[pair[1]]))[:count]


def _rater_pairs(answer: Judged) -> list[Pair]:
    return [
        (one[skill], other[skill])
        for number, one in enumerate(answer.raters)
        for other in answer.raters[number + 1 :]
        for skill in one
        if skill in other
    ]


def _levels_by_length(answers: Sequence[Judged]) -> dict[str, Level]:
    """Levels given by length alone: the longest get the highest, in the shares in which the labels have them."""
    labels = sorted(level for answer in answers for level in answer.labels.values())
    ranked = sorted(answers, key=lambda answer: len(answer.text.split()))
    return (
        {answer.id: labels[place * len(labels) // len(ranked)] for place, answer in enumerate(ranked)} if labels else {}
    )


def _interval(by_answer: Sequence[Sequence[Pair]]) -> tuple[float, float]:
    """The 95 % percentile interval of kappa, drawing answers with replacement."""
    if not by_answer:
        return float("nan"), float("nan")
    dice = random.Random(SEED)
    kappas = sorted(
        weighted_kappa([pair for some in dice.choices(by_answer, k=len(by_answer)) for pair in some])
        for _ in range(BOOTSTRAPS)
    )
    return kappas[round(0.025 * (BOOTSTRAPS - 1))], kappas[round(0.975 * (BOOTSTRAPS - 1))]
