"""A round of single questions, one after another: of the day's practice, of a course's step, or one tried again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.practice.answered import Answered
    from simulator.session.modes import Mode
    from simulator.tui.house import House


class StepToPlay(NamedTuple):
    """A step of a course that is a scenario: the mode that it is played in, and how a session is begun at it."""

    mode: Mode
    begin: Callable[[], Exercise]


class Round(Protocol):
    """Which question comes next, and how it is begun. Both may block and may raise PodiumError."""

    def upcoming(self) -> str:
        """The id of the next question; empty where the round is over."""
        ...

    def begin(self, question_id: str) -> Exercise:
        """Put a question: a new session of it, recorded."""
        ...

    @property
    def earlier(self) -> Answered | None:
        """The answer that is to stand beside the new one, where a question is tried again."""
        ...


class PracticeRound:
    """Questions that were chosen beforehand."""

    def __init__(self, house: House, questions: Sequence[str], earlier: Answered | None = None) -> None:
        self._house = house
        self._questions = [*questions]
        self.earlier = earlier

    @property
    def left(self) -> int:
        """How many questions are still to come."""
        return len(self._questions)

    def upcoming(self) -> str:
        return self._questions[0] if self._questions else ""

    def begin(self, question_id: str) -> Exercise:
        exercise = self._house.begin(question_id, "practice")
        self._questions = [one for one in self._questions if one != question_id]
        return exercise


class StepRound:
    """The questions of a course's step, until so many are answered as it wants."""

    earlier = None

    def __init__(self, house: House, course_id: str, step_id: str) -> None:
        self._learning = house.learning
        self._course = course_id
        self._step = step_id

    def upcoming(self) -> str:
        place = self._learning.course(self._course).place.at(self._step)
        if place is None or place.standing == "done":
            return ""
        return self._learning.step_question(self._course, self._step)

    def begin(self, question_id: str) -> Exercise:
        return self._learning.begin_step(self._course, self._step, question_id)
