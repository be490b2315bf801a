"""A course: days of steps in their order and at their times, from the opening self-assessment to the closing exam.

What it leads through stands elsewhere: scenarios and single questions are named, by their ids and tags. Its own texts
are few, and stand in both languages side by side.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.model import Difficulty, Language, Module
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.text import ClockTime, Id, Label, Prose, ScenarioId
from simulator.scenario.value import Value

RATING_MAX = 5
"""The most that one gives oneself in a self-assessment, where 1 is the least."""


class Told(Value):
    """A short text in both languages."""

    vi: Label
    en: Label

    def in_(self, language: Language) -> str:
        """The text in a language."""
        return self.vi if language == "vi" else self.en


class ToldAtLength(Value):
    """Sentences in both languages."""

    vi: Prose
    en: Prose

    def in_(self, language: Language) -> str:
        """The sentences in a language."""
        return self.vi if language == "vi" else self.en


class StepBase(Value):
    """What all steps share: when it begins, how many minutes it takes, and what stands in the agenda."""

    id: Id
    at: ClockTime
    minutes: Annotated[int, Field(ge=1, le=600)]
    title: Told
    about: ToldAtLength | None = None
    module: Module | None = None


class SelfAssessmentStep(StepBase):
    """Everybody says of themselves how sure they are of each skill: at the beginning and at the end."""

    kind: Literal["self_assessment"]


class TalkStep(StepBase):
    """Something that people do with each other: a lecture, a discussion, a meal."""

    kind: Literal["talk", "pause"]


class ScenarioStep(StepBase):
    """A scenario is played."""

    kind: Literal["scenario"]
    scenario: ScenarioId
    mode: Literal["guided", "practice"] = "practice"


class QuestionsStep(StepBase):
    """Single questions of the bank, so many of those with all the tags that are named (the module among them)."""

    kind: Literal["questions"]
    count: Annotated[int, Field(ge=1, le=20)]
    skill: Skill | None = None
    flag: RedFlag | None = None
    level: Difficulty | None = None


class ExamStep(StepBase):
    """A scenario is played as an exam; `pass_mark` is the overall grade, 0-100, from which it is passed."""

    kind: Literal["exam"]
    scenario: ScenarioId
    pass_mark: Annotated[int, Field(ge=1, le=100)]


CourseStep = Annotated[
    SelfAssessmentStep | TalkStep | ScenarioStep | QuestionsStep | ExamStep, Field(discriminator="kind")
]


class Statement(Value):
    """What one says of oneself about a skill, agreeing from 1 (not yet) to RATING_MAX (surely)."""

    skill: Skill
    text: ToldAtLength


class CourseDay(Value):
    """One day's agenda."""

    title: Told
    steps: tuple[CourseStep, ...] = Field(min_length=1)


class Course(Value):
    """A whole course; its file is named by its id."""

    format: Literal[1]
    id: ScenarioId
    title: Told
    about: ToldAtLength
    author: Label
    licence: Label
    self_assessment: tuple[Statement, ...] = Field((), max_length=9)
    days: tuple[CourseDay, ...] = Field(min_length=1)

    @property
    def steps(self) -> tuple[CourseStep, ...]:
        """All steps, day after day."""
        return tuple(step for day in self.days for step in day.steps)
