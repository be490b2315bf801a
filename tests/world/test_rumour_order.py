"""Answers in order: shares are kept, and a better answer never carries a rumour further, at any minute."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.rubric import RED_FLAGS, RedFlag
from simulator.world.crowds import DOUBT, EARS
from simulator.world.rumour import Crowd, Moment, Shares, spread

GROUPS = 3
UNTIL = 180

CROWDS = st.lists(
    st.builds(
        Crowd,
        st.sampled_from([1, 5, 20, 60]),
        st.sampled_from([0.0, 0.01, 0.05, 0.3, 1.0]),
        st.sampled_from(sorted(EARS.values())),
        st.sampled_from(sorted(DOUBT.values())),
    ),
    min_size=GROUPS,
    max_size=GROUPS,
)
TRUST = st.integers(0, 100)
MOMENTS = st.builds(
    Moment,
    st.integers(0, UNTIL),
    TRUST | st.tuples(*[TRUST] * GROUPS),
    st.none() | st.integers(0, 4),
    st.booleans(),
    st.lists(st.sampled_from(RED_FLAGS), max_size=3, unique=True).map(tuple),
)
BEFORE_AND_AFTER = st.lists(MOMENTS, max_size=6)


def heard(groups: list[Crowd], moments: list[Moment]) -> tuple[float, ...]:
    return spread(groups, moments, UNTIL).overall.heard


def never_above(better: tuple[float, ...], worse: tuple[float, ...]) -> bool:
    """At no minute more than so many. Both curves have every minute, or nothing moves where one has not."""
    length = max(len(better), len(worse))
    padded = [(*curve, *[curve[-1]] * (length - len(curve))) for curve in (better, worse)]
    return all(one <= other for one, other in zip(*padded, strict=True))


@given(CROWDS, BEFORE_AND_AFTER)
@settings(max_examples=60)
def test_shares_are_kept_and_within_bounds(groups: list[Crowd], moments: list[Moment]) -> None:
    curve = spread(groups, moments, UNTIL)
    for shares in (*curve.groups, curve.overall):
        _are_shares(shares)
    assert list(curve.minutes) == sorted(set(curve.minutes))
    assert (curve.minutes[0], curve.minutes[-1]) == (0, UNTIL)


def _are_shares(shares: Shares) -> None:
    for together in zip(*shares, strict=True):
        assert min(together) >= 0
        assert sum(together) == pytest.approx(1, abs=1e-12)
    assert all(share == round(share, 4) for row in shares for share in row)
    assert list(shares.heard) == sorted(shares.heard)


@given(CROWDS, BEFORE_AND_AFTER, MOMENTS, st.integers(0, 4), st.integers(0, 4))
@settings(max_examples=60)
def test_a_better_rebuttal_never_raises_the_reach(
    groups: list[Crowd], moments: list[Moment], said: Moment, one: int, other: int
) -> None:
    worse, better = sorted((one, other))
    assert never_above(
        heard(groups, [*moments, said._replace(rebuttal=better)]),
        heard(groups, [*moments, said._replace(rebuttal=worse)]),
    )


@given(CROWDS, BEFORE_AND_AFTER, MOMENTS)
@settings(max_examples=60)
def test_silence_never_lowers_the_reach(groups: list[Crowd], moments: list[Moment], said: Moment) -> None:
    spoken, silent = said._replace(silent=False), said._replace(silent=True)
    assert never_above(heard(groups, [*moments, spoken]), heard(groups, [*moments, silent]))


@given(CROWDS, BEFORE_AND_AFTER, MOMENTS, st.sampled_from(RED_FLAGS))
@settings(max_examples=60)
def test_a_flag_never_lowers_the_reach(groups: list[Crowd], moments: list[Moment], said: Moment, flag: RedFlag) -> None:
    flagged = said._replace(flags=(*said.flags, flag))
    assert never_above(heard(groups, [*moments, said]), heard(groups, [*moments, flagged]))


@given(CROWDS, BEFORE_AND_AFTER, TRUST, st.sampled_from([3, 4]), st.integers(0, UNTIL), st.integers(0, UNTIL))
@settings(max_examples=60)
def test_an_earlier_rebuttal_never_raises_the_reach(
    groups: list[Crowd], moments: list[Moment], trust: int, level: int, one: int, other: int
) -> None:
    early, late = sorted((one, other))
    assert never_above(
        heard(groups, [*moments, Moment(early, trust, level)]), heard(groups, [*moments, Moment(late, trust, level)])
    )


@given(CROWDS, BEFORE_AND_AFTER, MOMENTS, TRUST, TRUST)
@settings(max_examples=60)
def test_more_trust_never_raises_the_reach(
    groups: list[Crowd], moments: list[Moment], said: Moment, one: int, other: int
) -> None:
    less, more = sorted((one, other))
    assert never_above(
        heard(groups, [*moments, said._replace(trust=more)]), heard(groups, [*moments, said._replace(trust=less)])
    )
