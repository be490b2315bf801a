"""How the public stands at one moment of a session, as data: trust by group, and how far the rumour has got."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.language.catalogue import Tongue
from simulator.scenario.model import Scenario
from simulator.scenario.public import told_names
from simulator.session.publics import groups_of, rumour_curve, rumour_of, standing
from simulator.session.state import SessionState
from simulator.session.view import story_time
from simulator.world.rumour import Curve, Shares


@dataclass(frozen=True, slots=True)
class GroupNow:
    """One group: its share of the public in percent, and its trust at the start and after each answer."""

    name: str
    share: int
    history: tuple[int, ...]
    heard: int | None

    @property
    def trust(self) -> int:
        return self.history[-1]

    @property
    def change(self) -> int | None:
        """What the last answer changed; None before the first."""
        return self.history[-1] - self.history[-2] if len(self.history) > 1 else None


@dataclass(frozen=True, slots=True)
class RumourNow:
    """The rumour that goes round. `points` are (minute, percent who have heard it); empty until it begins.

    `change` is that since the last answer, `telling` the percent who tell it now.
    """

    claim: str
    points: tuple[tuple[int, float], ...] = ()
    change: int | None = None
    telling: int = 0

    @property
    def heard(self) -> int | None:
        return round(self.points[-1][1]) if self.points else None


@dataclass(frozen=True, slots=True)
class PublicNow:
    """All that is illustrative of one state. `own_names` tells that the author has named the groups."""

    groups: tuple[GroupNow, ...]
    own_names: bool
    rumour: RumourNow | None
    since: str
    now: str

    def names(self, tongue: Tongue) -> tuple[str, ...]:
        """What the groups are called: as the author has it, else in the player's language."""
        return told_names([group.name for group in self.groups], own=self.own_names, language=tongue)


def public_now(scenario: Scenario, state: SessionState) -> PublicNow:
    """How the public stands in a state."""
    history, course = standing(scenario, state), rumour_curve(scenario, state)
    groups = tuple(
        GroupNow(
            group.name,
            group.share,
            tuple(moment[place].trust for moment in history),
            _percent(course.groups[place]) if course else None,
        )
        for place, group in enumerate(groups_of(scenario))
    )
    own_names = bool(scenario.public and scenario.public.groups)
    rumour = _rumour(scenario, state, course)
    return PublicNow(groups, own_names, rumour, scenario.clock.start, story_time(scenario, state.minutes))


def _rumour(scenario: Scenario, state: SessionState, course: Curve | None) -> RumourNow | None:
    told = rumour_of(scenario)
    claim = next((rumour.claim for rumour in scenario.dossier.rumours if told and rumour.id == told.id), None)
    if claim is None or course is None:
        return None if claim is None else RumourNow(claim)
    heard = [100 * share for share in course.overall.heard]
    points = tuple(zip(course.minutes, heard, strict=True))
    change = round(heard[-1]) - round(heard[course.at(state.answers[-1].minutes)]) if state.answers else None
    return RumourNow(claim, points, change, round(100 * course.overall.telling[-1]))


def _percent(shares: Shares) -> int:
    return round(100 * shares.heard[-1])
