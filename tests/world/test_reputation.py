"""Trust and heat: bounded, monotone, and never better for silence."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.rubric import LEVELS, RED_FLAGS, SKILLS, Level, RedFlag, Skill
from simulator.world.reputation import TRUST_COST, Impact, impact_of, react

PERCENT = st.integers(0, 100)
JUDGED = st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4))
RAISED = st.lists(st.sampled_from(RED_FLAGS), max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("levels", "flags", "silent", "impact"),
    [
        ({}, (), False, Impact(0, 0, 0)),
        ({"accuracy": 2}, (), False, Impact(0, 0, 0)),
        ({"accuracy": 4, "empathy": 4}, (), False, Impact(10, 0, -6)),
        ({"accuracy": 0}, (), False, Impact(-10, 0, 6)),
        ({"accuracy": 3, "empathy": 2}, (), False, Impact(3, 0, -2)),  # 2.5 and 1.5, halves up
        ({"accuracy": 3}, ("blame", "stigma", "blame"), False, Impact(5, 10, 7)),
        ({"accuracy": 0}, ("no_comment",), True, Impact(-10, 7, 23)),
    ],
)
def test_the_impact_of_an_answer(
    levels: dict[Skill, Level], flags: tuple[RedFlag, ...], silent: bool, impact: Impact
) -> None:
    assert impact_of(levels, flags, silent=silent) == impact


@pytest.mark.parametrize(
    ("before", "impact", "after"),
    [
        ((50, 30), Impact(10, 0, -6), (55, 24)),
        ((90, 30), Impact(10, 0, -6), (91, 24)),
        ((100, 3), Impact(10, 0, -6), (100, 0)),
        ((50, 30), Impact(-10, 0, 6), (40, 36)),
        ((5, 98), Impact(-10, 4, 6), (0, 100)),
        ((50, 30), Impact(5, 4, 2), (49, 32)),
    ],
)
def test_a_gain_is_scaled_and_a_loss_counts_in_full(
    before: tuple[int, int], impact: Impact, after: tuple[int, int]
) -> None:
    assert react(*before, impact) == after


def test_every_flag_has_its_cost() -> None:
    assert set(TRUST_COST) == set(RED_FLAGS)
    assert min(TRUST_COST.values()) > 0


@given(PERCENT, PERCENT, JUDGED, RAISED, st.booleans())
def test_both_stay_whole_numbers_from_0_to_100(
    trust: int, heat: int, levels: dict[Skill, Level], flags: tuple[RedFlag, ...], silent: bool
) -> None:
    after = react(trust, heat, impact_of(levels, flags, silent=silent))
    assert all(type(figure) is int and 0 <= figure <= 100 for figure in after)


@given(PERCENT, PERCENT, JUDGED, RAISED, st.booleans(), st.data())
def test_a_higher_level_never_lowers_trust_nor_raises_heat(
    trust: int, heat: int, levels: dict[Skill, Level], flags: tuple[RedFlag, ...], silent: bool, data: st.DataObject
) -> None:
    skill = data.draw(st.sampled_from(SKILLS))
    lower, higher = sorted(data.draw(st.tuples(st.sampled_from(LEVELS), st.sampled_from(LEVELS))))
    worse = react(trust, heat, impact_of({**levels, skill: lower}, flags, silent=silent))
    better = react(trust, heat, impact_of({**levels, skill: higher}, flags, silent=silent))
    assert better[0] >= worse[0]
    assert better[1] <= worse[1]


@given(PERCENT, PERCENT, JUDGED, RAISED, st.sampled_from(RED_FLAGS), st.booleans())
def test_a_further_flag_never_raises_trust_nor_lowers_heat(
    trust: int, heat: int, levels: dict[Skill, Level], flags: tuple[RedFlag, ...], further: RedFlag, silent: bool
) -> None:
    before = react(trust, heat, impact_of(levels, flags, silent=silent))
    after = react(trust, heat, impact_of(levels, (*flags, further), silent=silent))
    assert after[0] <= before[0]
    assert after[1] >= before[1]


@given(PERCENT, PERCENT, JUDGED, RAISED)
def test_silence_is_never_better_than_the_same_answer_spoken(
    trust: int, heat: int, levels: dict[Skill, Level], flags: tuple[RedFlag, ...]
) -> None:
    spoken = react(trust, heat, impact_of(levels, flags))
    silent = react(trust, heat, impact_of(levels, flags, silent=True))
    assert silent[0] <= spoken[0]
    assert silent[1] >= spoken[1]


@given(JUDGED, RAISED, st.booleans())
def test_more_trust_before_is_never_less_trust_after(
    levels: dict[Skill, Level], flags: tuple[RedFlag, ...], silent: bool
) -> None:
    impact = impact_of(levels, flags, silent=silent)
    after = [react(trust, 50, impact)[0] for trust in range(101)]
    assert after == sorted(after)


@given(PERCENT, PERCENT, JUDGED, RAISED)
def test_the_order_of_skills_and_flags_is_nothing(
    trust: int, heat: int, levels: dict[Skill, Level], flags: tuple[RedFlag, ...]
) -> None:
    turned = cast(dict[Skill, Level], dict(reversed(levels.items())))
    assert impact_of(turned, flags[::-1]) == impact_of(levels, flags)


@given(st.integers(10, 100), st.integers(0, 10))
def test_trust_is_lost_faster_than_it_is_won(trust: int, points: int) -> None:
    won = react(trust, 50, Impact(points, 0, 0))[0] - trust
    lost = trust - react(trust, 50, Impact(-points, 0, 0))[0]
    assert won <= lost == points
