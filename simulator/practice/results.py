"""What came of the steps of a course: of each, its last session that has ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from simulator.practice.answered import Answered
from simulator.practice.place import CoursePlace, StepPlace
from simulator.scenario.course import ExamStep
from simulator.scenario.scenes import Ending


@dataclass(frozen=True, slots=True)
class StepResult:
    """The result of one step. `overall` is the mean grade of its answers, 0-100; `answers` how many there were.

    A step of several sessions counts the answers of all of them. `passed` is None where there is no mark to pass.
    """

    session: str
    answers: int
    overall: int
    ending: Ending | None = None
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class CourseDesk:
    """A learner's place in a course, and what came of the steps that are behind, by their ids."""

    place: CoursePlace
    results: Mapping[str, StepResult]


EndingOf = Callable[[str], Ending | None]
"""The ending that a session came to, None where its scenario does not tell any more."""


def course_desk(place: CoursePlace, answers: Iterable[Answered], ending_of: EndingOf) -> CourseDesk:
    """The place with its results, from all of the learner's answers."""
    grades: dict[str, list[int]] = {}
    for answer in answers:
        grades.setdefault(answer.session, []).append(answer.overall)
    found = {one.step.id: _result(one, grades, ending_of) for one in place.steps if one.ended}
    return CourseDesk(place, found)


def _result(one: StepPlace, grades: Mapping[str, list[int]], ending_of: EndingOf) -> StepResult:
    last = one.ended[-1]
    counted = [last] if one.alone else list(one.ended)
    given = [grade for session in counted for grade in grades.get(session, ())]
    # Rounded half up, as the debrief has it.
    overall = (2 * sum(given) + len(given)) // (2 * len(given)) if given else 0
    passed = overall >= one.step.pass_mark if isinstance(one.step, ExamStep) else None
    return StepResult(last, len(given), overall, ending_of(last) if one.alone else None, passed)
