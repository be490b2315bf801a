"""Whether an answer in one's own words is one, and its grades belong to what was asked."""

from __future__ import annotations

from simulator.language.catalogue import template
from simulator.scenario.assessment import Assessment
from simulator.scenario.rubric import LEVELS, Skill
from simulator.session.events import IllegalEvent

ANSWER_MAX = 20_000
"""Characters of an answer in one's own words; nobody speaks for an hour."""


def check_words(text: str) -> None:
    """Raises IllegalEvent for nothing, and for more than can be said."""
    if not text.strip() or len(text) > ANSWER_MAX:
        raise IllegalEvent(template("an answer has one to {most} characters"), most=ANSWER_MAX)


def check_grades(assessment: Assessment, skills: tuple[Skill, ...]) -> None:
    """Raises IllegalEvent for levels that there are not, or of skills that were not asked for."""
    if not set(assessment.levels) <= set(skills) or not set(assessment.levels.values()) <= set(LEVELS):
        raise IllegalEvent(template("the grades do not belong to this question"))
