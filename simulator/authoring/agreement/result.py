"""The agreement of one scenario's author with the grader: the tables, the widest gaps with causes, what to add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from simulator.authoring.agreement.causes import Cause, causes, flag_causes
from simulator.authoring.agreement.compared import Compared
from simulator.authoring.agreement.wanting import Wanted, wanted
from simulator.reports.agreement import FlagRow, Row, flag_rows, graded_pairs, row, skill_rows
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import Level, Skill


@dataclass(frozen=True, slots=True)
class Difference:
    """A level on which both differ, or (without a skill) flags; and why."""

    answer: Compared
    causes: tuple[Cause, ...]
    skill: Skill | None = None
    author: Level = 0
    grader: Level = 0

    @property
    def width(self) -> int:
        """By how many levels they are apart; flags count as one."""
        return abs(self.author - self.grader) if self.skill else 1


@dataclass(frozen=True)
class Agreement:
    """What came of comparing; all derived from the answers."""

    scenario: Scenario
    answers: tuple[Compared, ...]

    @cached_property
    def skills(self) -> list[Row]:
        """A row for each skill, in the rubric's order."""
        return skill_rows([answer.judged for answer in self.answers])

    @cached_property
    def pooled(self) -> Row:
        """One row over all skills; its kappa is not a number where there is no answer."""
        return row("all", [answer.judged for answer in self.answers], graded_pairs)

    @cached_property
    def flags(self) -> list[FlagRow]:
        """A row for each flag that either side raised, and one for all."""
        rows = flag_rows([answer.judged for answer in self.answers])
        return [one for one in rows if one.labelled or one.raised or one.name == "all"]

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Every level that differs, the furthest apart first; after them what differs in flags alone."""
        whole = self.scenario.dossier
        levels = [
            Difference(answer, causes(answer, skill, whole), skill, author, grader)
            for answer in self.answers
            for skill, author, grader in answer.gaps
            if author != grader
        ]
        flags = [Difference(answer, found) for answer in self.answers if (found := flag_causes(answer))]
        return (*sorted(levels, key=lambda one: -one.width), *flags)

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """What to add."""
        return wanted(self.scenario, self.answers)

    @property
    def widest(self) -> int:
        """By how many levels the two are apart where they are furthest."""
        return max((one.width for one in self.differences if one.skill), default=0)

    def mean_gap(self, skill: str) -> float:
        """The grader's mean level less the author's; `all` for every skill together."""
        gaps = [
            grader - author
            for answer in self.answers
            for named, author, grader in answer.gaps
            if skill in ("all", named)
        ]
        return sum(gaps) / len(gaps) if gaps else 0.0


def by_answer(differences: Sequence[Difference], most: int) -> list[list[Difference]]:
    """The differences of so many answers, each answer's together, the answer with the widest first."""
    together: dict[str, list[Difference]] = {}
    for one in differences:
        together.setdefault(one.answer.name, []).append(one)
    return list(together.values())[:most]


def causes_of(differences: Sequence[Difference]) -> list[Cause]:
    """The causes of one answer's differences, each once, those that explain most of them first."""
    counted = Counter((cause.kind, cause.advice, str(cause.params)) for one in differences for cause in one.causes)
    found: dict[tuple[str, str, str], Cause] = {}
    for cause in (cause for one in differences for cause in one.causes):
        found.setdefault((cause.kind, cause.advice, str(cause.params)), cause)
    return sorted(found.values(), key=lambda one: -counted[one.kind, one.advice, str(one.params)])
