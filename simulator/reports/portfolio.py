"""A learner's portfolio as data: the skills, every session, and past answers to one question side by side.

Who has the record and the practice room puts it together; texts and days are as they are shown to people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.reports.practise_next import SuggestedQuestion
from simulator.scenario.rubric import Level, RedFlag, Skill


@dataclass(frozen=True, slots=True)
class SkillCourse:
    """One skill over time: the mean level 0-4 after each answer, and between what it surely lies now.

    `change` is that of the mean in the last 30 days, None where nothing had been answered before.
    """

    skill: Skill
    course: tuple[float, ...]
    low: float
    high: float
    change: float | None = None

    @property
    def mean(self) -> float:
        return self.course[-1]


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One session of the list. `page` is its file's path in the portfolio, empty where it cannot be read any more.

    `overall` is None where no grade is told: nothing was answered, or an exam goes on.
    """

    session: str
    title: str
    when: str
    mode: str
    page: str = ""
    questions: int = 0
    overall: int | None = None
    ending: str = ""
    flags: int = 0


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """One past answer to a question, with the grade that counts."""

    when: str
    how: str
    text: str
    levels: Mapping[Skill, Level]
    flags: tuple[RedFlag, ...]
    overall: int
    page: str = ""


@dataclass(frozen=True, slots=True)
class QuestionHistory:
    """One question and all answers to it, the earliest first. `page` is its file's path in the portfolio."""

    id: str
    title: str
    told_in: str
    page: str
    answers: tuple[PastAnswer, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All that a learner takes home. `learner` is empty where nobody gave a name; `made` is the day."""

    learner: str
    made: str
    answers: int
    days: int
    skills: tuple[SkillCourse, ...]
    flags: tuple[tuple[RedFlag, int], ...]
    sessions: tuple[SessionEntry, ...]
    questions: tuple[QuestionHistory, ...]
    next: tuple[SuggestedQuestion, ...] = ()
