"""Stored answers graded anew: which of them are still to be graded, by what, and what would change."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property

from simulator.commands.answer_language import language_of
from simulator.commands.answers import Answer
from simulator.commands.grading import Asking
from simulator.commands.grading_jobs import graded_pieces
from simulator.commands.own_answers import Held, OwnAnswer
from simulator.journal.port import Said
from simulator.journal.revisions import REGRADE, regrade_value
from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Language
from simulator.scenario.rubric import SKILLS, Level, RedFlag, Skill
from simulator.scoring.grade import AskedText, Grader, grader
from simulator.scoring.judge.judged import Judged

Done = Mapping[tuple[str, int], tuple[int, str, str]]
"""Of answers that were graded anew before, by session and number: moment, grader, and the name of what was asked."""


@dataclass(frozen=True)
class Regrading:
    """All that grading needs, ready to be sent to another process: by name, what is asked in each language."""

    asked: Mapping[str, Mapping[Language, Asking]]

    @cached_property
    def _grader(self) -> Grader:
        return grader()

    def grade(self, name: str, text: str) -> Judged:
        """Grade an answer as it would be in play: held against facts in its own language where there are such."""
        told = self.asked[name]
        first = next(iter(told.values()))
        asking = told.get(language_of(text), first) if len(told) > 1 else first
        return Judged(self._grader.assess(text, asking.question, asking.dossier, role=asking.role))


@dataclass(frozen=True, slots=True)
class Regraded:
    """An answer with its new assessment."""

    answer: OwnAnswer
    assessment: Assessment

    @property
    def levels(self) -> Mapping[Skill, tuple[Level | None, Level | None]]:
        """The level that stands and the new one, of the skills in which they differ."""
        old, new = self.answer.graded.levels, self.assessment.levels
        both = {skill: (old.get(skill), new.get(skill)) for skill in SKILLS}
        return {skill: pair for skill, pair in both.items() if pair[0] != pair[1]}

    @property
    def flags(self) -> tuple[tuple[RedFlag, ...], tuple[RedFlag, ...]]:
        """The red flags that are lost, and those that are new."""
        old, new = self.answer.graded.flags, self.assessment.flags
        return tuple(one for one in old if one not in new), tuple(one for one in new if one not in old)

    @property
    def changed(self) -> bool:
        return bool(self.levels) or any(self.flags)

    @property
    def said(self) -> Said:
        """The remark that keeps it."""
        one, new = self.answer, self.assessment
        as_given = (one.as_given.levels, set(one.as_given.flags)) == (new.levels, set(new.flags))
        value = regrade_value(one.number, one.moment, new.grader, one.name, None if as_given else new)
        return Said(one.session, REGRADE, new.grader, value)


def still_to_grade(answers: Iterable[OwnAnswer], done: Done, by: str) -> list[OwnAnswer]:
    """The answers that the grader of this name has not graded anew already, held against the very same."""
    return [one for one in answers if done.get((one.session, one.number)) != (one.moment, by, one.name)]


def regraded(answers: Sequence[OwnAnswer], jobs: int) -> Generator[list[Regraded], None, None]:
    """The answers graded anew by so many processes, some at a time, in the order in which they are done."""
    work = [Answer(f"{one.session}#{one.number}", one.name, one.text) for one in answers]
    grading = Regrading({one.name: _askings(one.held) for one in answers})
    with closing(graded_pieces(grading, work, jobs)) as pieces:
        for results in pieces:
            yield [Regraded(answers[place], one.graded.assessment) for place, one in results.items()]


def _askings(held: Mapping[Language, Held]) -> Mapping[Language, Asking]:
    return {
        language: Asking(AskedText(one.question.text, one.question.skills), one.dossier, one.scenario.role)
        for language, one in held.items()
    }
