"""What conditions ask of a session, as shapes that the session's state has, and the figures read from them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from simulator.scenario.assessment import Assessment

NOT_JUDGED = math.nan
"""The level of a skill that was not judged. It compares false with everything, by `!=` too."""

Scalar = bool | int | str | float


class AnswerGiven(Protocol):
    """What conditions ask of one answer of the past."""

    @property
    def scene(self) -> str: ...
    @property
    def assessment(self) -> Assessment: ...


class StepMade(Protocol):
    """What conditions ask of one step of the past."""

    @property
    def scene(self) -> str: ...
    @property
    def choice(self) -> str: ...


class Situation(Protocol):
    """What conditions ask of a session's state. `scene` is the present one, which is not in the `path` yet."""

    @property
    def values(self) -> tuple[Scalar, ...]: ...
    @property
    def trust(self) -> int: ...
    @property
    def heat(self) -> int: ...
    @property
    def minutes(self) -> int: ...
    @property
    def answers(self) -> Sequence[AnswerGiven]: ...
    @property
    def scene(self) -> str: ...
    @property
    def path(self) -> Sequence[StepMade]: ...


def minutes_of_day(time: str) -> int:
    """`15:30` -> 930."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def visits(situation: Situation, scene: str) -> int:
    """How often a scene has been reached, the present one included."""
    left = sum(1 for step in situation.path if step.scene == scene)
    return left + 1 if situation.scene == scene else left


def chosen(situation: Situation, scene: str, choice: str) -> bool:
    """Whether a line or option was ever taken at a scene."""
    return any(step.scene == scene and step.choice == choice for step in situation.path)


def latest_at(situation: Situation, scene: str) -> AnswerGiven | None:
    """The latest answer given at a scene."""
    return next((answer for answer in reversed(situation.answers) if answer.scene == scene), None)


def average_level(answers: Sequence[AnswerGiven], skill: str) -> float:
    """The mean level of a skill over the answers in which it was judged, or NOT_JUDGED."""
    judged = [answer.assessment.levels[skill] for answer in answers if skill in answer.assessment.levels]  # type: ignore[index]
    return sum(judged) / len(judged) if judged else NOT_JUDGED


def mean_overall(answers: Sequence[AnswerGiven]) -> int:
    """The mean overall grade of the answers, 0-100, rounded half up; 0 before the first."""
    if not answers:
        return 0
    count = len(answers)
    return (2 * sum(answer.assessment.overall for answer in answers) + count) // (2 * count)
