"""What an answer does to the telling of a rumour: factors within their bounds, and in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.rubric import RED_FLAGS
from simulator.world.telling import (
    LOSS_OF_FLAG,
    LOSS_OF_LEVEL,
    Moment,
    credit_factor,
    stopping_factor,
    telling_factor,
)

MOMENTS = st.builds(
    Moment,
    rebuttal=st.none() | st.integers(0, 4),
    silent=st.booleans(),
    flags=st.lists(st.sampled_from(RED_FLAGS), unique=True).map(tuple),
)


@given(MOMENTS, st.integers(0, 100), st.integers(0, 1000))
@settings(max_examples=100)
def test_the_factors_of_an_answer(said: Moment, trust: int, since: int) -> None:
    kept, earned = credit_factor(said, trust, since)
    assert 0 < kept <= 1 <= earned
    assert credit_factor(said._replace(flags=said.flags[::-1]), trust, since) == (kept, earned)


def test_rates_move_within_their_bounds_and_less_than_the_credit() -> None:
    """What keeps answers in order: a loss of credit moves the ratio of the rates by no more than itself."""
    assert telling_factor(1) == stopping_factor(1) == 1
    for credit in (1e-9, 0.1, 0.5, 1.0, 3.0, 50.0, 1e9):
        assert 0.5 <= telling_factor(credit) <= 1.125
        assert 0.25 <= stopping_factor(credit) <= 4
        for kept in (0.1, 0.5, 0.9, 0.999):
            ratio = stopping_factor(credit * kept) / stopping_factor(credit)
            assert 1 >= ratio * telling_factor(credit) / telling_factor(credit * kept) >= kept


def test_the_losses_are_in_order() -> None:
    assert LOSS_OF_LEVEL[0] > LOSS_OF_LEVEL[1] > LOSS_OF_LEVEL[2] > 0
    assert set(LOSS_OF_FLAG) <= set(RED_FLAGS)
