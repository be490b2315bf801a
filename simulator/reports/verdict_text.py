"""A person's verdict on an answer, as sentences: who decided what instead of the grader, and why."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, LEVEL_NAMES, SKILL_NAMES
from simulator.reports.debrief import AnsweredQuestion
from simulator.scenario.assessment import Assessment
from simulator.scenario.verdict import Verdict


def verdict_lines(question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    """What was decided, in a sentence for each level and flag; then the reason. Nothing where nobody decided."""
    verdict, graded = question.verdict, question.given.assessment
    if verdict is None or verdict.withdrawn:
        return
    say = catalogue.say
    yield say(template("Decided by {name}:"), name=verdict.by) if verdict.by else say(template("Decided by a person:"))
    yield from _levels(verdict, graded, catalogue)
    yield from _flags(verdict, graded, catalogue)
    if verdict.reason:
        yield say(template("Reason: {reason}"), reason=verdict.reason)


def _levels(verdict: Verdict, graded: Assessment, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    for skill, level in verdict.levels.items():
        named = {"skill": say(SKILL_NAMES[skill]), "level": f"{level} {say(LEVEL_NAMES[level])}"}
        was = graded.levels.get(skill)
        if was is None:
            yield say(template("{skill}: {level}; the grader judged none."), **named)
        else:
            instead = template("{skill}: {level}; the grader's level was {was}.")
            yield say(instead, was=f"{was} {say(LEVEL_NAMES[was])}", **named)


def _flags(verdict: Verdict, graded: Assessment, catalogue: Catalogue) -> Iterator[str]:
    if verdict.flags is None:
        return
    for flag in verdict.flags:
        if flag not in graded.flags:
            yield catalogue.say(template("Red flag raised: {flag}."), flag=catalogue.say(FLAG_NAMES[flag]))
    for flag in graded.flags:
        if flag not in verdict.flags:
            yield catalogue.say(template("Red flag taken away: {flag}."), flag=catalogue.say(FLAG_NAMES[flag]))
