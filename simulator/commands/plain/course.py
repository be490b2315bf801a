"""A step of a course by lines: played, practised, answered about oneself, or told."""

from __future__ import annotations

from simulator.commands.house import LocalHouse
from simulator.commands.plain import run
from simulator.commands.plain.lines import Ended
from simulator.commands.plain.practice import practise
from simulator.commands.plain.self_assessment import assess_oneself
from simulator.commands.plain.talk import Talk
from simulator.commands.signals import interrupted_when_ended
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.practice.place import StepPlace
from simulator.scenario.course import Course, ExamStep, QuestionsStep, ScenarioStep, SelfAssessmentStep
from simulator.tui.rounds import StepRound


def begin(house: LocalHouse, catalogue: Catalogue, course: Course, one: StepPlace) -> int:
    """Begin a step, or go on with it. Raises PodiumError."""
    talk, step = Talk(catalogue), one.step
    talk.tell(step.title.in_(catalogue.tongue), *([step.about.in_(catalogue.tongue)] if step.about else []))
    with interrupted_when_ended():
        if isinstance(step, ScenarioStep | ExamStep):
            return _play(house, catalogue, course, one, step)
        if isinstance(step, QuestionsStep):
            return practise(house, catalogue, StepRound(house, course.id, step.id))
        if isinstance(step, SelfAssessmentStep):
            return _assess(house, talk, course, step.id)
    talk.say(template("When it is over, mark it as done: podium course --done {step}"), step=step.id)
    return ExitCode.OK


def _play(
    house: LocalHouse, catalogue: Catalogue, course: Course, one: StepPlace, step: ScenarioStep | ExamStep
) -> int:
    scenario = house.scenario(step.scenario)
    mode = "exam" if isinstance(step, ExamStep) else step.mode
    left = house.journal.header(one.open_session) if one.open_session else None
    return run.play(house, catalogue, scenario, mode, left, lambda: house.learning.begin_step(course.id, step.id))


def _assess(house: LocalHouse, talk: Talk, course: Course, step_id: str) -> int:
    try:
        ratings = assess_oneself(talk, course)
    except Ended:
        talk.tell("")
        talk.say(template("Not all statements were answered; nothing is kept."))
        return ExitCode.OK
    house.learning.step_done(course.id, step_id, ratings)
    talk.say(template("Kept. At the end of the course both times stand side by side."))
    return ExitCode.OK
