"""Chance: SplitMix64, and fair."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.chance import draw
from simulator.session.events import SEED_MAX

# Printed by Sebastiano Vigna's C reference, https://prng.di.unimi.it/splitmix64.c
REFERENCE = {
    0: (16294208416658607535, 7960286522194355700, 487617019471545679, 17909611376780542444, 1961750202426094747),
    1234567: (6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821),
    SEED_MAX: (
        3055647633038352039,
        17441316833444690247,
        17011665146503905680,
        2314904739866303483,
        5990184416167851723,
    ),
}


@pytest.mark.parametrize("seed", REFERENCE)
def test_the_numbers_are_splitmix64s(seed: int) -> None:
    assert tuple(draw(seed, number, 2**64) for number in range(5)) == REFERENCE[seed]


@given(st.integers(0, SEED_MAX), st.integers(0, 10_000), st.integers(1, 1_000))
def test_a_draw_is_below_its_bound_and_the_same_each_time(seed: int, number: int, below: int) -> None:
    assert 0 <= draw(seed, number, below) < below
    assert draw(seed, number, below) == draw(seed, number, below)


@pytest.mark.parametrize("below", [2, 3, 7])
def test_draws_are_fair_along_one_seed_and_across_seeds(below: int) -> None:
    count = 30_000
    along = Counter(draw(2024, number, below) for number in range(count))
    across = Counter(draw(seed, 0, below) for seed in range(count))
    for drawn in (along, across):
        expected = count / below
        chi_squared = sum((drawn[face] - expected) ** 2 / expected for face in range(below))
        # Beyond this one fair die in a million would go, for six degrees of freedom or fewer.
        assert chi_squared < 39


def test_following_draws_do_not_follow_each_other() -> None:
    pairs = Counter((draw(seed, 0, 3), draw(seed, 1, 3)) for seed in range(9_000))
    assert len(pairs) == 9
    assert all(850 < count < 1_150 for count in pairs.values())
