"""The words of a course: kinds of steps, where one stands at each, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.language.catalogue import Catalogue, template
from simulator.practice.place import CoursePlace, StepPlace
from simulator.practice.results import StepResult
from simulator.scenario.course import ExamStep, QuestionsStep

KIND_NAMES: Mapping[str, str] = {
    "self_assessment": template("self-assessment"),
    "talk": template("talk"),
    "pause": template("break"),
    "scenario": template("scenario"),
    "questions": template("single questions"),
    "exam": template("graded exam"),
}

NEXT = "next"
"""Where one stands at the first step that is not done."""

STANDING_NAMES: Mapping[str, str] = {
    "done": template("done"),
    "begun": template("begun"),
    "ahead": template("still to come"),
    NEXT: template("this is next"),
}

STANDING_SIGNS: Mapping[str, str] = {"done": "✓", "begun": "◐", "ahead": "○", NEXT: "▸"}


def standing_at(one: StepPlace, place: CoursePlace) -> str:
    """Where one stands at a step: its standing, or NEXT for that which comes next."""
    following = place.next
    return NEXT if following is not None and following.step.id == one.step.id else one.standing


def came_of(one: StepPlace, result: StepResult | None, catalogue: Catalogue) -> str:
    """What came of a step, in one line; empty where nothing has yet."""
    say, step = catalogue.say, one.step
    if isinstance(step, QuestionsStep):
        told = say(template("{done} of {count} questions answered"), done=len(one.ended), count=step.count)
        if result is None or not result.answers:
            return told if one.sessions else ""
        grade = say(template("{overall} of 100"), overall=result.overall)
        return f"{told}, {grade}"
    if result is None:
        return ""
    grade = say(template("{overall} of 100"), overall=result.overall)
    if isinstance(step, ExamStep):
        verdict = template("passed") if result.passed else template("not passed, {mark} are wanted")
        grade = f"{grade}, {say(verdict, mark=step.pass_mark)}"
    return f"{result.ending.headline} · {grade}" if result.ending else grade
