"""What to practise next after a session: a skill, a red flag, and questions of the bank that go with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from simulator.reports.debrief import Debrief
from simulator.scenario.rubric import RedFlag, Skill
from simulator.world.reputation import TRUST_COST

EXEMPLARY = 4
"""A skill whose mean is this needs no practice."""


@dataclass(frozen=True, slots=True)
class SuggestedQuestion:
    """A question of the bank that practises what is weak; `id` is what `podium practice` knows it by."""

    id: str
    title: str
    set_title: str = ""


@dataclass(frozen=True, slots=True)
class PractiseNext:
    """The weakest skill, None where all were exemplary, and the red flag that cost most, None where none was raised."""

    skill: Skill | None = None
    flag: RedFlag | None = None
    questions: tuple[SuggestedQuestion, ...] = ()


def practise_next(read: Debrief) -> PractiseNext:
    """What a session asks to be practised; questions are put in by whoever has the bank."""
    weakest = read.weakest
    skill = weakest.skill if weakest is not None and weakest.mean < EXEMPLARY else None
    flag = max(read.flags, key=lambda raised: TRUST_COST[raised[0]] * raised[1], default=None)
    return PractiseNext(skill, flag[0] if flag else None)


def with_questions(read: Debrief, questions: Iterable[SuggestedQuestion]) -> Debrief:
    """The debrief with questions of the bank to practise with; as it is where nothing is to be practised."""
    if read.practise is None:
        return read
    return replace(read, practise=replace(read.practise, questions=tuple(questions)))
