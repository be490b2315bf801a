"""Sample answers (and, if wanted, prepared lines) graded as in play, each beside what its author expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.authoring.agreement.desks import earliest_desks
from simulator.reports.agreement import Judged
from simulator.scenario.assessment import Assessment
from simulator.scenario.dossier import Dossier
from simulator.scenario.model import Language, Scenario
from simulator.scenario.rubric import Level, Skill
from simulator.scenario.scenes import Line, Question, Sample
from simulator.scoring.grade import AskedText, Graded

Grade = Callable[[str, AskedText, Dossier, str], Graded]
"""Grades an answer to a question on a dossier, given in a role."""

Kind = Literal["sample", "line"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One answer with both grades. `desk` is what lay on the desk when it was graded."""

    question: Question
    kind: Kind
    written: Sample | Line
    language: Language
    desk: Dossier
    role: str
    graded: Assessment

    @property
    def name(self) -> str:
        """`question.id`, as problems and reports name it."""
        return f"{self.question.id}.{self.written.id}"

    def gap(self, skill: Skill) -> int:
        """The grader's level less the author's: above 0 the grader is the kinder."""
        return self.graded.levels[skill] - self.written.levels[skill]

    @property
    def gaps(self) -> Iterator[tuple[Skill, Level, Level]]:
        """Each skill with the author's level and the grader's."""
        for skill, level in self.written.levels.items():
            yield skill, level, self.graded.levels[skill]

    @property
    def judged(self) -> Judged:
        """The same as the tables of agreement want it; the author is the rater."""
        return Judged(
            id=self.name,
            situation=self.question.id,
            language=self.language,
            text=self.written.text,
            labels=self.written.levels,
            label_flags=frozenset(self.written.flags),
            grades=self.graded.levels,
            grade_flags=frozenset(self.graded.flags),
        )


def compared(
    scenario: Scenario, grade: Grade, *, lines: bool = False, progress: Callable[[int], object] = lambda done: None
) -> tuple[Compared, ...]:
    """All samples of a scenario, and with `lines` all prepared lines, in the order written."""
    to_grade = list(_answers(scenario, lines))
    desks = earliest_desks(scenario) if to_grade else {}
    done: list[Compared] = []
    for question, kind, written in to_grade:
        desk = desks[question.id]
        graded = grade(written.text, AskedText(question.text, question.skills), desk, scenario.role)
        language = (written.language if isinstance(written, Sample) else None) or scenario.language
        done.append(Compared(question, kind, written, language, desk, scenario.role, graded.assessment))
        progress(1)
    return tuple(done)


def count_of(scenario: Scenario, lines: bool) -> int:
    """How many answers there are to grade."""
    return sum(1 for _ in _answers(scenario, lines))


def _answers(scenario: Scenario, lines: bool) -> Iterator[tuple[Question, Kind, Sample | Line]]:
    for question in scenario.scenes:
        if isinstance(question, Question):
            samples: Sequence[Sample] = question.samples
            yield from ((question, "sample", sample) for sample in samples)
            if lines:
                yield from ((question, "line", line) for line in question.lines)
