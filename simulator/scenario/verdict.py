"""A person's verdict on one graded answer: levels and red flags that count instead of the grader's, with a reason.

A verdict changes what is told of the answer afterwards. It never changes what followed from it in the session: trust,
the path and the next question went by the grade that the answer had then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.scenario.assessment import Assessment
from simulator.scenario.rubric import LEVELS, RED_FLAGS, SKILLS, Level, RedFlag, Skill, overall

REASON_MOST = 2000
"""Characters of a reason that are kept."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody decided about one answer of a session.

    `answer` is its number in the debrief, from 1. `levels` holds only the skills that were decided, each 0-4. `flags`
    are all red flags that the answer shall have, or None where the grader's stand. `by` is who decided, `at` when, UTC
    in ISO 8601. `moment` is the session's clock in milliseconds when the answer was given: it tells the answer apart
    from another of the same number, given after a step was taken back. `withdrawn` is a verdict that takes the former
    ones back and says nothing else.

    Raises ValueError for an answer below 1, an unknown skill, level or flag, or a verdict that decides nothing.
    """

    answer: int
    levels: Mapping[Skill, Level] = field(default_factory=dict)
    flags: tuple[RedFlag, ...] | None = None
    reason: str = ""
    by: str = ""
    at: str = ""
    moment: int = 0
    withdrawn: bool = False

    def __post_init__(self) -> None:
        for is_so, wrong in self._wrong():
            if is_so:
                raise ValueError(wrong)

    def _wrong(self) -> tuple[tuple[bool, str], ...]:
        decides = bool(self.levels) or self.flags is not None
        levels = self.levels.values()
        return (
            (self.answer < 1, f"answers are numbered from 1, not {self.answer}"),
            (not set(self.levels) <= set(SKILLS), "a skill is none of the rubric's"),
            (any(isinstance(level, bool) or level not in LEVELS for level in levels), "a level is not 0 to 4"),
            (not set(self.flags or ()) <= set(RED_FLAGS), "a red flag is none of the rubric's"),
            (len(set(self.flags or ())) < len(self.flags or ()), "a red flag is named twice"),
            (len(self.reason) > REASON_MOST, f"the reason has more than {REASON_MOST} characters"),
            (decides == self.withdrawn, "a verdict decides a level or the flags, or is withdrawn"),
        )


def counted(assessment: Assessment, verdict: Verdict | None) -> Assessment:
    """The assessment with the verdict's levels and flags in the place of its own, and the overall grade that follows.

    The findings stay the grader's. A level for a skill that was not judged is added.
    """
    if verdict is None or verdict.withdrawn:
        return assessment
    merged = {**assessment.levels, **verdict.levels}
    levels = {skill: merged[skill] for skill in SKILLS if skill in merged}
    flags = assessment.flags if verdict.flags is None else verdict.flags
    return replace(assessment, levels=levels, flags=flags, overall=overall(levels, flags))
