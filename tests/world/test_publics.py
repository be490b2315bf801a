"""Trust by group: bounded, monotone after one answer and after many, slow to come back."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.public import Part, PublicGroup, default_groups
from simulator.scenario.rubric import RED_FLAGS, SKILLS, Level, RedFlag, Skill
from simulator.world.publics import SORE, SPENT_MAX, WEIGHTS, Standing, at_start, cost_of, gain_of, react_all, react_one

Said = tuple[dict[Skill, Level], tuple[RedFlag, ...], bool]

PARTS: tuple[Part, ...] = get_args(Part)
EVERY = (
    *(PublicGroup(id=part, name=part, share=1, part=part) for part in PARTS),
    PublicGroup(id="own", name="Own", share=1, part="youth", weights={"empathy": 9, "accuracy": 0}),
)
LEVELS = st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4))
FLAGS = st.lists(st.sampled_from(RED_FLAGS), max_size=4).map(tuple)
SAID = st.tuples(LEVELS, FLAGS, st.booleans())
STANDINGS = st.builds(Standing, st.integers(0, 100), st.integers(0, SPENT_MAX))


def after(*answers: Said) -> tuple[Standing, ...]:
    standing = at_start(EVERY)
    for levels, flags, silent in answers:
        standing = react_all(EVERY, standing, levels, flags, silent)
    return standing


def no_better(worse: tuple[Standing, ...], better: tuple[Standing, ...]) -> bool:
    return all(one.trust <= other.trust and one.spent >= other.spent for one, other in zip(worse, better, strict=True))


@pytest.mark.parametrize(
    ("before", "gain", "cost", "after"),
    [
        ((50, 0), 10, 0, (55, 0)),
        ((50, 0), -10, 0, (40, 10)),
        ((50, 40), 10, 0, (53, 37)),
        ((50, 80), 10, 0, (51, 77)),
        ((50, 0), 4, 6, (46, 5)),
        ((3, 75), -10, 6, (0, 80)),
        ((100, 0), 10, 0, (100, 0)),
        ((60, 20), 0, 0, (60, 20)),
    ],
)
def test_a_loss_counts_in_full_and_a_gain_by_what_was_not_spent(
    before: tuple[int, int], gain: int, cost: int, after: tuple[int, int]
) -> None:
    assert react_one(Standing(*before), gain, cost) == after


def test_groups_listen_for_different_things() -> None:
    warm = react_all(EVERY, at_start(EVERY), {"empathy": 4, "accuracy": 1}, ())
    by_part = dict(zip([group.id for group in EVERY], warm, strict=True))
    assert by_part["villagers"].trust > 50 > by_part["national_press"].trust
    assert by_part["own"].trust == 55  # accuracy weighs nothing there
    stigma: tuple[RedFlag, ...] = ("stigma", "stigma")
    assert cost_of("villagers", stigma, silent=False) == 9
    assert cost_of("youth", stigma, silent=True) == 10
    assert gain_of(EVERY[-1], {"accuracy": 4}) == gain_of(EVERY[0], {}) == 0


def test_trust_that_was_lost_is_slow_to_return() -> None:
    bad: Said = ({"accuracy": 0, "empathy": 0}, ("falsehood",), False)
    good: Said = ({"accuracy": 4, "empathy": 4}, (), False)
    assert all(one.trust < 50 for one in after(bad, good, good))
    assert no_better(after(bad, *[good] * 8), after(*[good] * 8))
    assert all(one.spent < two.spent for one, two in zip(after(bad, good, good), after(bad), strict=True))


def test_every_part_is_known_and_every_weight_within_bounds() -> None:
    assert set(WEIGHTS) == set(SORE) == set(PARTS)
    assert all(0 <= weight <= 9 for weights in WEIGHTS.values() for weight in weights.values())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_default_groups_are_the_whole_public(language: str) -> None:
    groups = default_groups(language)
    assert len({group.id for group in groups}) == len({group.name for group in groups}) == 4
    assert sum(group.share for group in groups) == 100


@given(st.lists(SAID, max_size=12))
@settings(max_examples=60)
def test_trust_and_account_are_whole_numbers_within_bounds(answers: list[Said]) -> None:
    for trust, spent in after(*answers):
        assert type(trust) is type(spent) is int
        assert 0 <= trust <= 100
        assert 0 <= spent <= SPENT_MAX


@given(st.lists(SAID, max_size=4), SAID, st.lists(SAID, max_size=6), st.data())
@settings(max_examples=100)
def test_a_higher_level_never_lowers_any_trust_then_or_later(
    before: list[Said], said: Said, later: list[Said], data: st.DataObject
) -> None:
    skill = data.draw(st.sampled_from(SKILLS))
    low, high = sorted(data.draw(st.tuples(st.integers(0, 4), st.integers(0, 4))))
    worse, better = (({**said[0], skill: level}, said[1], said[2]) for level in (low, high))
    assert no_better(after(*before, worse, *later), after(*before, better, *later))


@given(st.lists(SAID, max_size=4), SAID, st.lists(SAID, max_size=6), st.sampled_from(RED_FLAGS))
@settings(max_examples=100)
def test_a_further_flag_never_raises_any_trust_then_or_later(
    before: list[Said], said: Said, later: list[Said], flag: RedFlag
) -> None:
    flagged = (said[0], (*said[1], flag), said[2])
    assert no_better(after(*before, flagged, *later), after(*before, said, *later))


@given(st.lists(SAID, max_size=4), SAID, st.lists(SAID, max_size=6))
@settings(max_examples=100)
def test_silence_is_never_better_then_or_later(before: list[Said], said: Said, later: list[Said]) -> None:
    levels, flags, _ = said
    assert no_better(after(*before, (levels, flags, True), *later), after(*before, (levels, flags, False), *later))


@given(STANDINGS, STANDINGS, st.integers(-10, 10), st.integers(0, 60))
@settings(max_examples=100)
def test_who_stood_worse_never_stands_better_after_the_same(one: Standing, two: Standing, gain: int, cost: int) -> None:
    worse = Standing(min(one.trust, two.trust), max(one.spent, two.spent))
    better = Standing(max(one.trust, two.trust), min(one.spent, two.spent))
    assert no_better((react_one(worse, gain, cost),), (react_one(better, gain, cost),))
