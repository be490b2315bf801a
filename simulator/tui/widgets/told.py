"""What there is to tell of the last step, as far as the session's mode tells it; the rest stands in the debrief."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.language.catalogue import template
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.rubric import LEVELS, SKILLS
from simulator.scenario.scenes import OWN_WORDS, Option, Question, Silence
from simulator.session.asked import ready_of, scene_of
from simulator.session.under_press import answered_last
from simulator.session.view import Headline, echo_of_last, view

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.modes import Rules
    from simulator.session.state import SessionState


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to tell of a step. `title` is a template; a decision has no assessment.

    `echo` is what news or network made of an answer. `unsaid` is what was being written when the time ran out.
    `confidence` is what was said of it, 0 for nothing yet, None where it is not asked. `presser` is the journalist
    who comes back to it. `awaits` tells that it is graded, and that the grade is told in the debrief.
    """

    title: str
    text: str
    assessment: Assessment | None
    reaction: str = ""
    headline: str = ""
    note: str = ""
    echo: Headline | None = None
    unsaid: str = ""
    confidence: int | None = None
    presser: str = ""
    awaits: bool = False


def told_of(exercise: Exercise, unsaid: str = "") -> Told | None:
    """The last step that was made, as far as its mode tells; before the first one, the opening statement.

    None if there is nothing to tell: an inject, or a decision that nobody reacts to.
    """
    told = _told(exercise, unsaid) if exercise.state.path else _opening(exercise)
    if told is None:
        return None
    told = _as_ruled(told, exercise.rules)
    state = exercise.state
    if not (state.path and answered_last(state)):
        return told
    comes_back = state.press is not None and not state.press.is_facilitators
    presser = exercise.scenario.journalist_by_id[state.press.journalist].name if state.press and comes_back else ""
    echo, reaction = echo_of_last(exercise.scenario, state)
    told = replace(told, echo=echo, reaction=told.reaction or reaction)
    return replace(told, confidence=state.answers[-1].confidence, presser=presser)


def _as_ruled(told: Told, rules: Rules) -> Told:
    """Without what the mode does not show."""
    if not rules.levels and told.assessment is not None:
        told = replace(told, title=_RECORDED.get(told.title, told.title), assessment=None, awaits=True)
    return told if rules.note else replace(told, note="")


_RECORDED = {
    template("Your answer"): template("Your answer is recorded"),
    template("Your opening statement"): template("Your opening statement is recorded"),
}
"""What stands over it where the grade is not told."""


def _opening(exercise: Exercise) -> Told | None:
    prepared = exercise.state.preparation
    if prepared is None or prepared.assessment is None:
        return None
    return Told(template("Your opening statement"), prepared.opening, prepared.assessment)


def _told(exercise: Exercise, unsaid: str) -> Told | None:
    state = exercise.state
    step = state.path[-1]
    if step.choice == OWN_WORDS:
        answer = state.answers[-1]
        return Told(template("Your answer"), answer.text, answer.assessment)
    choice = ready_of(exercise.scenario, state, step.scene).made(step.choice)
    source = choice.source if choice else None
    text, reaction, headline, note = (
        getattr(source, key, None) or "" for key in ("text", "reaction", "headline", "note")
    )
    if isinstance(source, Option):
        told = Told(template("Your decision"), text, None, reaction, headline, note)
        return told if reaction or headline or note else None
    if choice is None:
        return None
    title = template("You kept silent") if isinstance(source, Silence) else template("Your answer")
    told = Told(title, text, state.answers[-1].assessment, reaction, headline, note)
    return replace(told, unsaid=unsaid) if isinstance(source, Silence) else told


def has_model(exercise: Exercise) -> bool:
    """Whether the question answered last had prepared lines: one that a facilitator asks has none."""
    state = exercise.state
    scene = scene_of(exercise.scenario, state, state.path[-1].scene)
    return isinstance(scene, Question) and bool(scene.lines)


def model_of(exercise: Exercise, before: SessionState) -> Told | None:
    """The best of the prepared lines that could have been said; None if there was none, or the last step no answer."""
    from simulator.reports.ranked_lines import ranked_lines

    state, scenario = exercise.state, exercise.scenario
    step = state.path[-1]
    scene = scene_of(scenario, state, step.scene)
    if not isinstance(scene, Question):
        return None
    open_ = {offer.id for offer in view(scenario, before).offers if offer.open}
    ranked = ranked_lines(scene, ready_of(scenario, state, scene.id).choices, step.choice, open_)
    if not ranked:
        return None
    best = next((line for line in ranked if line.open), ranked[0])
    title = template("You gave the model answer") if best.given else template("A model answer")
    return Told(title, best.text, best.assessment, note=best.note)


_POST = Headline("00:00", "post", "by", "post")


def sample() -> Told:
    """Something to draw that has every level, a flag and marked words."""
    skills = SKILLS[: len(LEVELS)]
    findings = tuple(Finding("because", skill, start=0, end=1, better="better") for skill in skills)
    flagged = Finding("because", flag="blame", start=2, end=3)
    assessment = Assessment(dict(zip(skills, LEVELS, strict=True)), ("blame",), (*findings, flagged), 50)
    return Told(template("Your answer"), "a b", assessment, "reaction", "headline", "note", _POST, confidence=0)
