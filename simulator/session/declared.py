"""What the trainee declares beside the answers: how sure they are of one, and what was prepared beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.language.catalogue import template
from simulator.session.compiled import CompiledScenario
from simulator.session.events import IllegalEvent, Prepared, Rated
from simulator.session.own_words import check_grades
from simulator.session.preparation import MESSAGE_MAX, MESSAGES_MAX, OPENING_MAX, OPENING_SKILLS, Preparation
from simulator.session.state import SessionState
from simulator.session.under_press import answered_last
from simulator.world.reputation import impact_of, react

CONFIDENCES = range(1, 4)
"""1 unsure, 2 fairly sure, 3 certain."""


def rate(ready: CompiledScenario, state: SessionState, event: Rated) -> SessionState:
    """Say how sure one is of the answer just given; said again, the last word counts."""
    _check_time(state, event.at)
    if not answered_last(state):
        raise IllegalEvent(template("an answer can be rated only right after it was given"))
    if event.confidence not in CONFIDENCES:
        raise IllegalEvent(template("confidence is 1, 2 or 3"))
    rated = state.answers[-1]._replace(confidence=event.confidence)
    return state._replace(answers=(*state.answers[:-1], rated), at=event.at)


def prepare(ready: CompiledScenario, state: SessionState, event: Prepared) -> SessionState:
    """Declare the preparation, once, before the first step; the first scene gets its full time from then on."""
    _check_time(state, event.at)
    if not state.started or state.path or state.preparation is not None:
        raise IllegalEvent(template("a conference is prepared once, before its first step"))
    _check_messages(event.messages)
    if not set(event.withheld) <= {matter.id for matter in ready.scenario.dossier.restricted}:
        raise IllegalEvent(template("only restricted matters of the dossier can be marked as not to be said"))
    trust, heat = _after_opening(state, event)
    prepared = Preparation(
        event.messages,
        event.withheld,
        event.opening,
        event.assessment,
        event.at,
        (state.trust, trust),
        (state.heat, heat),
    )
    return state._replace(preparation=prepared, trust=trust, heat=heat, entered_at=event.at, at=event.at)


def _after_opening(state: SessionState, event: Prepared) -> tuple[int, int]:
    """Trust and heat after the opening statement, which moves them as an answer does."""
    if len(event.opening) > OPENING_MAX:
        raise IllegalEvent(template("an opening statement has at most {most} characters"), most=OPENING_MAX)
    if bool(event.opening.strip()) != (event.assessment is not None):
        raise IllegalEvent(template("an opening statement comes with its assessment, and only then"))
    if event.assessment is None:
        return state.trust, state.heat
    check_grades(event.assessment, OPENING_SKILLS)
    return react(state.trust, state.heat, impact_of(event.assessment.levels, event.assessment.flags))


def _check_messages(messages: Sequence[str]) -> None:
    if len(messages) > MESSAGES_MAX or any(not text.strip() or len(text) > MESSAGE_MAX for text in messages):
        message = template("there are at most {count} key messages of one to {most} characters")
        raise IllegalEvent(message, count=MESSAGES_MAX, most=MESSAGE_MAX)


def _check_time(state: SessionState, at: int) -> None:
    if at < state.at:
        raise IllegalEvent(template("time does not run backwards"))
