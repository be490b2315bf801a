"""The parts of the public as crowds: the young hear it first, and who checks gives it up sooner."""

from __future__ import annotations

from typing import get_args

from simulator.scenario.public import Part, default_groups
from simulator.world.crowds import DOUBT, EARS, crowds
from simulator.world.rumour import Crowd, spread


def test_every_part_has_its_figures() -> None:
    assert set(EARS) == set(DOUBT) == set(get_args(Part))
    assert all(figure > 0 for figure in (*EARS.values(), *DOUBT.values()))


def test_the_groups_differ_in_how_far_the_rumour_gets_and_the_young_are_ahead() -> None:
    groups = default_groups("en")
    curve = spread(crowds(groups, 5), [], 40)
    heard = {group.part: shares.heard[-1] for group, shares in zip(groups, curve.groups, strict=True)}
    assert sorted(heard, key=lambda part: -heard[part]) == ["youth", "villagers", "national_press", "foreign_press"]
    telling = {group.part: max(shares.telling) for group, shares in zip(groups, curve.groups, strict=True)}
    assert telling["national_press"] < telling["villagers"] < telling["youth"]


def test_one_group_that_hears_and_doubts_as_the_villagers_is_the_classical_case() -> None:
    assert spread([Crowd(1, 0.05, 1.0, 1.0)], [], 60) == spread([Crowd(1, 0.05)], [], 60)
