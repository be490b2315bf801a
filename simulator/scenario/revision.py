"""What was decided about a session's answers afterwards: people's verdicts, and grades made anew by a later grader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.scenario.assessment import Assessment
from simulator.scenario.verdict import Verdict, counted


@dataclass(frozen=True, slots=True)
class Regrade:
    """An answer's assessment by a later grader, kept beside the one that it was given with.

    `answer` and `moment` are as in a `Verdict`; `at` is when it was made, UTC in ISO 8601.
    """

    answer: int
    assessment: Assessment
    moment: int = 0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Revisions:
    """The verdict and the regrade that stand for each answer of a session, by its number in the debrief, from 1."""

    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    regrades: Mapping[int, Regrade] = field(default_factory=dict)

    def verdict(self, answer: int, moment: int) -> Verdict | None:
        """The verdict on an answer that was given at a moment (ms of the session's clock); None if there is none."""
        found = self.verdicts.get(answer)
        return found if found is not None and found.moment == moment else None

    def graded(self, answer: int, moment: int, assessment: Assessment) -> Assessment:
        """The grader's assessment of an answer: the latest, or the one that it was given with."""
        found = self.regrades.get(answer)
        return found.assessment if found is not None and found.moment == moment else assessment

    def counted(self, answer: int, moment: int, assessment: Assessment) -> Assessment:
        """The assessment that counts: the grader's latest, and a person's verdict before it."""
        return counted(self.graded(answer, moment, assessment), self.verdict(answer, moment))


UNREVISED = Revisions()
"""Nothing was decided afterwards."""
