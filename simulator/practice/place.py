"""A learner's place in a course: what has been begun and done of it, as a fold over what the journal keeps.

Kept as remarks about `course/<id>`, by the learner: that a session was begun at a step, that a step was done, what was
said in a self-assessment. Whether a session has ended, the journal knows itself.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, Protocol

from simulator.journal.port import Remark
from simulator.scenario.course import RATING_MAX, Course, CourseStep, ExamStep, QuestionsStep, ScenarioStep
from simulator.scenario.rubric import SKILLS, Skill

BEGUN = "course.begun"
DONE = "course.done"
"""The kinds of remarks that a place is made of."""

Ratings = Mapping[Skill, int]
"""What one gave oneself in a self-assessment, 1 to RATING_MAX."""

Standing = Literal["ahead", "begun", "done"]


class Remarks(Protocol):
    """What a place is read from and kept in: a part of the journal."""

    def remark(self, about: str, kind: str, by: str, value: str) -> Remark: ...
    def remarks(self, about: str, kind: str = "") -> tuple[Remark, ...]: ...


@dataclass(frozen=True, slots=True)
class StepPlace:
    """Where a learner stands at one step. `sessions` are those begun at it, the earliest first; `ended` those over."""

    step: CourseStep
    standing: Standing
    sessions: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    ratings: Ratings | None = None

    @property
    def open_session(self) -> str:
        """The latest session that was begun here and has not ended; empty if there is none."""
        return next((one for one in reversed(self.sessions) if one not in self.ended), "")

    @property
    def wanted(self) -> int:
        """How many sessions have to end here; 0 where the step is done by saying so."""
        return wanted_sessions(self.step)

    @property
    def alone(self) -> bool:
        """Whether one session is all of it."""
        return self.wanted == 1 and not isinstance(self.step, QuestionsStep)


@dataclass(frozen=True, slots=True)
class CoursePlace:
    """Where a learner stands in a course, step by step."""

    course: Course
    steps: tuple[StepPlace, ...]

    @property
    def next(self) -> StepPlace | None:
        """The first step that is not done; None once all are."""
        return next((step for step in self.steps if step.standing != "done"), None)

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.standing == "done" for step in self.steps)

    def at(self, step_id: str) -> StepPlace | None:
        """The place at a step by its id; None if there is no such step."""
        return next((one for one in self.steps if one.step.id == step_id), None)


def place_in(
    course: Course,
    remarks: Remarks,
    learner: str,
    ended: Collection[str],
    later: Mapping[str, str] = MappingProxyType({}),
) -> CoursePlace:
    """The learner's place; `ended` are the ids of all sessions that have come to an ending.

    `later` says as which other session one was continued, where its scenario had changed: that one is meant then.
    """
    mine = [one for one in remarks.remarks(about(course)) if one.by == learner]
    begun: dict[str, list[str]] = {}
    done: dict[str, Ratings] = {}
    for remark in mine:
        value = _value(remark)
        step = str(value.get("step", ""))
        if remark.kind == BEGUN:
            begun.setdefault(step, []).append(_continued(str(value.get("session", "")), later))
        elif remark.kind == DONE:
            done[step] = _ratings(value.get("ratings"))
    return CoursePlace(course, tuple(_step_place(step, begun.get(step.id, ()), done, ended) for step in course.steps))


def keep_begun(course: Course, remarks: Remarks, learner: str, step_id: str, session: str) -> None:
    """Keep that a session was begun at a step."""
    remarks.remark(about(course), BEGUN, learner, json.dumps({"step": step_id, "session": session}))


def keep_done(course: Course, remarks: Remarks, learner: str, step_id: str, ratings: Ratings | None = None) -> None:
    """Keep that a step was done; of a self-assessment, with its ratings. Raises ValueError for one out of bounds."""
    value: dict[str, object] = {"step": step_id}
    if ratings:
        if not all(1 <= rating <= RATING_MAX for rating in ratings.values()):
            raise ValueError("a rating is 1 to 5")
        value["ratings"] = dict(ratings)
    remarks.remark(about(course), DONE, learner, json.dumps(value))


def about(course: Course) -> str:
    """What remarks on a course are about."""
    return f"course/{course.id}"


def wanted_sessions(step: CourseStep) -> int:
    """How many sessions have to end for a step to be done; 0 where it is done by saying so."""
    if isinstance(step, QuestionsStep):
        return step.count
    return 1 if isinstance(step, ScenarioStep | ExamStep) else 0


def _step_place(
    step: CourseStep, begun: Iterable[str], done: Mapping[str, Ratings], ended: Collection[str]
) -> StepPlace:
    sessions = tuple(begun)
    over = tuple(one for one in sessions if one in ended)
    wanted = wanted_sessions(step)
    is_done = step.id in done or (wanted > 0 and len(over) >= wanted)
    standing: Standing = "done" if is_done else "begun" if sessions else "ahead"
    return StepPlace(step, standing, sessions, over, done.get(step.id) or None)


def _continued(session: str, later: Mapping[str, str]) -> str:
    while later.get(session):
        session = later[session]
    return session


def _value(remark: Remark) -> Mapping[str, Any]:
    """What a remark holds; nothing, if it is not ours."""
    try:
        value = json.loads(remark.value)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _ratings(value: object) -> Ratings:
    if not isinstance(value, dict):
        return {}
    return {skill: value[skill] for skill in SKILLS if value.get(skill) in range(1, RATING_MAX + 1)}
