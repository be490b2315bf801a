"""The overall grade, as the rubric's section Overall has it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.rubric import RED_FLAGS, SKILLS, Level, RedFlag, Skill, overall

LEVELS = st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4))
FLAGS = st.sets(st.sampled_from(RED_FLAGS))


@pytest.mark.parametrize(
    ("levels", "flags", "grade"),
    [
        ({}, set(), 0),
        ({}, {"blame"}, 0),
        ({"accuracy": 4}, set(), 100),
        ({"accuracy": 0}, set(), 0),
        ({"accuracy": 3}, {"blame"}, 67),
        ({"accuracy": 3, "empathy": 2}, set(), 63),  # 62.5 is rounded up
        ({"accuracy": 1, "empathy": 1, "clarity": 2}, set(), 33),  # 33.3
        ({"accuracy": 2, "empathy": 2, "clarity": 1}, set(), 42),  # 41.7
        ({"accuracy": 1}, {"blame", "attack", "stigma", "falsehood"}, 0),
    ],
)
def test_the_overall_grade(levels: dict[Skill, Level], flags: set[RedFlag], grade: int) -> None:
    assert overall(levels, flags) == grade


@given(LEVELS, FLAGS)
def test_it_is_the_mean_in_percent_rounded_half_up_less_eight_a_flag(
    levels: dict[Skill, Level], flags: set[RedFlag]
) -> None:
    mean = Fraction(25 * sum(levels.values()), len(levels) or 1)
    rounded = int(mean + Fraction(1, 2))
    assert overall(levels, flags) == max(0, rounded - 8 * len(flags))


def test_a_flag_raised_twice_counts_once() -> None:
    assert overall({"accuracy": 4}, ["blame", "blame"]) == 92
