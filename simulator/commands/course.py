"""`podium course`: the agenda with one's own place in it, and the step that comes next."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from simulator.commands.house import LocalHouse
from simulator.commands.play import at_terminal, screens
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.language.words import SKILL_NAMES
from simulator.practice.course_words import KIND_NAMES, NEXT, STANDING_NAMES, STANDING_SIGNS, came_of, standing_at
from simulator.practice.place import StepPlace
from simulator.practice.results import CourseDesk, StepResult
from simulator.scenario.course import ExamStep, QuestionsStep, ScenarioStep, SelfAssessmentStep


def run(
    catalogue: Catalogue, course_id: str, start: str | None, done: str, format_: str, *, by_lines: bool, learner: str
) -> int:
    """The course screen, or the agenda by lines; with `start` a step of it. Raises PodiumError.

    `start` is a step's id, NEXT for the one that comes next, or None; `done` a step to be marked as done.
    """
    house = LocalHouse(learner=learner or None)
    house.speak(catalogue.tongue)
    desk = house.learning.course(course_id)
    if done:
        return _mark(house, desk, done, catalogue)
    if format_ == "json":
        click.echo(json.dumps(as_data(desk, house.learner), ensure_ascii=False, indent=2))
        return ExitCode.OK
    step = None if start is None else step_named(desk, start)
    if not by_lines and at_terminal():
        from simulator.tui.screens.course import opening

        return screens(house, catalogue, opens=opening(desk.place.course.id, step.step.id if step else ""))
    if step is not None:
        from simulator.commands.plain.course import begin

        return begin(house, catalogue, desk.place.course, step)
    for line in as_text(desk, house.learner, catalogue):
        click.echo(plain(line))
    return ExitCode.OK


def step_named(desk: CourseDesk, name: str) -> StepPlace:
    """A step by its id, or the next one. Raises UsageError."""
    found = desk.place.next if name == NEXT else desk.place.at(name)
    if found is None and name == NEXT:
        raise UsageError(
            template("every step of the course is done"), template("name the one to do again: --start STEP")
        )
    if found is None:
        told, hint = template("the course {course} has no step `{step}`"), template("its steps: {known}")
        known = ", ".join(one.step.id for one in desk.place.steps)
        raise UsageError(told, hint, course=desk.place.course.id, step=name[:80], known=known)
    return found


def _mark(house: LocalHouse, desk: CourseDesk, name: str, catalogue: Catalogue) -> ExitCode:
    step = step_named(desk, name).step
    if isinstance(step, SelfAssessmentStep):
        hint = template("begin it with: podium course --start {step}")
        raise UsageError(template("a self-assessment is done by answering it"), hint, step=step.id)
    if isinstance(step, ExamStep):
        hint = template("begin it with: podium course --start {step}")
        raise UsageError(template("an exam is done by sitting it"), hint, step=step.id)
    house.learning.step_done(desk.place.course.id, step.id)
    click.echo(catalogue.say(template("Done: {title}"), title=step.title.in_(catalogue.tongue)), err=True)
    return ExitCode.OK


def as_text(desk: CourseDesk, learner: str, catalogue: Catalogue) -> Iterator[str]:
    """The agenda, day by day, each step with where one stands."""
    course, say, tongue = desk.place.course, catalogue.say, catalogue.tongue
    yield course.title.in_(tongue)
    yield course.about.in_(tongue)
    done = say(template("{done} of {all} steps done"), done=desk.place.done, all=len(desk.place.steps))
    yield f"{learner}: {done}" if learner else done
    for day in course.days:
        yield from ("", day.title.in_(tongue))
        for step in day.steps:
            one = desk.place.at(step.id)
            assert one is not None
            yield from _step(one, desk, catalogue)
    following = desk.place.next
    if following is not None:
        told = template("Next: {title}. Begin it with: podium course --plain --start")
        yield from ("", say(told, title=following.step.title.in_(tongue)))


def _step(one: StepPlace, desk: CourseDesk, catalogue: Catalogue) -> Iterator[str]:
    step, say, standing = one.step, catalogue.say, standing_at(one, desk.place)
    minutes = say(template("{minutes} min"), minutes=step.minutes)
    what = f"{say(KIND_NAMES[step.kind])}, {minutes}, {say(STANDING_NAMES[standing])}"
    yield f"  {STANDING_SIGNS[standing]} {step.at}  {step.title.in_(catalogue.tongue)} ({what})  {step.id}"
    came = came_of(one, desk.results.get(step.id), catalogue)
    if came:
        yield f"           {came}"
    if one.ratings:
        yield f"           {', '.join(f'{say(SKILL_NAMES[skill])} {given}' for skill, given in one.ratings.items())}"


def as_data(desk: CourseDesk, learner: str) -> dict[str, object]:
    """The course and one's place in it, for programs."""
    course, following = desk.place.course, desk.place.next
    return {
        "course": course.id,
        "title": course.title.model_dump(),
        "learner": learner,
        "done": desk.place.done,
        "steps_in_all": len(desk.place.steps),
        "next": following.step.id if following else None,
        "days": [
            {
                "title": day.title.model_dump(),
                "steps": [
                    _step_data(one, desk.results.get(one.step.id)) for one in desk.place.steps if one.step in day.steps
                ],
            }
            for day in course.days
        ],
    }


def _step_data(one: StepPlace, result: StepResult | None) -> dict[str, object]:
    step = one.step
    data: dict[str, object] = {
        "id": step.id,
        "kind": step.kind,
        "at": step.at,
        "minutes": step.minutes,
        "title": step.title.model_dump(),
        "module": step.module,
        "standing": one.standing,
        "sessions": list(one.sessions),
        "ended": list(one.ended),
        "ratings": dict(one.ratings) if one.ratings else None,
    }
    if isinstance(step, ScenarioStep | ExamStep):
        data["scenario"] = step.scenario
    if isinstance(step, QuestionsStep):
        data["count"] = step.count
    if result is not None:
        ending = result.ending
        data["result"] = {
            "session": result.session,
            "answers": result.answers,
            "overall": result.overall,
            "ending": ending.id if ending else None,
            "outcome": ending.outcome if ending else None,
            "passed": result.passed,
        }
    return data
