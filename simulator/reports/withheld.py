"""The debrief of an exam that goes on: what has been asked and answered, and nothing that an examinee could learn from.

Whoever could read grades and best lines half-way would sit another exam than the rest.
"""

from __future__ import annotations

from dataclasses import replace

from simulator.language.catalogue import template
from simulator.reports.debrief import AnsweredQuestion, Debrief, GradedLine
from simulator.scenario.assessment import Assessment
from simulator.session.confidence import confidence

WHY = template(
    "This is an exam that goes on: grades, best lines, trust and heat come at its end. Until then here stands what was "
    "asked and what you answered."
)
REFUSED = template("this is an exam that goes on: it is told at its end")
REFUSED_BY_ID = template("session {session} is an exam that goes on: it is told at its end")
"""The same where several sessions may have been named."""

UNGRADED = Assessment({}, (), (), 0)
NOWHERE = (0, 0)


def withheld(read: Debrief) -> Debrief:
    """The debrief without grades, findings, notes, other lines, trust, heat, and where the story might have gone."""
    prepared = read.preparation
    return replace(
        read,
        withheld=True,
        overall=0,
        trust=0,
        heat=0,
        skills=(),
        flags=(),
        questions=tuple(_asked(question) for question in read.questions),
        curve=(),
        path=tuple(replace(step, not_taken=()) for step in read.path),
        endings_missed=(),
        confidence=confidence(()),
        preparation=replace(prepared, assessment=None, trust=NOWHERE, heat=NOWHERE) if prepared else None,
        discipline=None,
        word_kept=None,
        public=None,
        practise=None,
        front_page=None,
    )


def _asked(question: AnsweredQuestion) -> AnsweredQuestion:
    given = replace(question.given, assessment=UNGRADED, note="")
    unknown = GradedLine("", "", UNGRADED)
    return replace(question, given=given, best=unknown, lines=(), trust=NOWHERE, heat=NOWHERE, verdict=None)
