"""How the public stands in a session: trust by group after each answer, and the course of the rumour.

Pure readings of a state; nothing of it is part of the state, so conditions do not see it and no save depends
on it. Illustrative, and said to be so wherever it is shown: see `world.publics` and `world.rumour`.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.scenario.model import Scenario
from simulator.scenario.public import PublicGroup, SpreadingRumour, default_groups, default_rumour
from simulator.scenario.scenes import SILENCE
from simulator.session.state import SessionState
from simulator.world.crowds import crowds
from simulator.world.publics import Standing, at_start, react_all
from simulator.world.rumour import Curve, spread
from simulator.world.telling import Moment

_KEPT_AS = "publics"

History = tuple[tuple[Standing, ...], ...]
"""How the groups stood at the start, after an opening statement, and after each answer, each in the groups' order.

One more than answers, and one more again where a graded opening statement was given.
"""


def groups_of(scenario: Scenario) -> tuple[PublicGroup, ...]:
    """The scenario's groups, or the default ones in its language."""
    written = scenario.public.groups if scenario.public else ()
    return written or default_groups(scenario.language)


def rumour_of(scenario: Scenario) -> SpreadingRumour | None:
    """The rumour that goes round: the scenario's choice, or the dossier's first; None where there is none."""
    written = scenario.public.rumour if scenario.public else None
    return written or default_rumour(scenario.dossier)


def standing(scenario: Scenario, state: SessionState) -> History:
    """Trust (0-100) and spent credibility of each group, at the start and after all that was said since."""
    groups = groups_of(scenario)
    history = [at_start(groups)]
    opening = state.preparation.assessment if state.preparation else None
    if opening is not None:
        history.append(react_all(groups, history[-1], opening.levels, opening.flags))
    for answer in state.answers:
        silent = answer.choice == SILENCE
        history.append(react_all(groups, history[-1], answer.levels, answer.flags, silent))
    return tuple(history)


def rumour_curve(scenario: Scenario, state: SessionState) -> Curve | None:
    """The rumour's course up to now, in minutes of the story; None without a rumour, or before it goes round."""
    kept = scenario.derived.get(_KEPT_AS)
    if not isinstance(kept, _Kept) or kept.state is not state:
        kept = scenario.derived[_KEPT_AS] = _Kept(state, _curve(scenario, state))
    return kept.curve


class _Kept(NamedTuple):
    """The latest state that was read, and its curve: a screen asks again at every paint."""

    state: SessionState
    curve: Curve | None


def _curve(scenario: Scenario, state: SessionState) -> Curve | None:
    rumour = rumour_of(scenario)
    since = _begun(state, rumour) if rumour else None
    if rumour is None or since is None:
        return None
    return spread(crowds(groups_of(scenario), rumour.told_by), moments(scenario, state), state.minutes, since=since)


def moments(scenario: Scenario, state: SessionState) -> tuple[Moment, ...]:
    """The opening statement and the answers as a rumour meets them, each with every group's trust just before it."""
    history = standing(scenario, state)
    opening = state.preparation.assessment if state.preparation else None
    opened = (Moment(0, tuple(group.trust for group in history[0]), flags=opening.flags),) if opening else ()
    return opened + tuple(
        Moment(
            answer.minutes,
            tuple(group.trust for group in before),
            answer.levels.get("rebuttal"),
            answer.choice == SILENCE,
            answer.flags,
        )
        for answer, before in zip(state.answers, history[len(opened) :], strict=False)
    )


def _begun(state: SessionState, rumour: SpreadingRumour) -> int | None:
    """The minute at which the rumour begins to go round; None while it does not."""
    if rumour.known_from is None:
        return 0
    reached = (step.minutes for step in state.path if step.scene == rumour.known_from)
    return next(reached, state.minutes if state.scene == rumour.known_from else None)
