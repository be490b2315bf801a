"""The parts of the public as a rumour meets them: how soon each comes to hear it, and how readily each gives it up.

Illustrative, and said to be so wherever it is shown: the order is the literature's, the figures are ours. Online
a false report is passed on faster and further, and by people (Vosoughi, Roy and Aral, Science 359, 2018); where
checking is the custom, as among journalists and officials, a rumour is told less and dropped sooner (DiFonzo and
Bordia, Rumor Psychology, 2007).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.scenario.public import Part, PublicGroup
from simulator.world.spreading import Crowd

EARS: Mapping[Part, float] = {
    "villagers": 1.0,
    "youth": 1.5,
    "national_press": 0.8,
    "foreign_press": 0.6,
    "officials": 0.7,
    "diaspora": 1.2,
}
"""How soon a part comes to hear what is told, against the villagers."""

DOUBT: Mapping[Part, float] = {
    "villagers": 1.0,
    "youth": 1.0,
    "national_press": 1.6,
    "foreign_press": 1.6,
    "officials": 1.6,
    "diaspora": 1.0,
}
"""How readily a part that tells it gives it up again, against the villagers."""


def crowds(groups: Sequence[PublicGroup], told_by: int) -> list[Crowd]:
    """The groups as crowds, in their order; `told_by` percent of each tell the rumour first."""
    return [Crowd(group.share, told_by / 100, EARS[group.part], DOUBT[group.part]) for group in groups]
