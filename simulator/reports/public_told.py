"""How the public took a session: the trust of each group answer by answer, and how far the rumour has got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.language.catalogue import Tongue
from simulator.scenario.model import Scenario
from simulator.scenario.public import told_names
from simulator.session.publics import groups_of, rumour_curve, rumour_of, standing
from simulator.session.state import SessionState
from simulator.world.rumour import Curve


@dataclass(frozen=True, slots=True)
class GroupTold:
    """One group: its share of the public in percent, its trust (0-100) at the start and after all that was said since,
    and the percentage of it that has heard the rumour, None where none goes round."""

    name: str
    share: int
    trust: tuple[int, ...]
    heard: int | None = None


@dataclass(frozen=True, slots=True)
class RumourTold:
    """The rumour that went round, what is true instead, and the percentage of the public that had heard it.

    `heard` are (minute of the story, percentage), at each minute in which the rounded percentage changed.
    """

    claim: str
    truth: str
    evidence: str
    heard: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PublicTold:
    """The public at the end of a session. Illustrative, and to be said to be so. `own_names`: the author named it."""

    groups: tuple[GroupTold, ...]
    rumour: RumourTold | None = None
    own_names: bool = False

    def names(self, tongue: Tongue) -> tuple[str, ...]:
        """What the groups are called: as the author has it, else in the reader's language."""
        return told_names([group.name for group in self.groups], own=self.own_names, language=tongue)


def public_told(scenario: Scenario, state: SessionState) -> PublicTold:
    """How the public stands at the end of a state, and how it came there."""
    history, curve = standing(scenario, state), rumour_curve(scenario, state)
    groups = tuple(
        GroupTold(
            group.name,
            group.share,
            tuple(moment[place].trust for moment in history),
            round(100 * curve.groups[place].heard[-1]) if curve else None,
        )
        for place, group in enumerate(groups_of(scenario))
    )
    own_names = bool(scenario.public and scenario.public.groups)
    return PublicTold(groups, _rumour(scenario, curve), own_names)


def _rumour(scenario: Scenario, curve: Curve | None) -> RumourTold | None:
    told = rumour_of(scenario)
    found = next((one for one in scenario.dossier.rumours if told and one.id == told.id), None)
    if found is None or curve is None:
        return None
    return RumourTold(found.claim, found.truth, found.evidence, tuple(_heard(curve)))


def _heard(curve: Curve) -> Iterator[tuple[int, int]]:
    before = None
    percent = [round(100 * share) for share in curve.overall.heard]
    for place, (minute, now) in enumerate(zip(curve.minutes, percent, strict=True)):
        if now != before or place == len(percent) - 1:
            yield minute, now
        before = now
