"""The self-assessment of a course by lines: statement after statement, each from 1 to 5."""

from __future__ import annotations

from simulator.commands.plain import words
from simulator.commands.plain.talk import Talk
from simulator.language.catalogue import template
from simulator.practice.place import Ratings
from simulator.scenario.course import RATING_MAX, Course
from simulator.scenario.rubric import Skill


def assess_oneself(talk: Talk, course: Course) -> Ratings:
    """What one gives oneself in each statement. Raises Ended: then nothing is kept."""
    talk.say(template("How far is this true of you? 1: not yet, 5: surely. Nobody grades it."))
    ratings: dict[Skill, int] = {}
    for number, statement in enumerate(course.self_assessment, 1):
        talk.tell("", f"{number}. {statement.text.in_(talk.catalogue.tongue)}")
        ratings[statement.skill] = _rating(talk)
    return ratings


def _rating(talk: Talk) -> int:
    prompt = talk.catalogue.say(template("1 to {most}:"), most=RATING_MAX)
    while True:
        rating = words.number_of(words.said(talk.ask(prompt) or ""))
        if rating is not None and 1 <= rating <= RATING_MAX:
            return rating
        talk.say(template("Please type a number from 1 to {most}."), most=RATING_MAX)
