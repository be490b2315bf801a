"""Building the after-action report: sessions and their ratings in, one value out; the edition decides what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.reports.after_action.evidence import improvements, means, strengths
from simulator.reports.after_action.harm import rated
from simulator.reports.after_action.listing import master_events
from simulator.reports.after_action.recorded import Recorded
from simulator.reports.after_action.spoilers import without_spoilers
from simulator.reports.after_action.value import AfterAction, BetterLine, EditionOf, Exercised, Objective, Played
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending
from simulator.session.view import desk

BETTER_MOST = 4
"""Sessions up to which every answer is set beside the best line; of more, the debriefs have them."""


def after_action(sessions: Sequence[Recorded], edition: EditionOf) -> AfterAction:
    """The report on sessions, by scenario in the order first met. Raises ValueError for none, or for a withheld one."""
    if not sessions or any(session.debrief.withheld for session in sessions):
        raise ValueError("an after-action report is of sessions that may be told of")
    by_scenario: dict[str, list[Recorded]] = {}
    for session in sessions:
        by_scenario.setdefault(session.scenario.id, []).append(session)
    whole = (_exercised(of_it[0].scenario, of_it) for of_it in by_scenario.values())
    told = (one if edition == "facilitator" else without_spoilers(one) for one in whole)
    return AfterAction(edition, tuple(told))


def _exercised(scenario: Scenario, sessions: Sequence[Recorded]) -> Exercised:
    reached = {session.debrief.ending.id for session in sessions if session.debrief.ending}
    return Exercised(
        scenario=scenario.id,
        title=scenario.title,
        language=scenario.language,
        module=scenario.module,
        level=scenario.level,
        minutes=scenario.minutes,
        day=scenario.clock.day or "",
        role=scenario.role,
        context=scenario.dossier.context,
        author=scenario.author,
        laws=scenario.legal_basis,
        played=tuple(_played(session) for session in sessions),
        objectives=_objectives(scenario, sessions),
        means=means(sessions),
        answers=sum(len(session.debrief.questions) for session in sessions),
        strengths=strengths(sessions),
        improvements=improvements(sessions),
        events=master_events(scenario, sessions),
        rumours=scenario.dossier.rumours,
        met=_met(sessions),
        better=tuple(_better_of(sessions)),
        missed=tuple(one for one in scenario.scenes if isinstance(one, Ending) and one.id not in reached),
    )


def _played(session: Recorded) -> Played:
    state = session.state
    return Played(
        number=session.number,
        id=session.header.id,
        scenario=session.scenario.id,
        title=session.scenario.title,
        learner=session.header.learner,
        mode=session.debrief.mode,
        began=session.header.begun_at,
        last=session.entries[-1].recorded_at if session.entries else session.header.begun_at,
        minutes=round(state.at / 60_000) if state else 0,
        answers=len(session.debrief.questions),
        ending=session.debrief.ending,
    )


def _objectives(scenario: Scenario, sessions: Sequence[Recorded]) -> tuple[Objective, ...]:
    marks = [one for session in sessions for one in rated(session)]
    return tuple(
        Objective(number, text, tuple(one for one in marks if one.rating.objective == number))
        for number, text in enumerate(scenario.objectives, 1)
    )


def _met(sessions: Sequence[Recorded]) -> frozenset[str]:
    states = [(session.scenario, session.state) for session in sessions]
    return frozenset(one.id for scenario, state in states if state for one in desk(scenario, state).rumours)


def _better_of(sessions: Sequence[Recorded]) -> Iterator[BetterLine]:
    for session in sessions if len(sessions) <= BETTER_MOST else ():
        yield from _better(session)


def _better(session: Recorded) -> Iterator[BetterLine]:
    for number, question in enumerate(session.debrief.questions, 1):
        best = question.best
        if not best.given and best.assessment.overall > question.counted.overall:
            yield BetterLine(session.number, number, question.title, question.given.text, best.text, best.note)
