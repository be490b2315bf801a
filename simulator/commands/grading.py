"""Grading answers to several questions in one process: with the grader of this machine, and a judge if one is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.scenario.case import Case
from simulator.scenario.dossier import Dossier
from simulator.scoring.grade import AskedText, Grader, grader
from simulator.scoring.judge.judged import Judged

if TYPE_CHECKING:
    from simulator.scoring.judge.judge import Judge
    from simulator.scoring.judge.settings import JudgeSettings


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, the dossier it is asked about, and the role it is answered in."""

    question: AskedText
    dossier: Dossier
    role: str


def asking_of(case: Case) -> Asking:
    """What a case asks."""
    return Asking(AskedText(case.question.text, case.skills), case.dossier, case.role)


@dataclass(frozen=True)
class Grading:
    """All that grading needs, ready to be sent to another process: what is asked by id, and the judge's settings."""

    asked: Mapping[str, Asking]
    judge_settings: JudgeSettings | None = None

    @cached_property
    def _grader(self) -> Grader:
        return grader()

    @cached_property
    def _judge(self) -> Judge | None:
        if self.judge_settings is None:
            return None
        from simulator.scoring.judge.judge import Judge

        return Judge(self.judge_settings)

    def grade(self, name: str, text: str) -> Judged:
        """Grade an answer to the question of that id."""
        asking = self.asked[name]
        graded = self._grader.assess(text, asking.question, asking.dossier, role=asking.role)
        if self._judge is None:
            return Judged(graded)
        return self._judge.heard(graded, text, asking.question, asking.dossier, role=asking.role)

    def only(self, names: set[str]) -> Grading:
        """The same with fewer questions."""
        return replace(self, asked={name: asking for name, asking in self.asked.items() if name in names})
