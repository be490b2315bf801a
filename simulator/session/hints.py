"""A hint before an answer, in guided mode: the skill to mind and an act that serves it, never words to say."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.language.catalogue import template
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import Skill
from simulator.scenario.scenes import Question
from simulator.scenario.situation import average_level
from simulator.session.asked import present
from simulator.session.state import SessionState

ACTS: Mapping[Skill, str] = {
    "accuracy": template("Give one checkable fact with its source and its hour; keep apart what is not known."),
    "timeliness": template("Say what is known now, and when and where people will hear the next thing."),
    "empathy": template("Speak first to the people concerned, about what happened to them, with help they can use."),
    "accountability": template("Say what is being done, by whom and until when; own what is yours to own."),
    "transparency": template("Answer what was asked first; then say what is unknown or withheld, why, and until when."),
    "clarity": template("Put the one sentence that should be quoted first, short and plain."),
    "rebuttal": template("Begin with the fact, name the false claim once, and show evidence that anyone can check."),
    "respect": template("Speak of people by what they went through; blame no group and take the question seriously."),
    "mandate": template("Keep to what is yours to say; name the body that decides the rest, and pass no judgement."),
}
"""An act for each skill, after the rubric's rows of level 3 and 4."""


@dataclass(frozen=True, slots=True)
class Hint:
    """The skill to mind, the trainee's average in it so far (None before it was judged) and an act that serves it.

    `act` is an interface text, to be said by the catalogue. `advice` is the author's own for this question, in the
    scenario's language; it may be empty.
    """

    skill: Skill
    average: float | None
    act: str
    advice: str = ""


def hint(scenario: Scenario, state: SessionState) -> Hint | None:
    """The hint for the question on the table; None where there is no question."""
    question = present(scenario, state)
    if not isinstance(question, Question):
        return None
    skill = min(question.skills, key=lambda one: _need(state, one))
    average = average_level(state.answers, skill)
    return Hint(skill, None if math.isnan(average) else average, ACTS[skill], _advice(question, skill))


def _need(state: SessionState, skill: Skill) -> float:
    """How low the trainee's average is; a skill that was never judged stands in the middle."""
    average = average_level(state.answers, skill)
    return 2.0 if math.isnan(average) else average


def _advice(question: Question, skill: Skill) -> str:
    """What the author would have a weak line do for this skill: of the weakest line that has such advice.

    Never what a line says: an advice that quotes one is passed over.
    """
    weakest_first = sorted(question.lines, key=lambda line: line.levels.get(skill, 4))
    for line in weakest_first:
        for finding in line.findings:
            if finding.skill == skill and finding.better and not _is_quoted(question, finding.better):
                return finding.better
    return ""


def _is_quoted(question: Question, advice: str) -> bool:
    """Whether a line says the advice word for word."""
    bare = advice.strip().rstrip(".!?").casefold()
    return any(bare in line.text.casefold() for line in question.lines)
