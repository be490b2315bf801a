"""The skill profile: within its bounds, ever surer, and by what was answered of late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.profile import HALF_LIFE, LEVEL_MAX, PRIOR, profile
from simulator.scenario.rubric import SKILLS
from tests.practice.answers import BEGIN, answer

LEVELS = st.lists(st.integers(0, 4), min_size=1, max_size=60)


@given(LEVELS)
def test_the_mean_lies_in_its_interval_and_both_on_the_scale(levels: list[int]) -> None:
    (skill,) = profile(answer({"empathy": level}, day) for day, level in enumerate(levels)).skills
    for one in skill.course:
        assert 0 <= one.low <= one.mean <= one.high <= LEVEL_MAX
    assert [one.answers for one in skill.course] == list(range(1, len(levels) + 1))


@given(LEVELS)
def test_a_better_answer_never_makes_it_worse(levels: list[int]) -> None:
    def mean(last: int) -> float:
        found = profile(answer({"empathy": level}, day) for day, level in enumerate([*levels, last]))
        return found.skills[0].now.mean

    assert [mean(last) for last in range(5)] == sorted(mean(last) for last in range(5))


@pytest.mark.parametrize("level", [0, 1, 2, 3, 4])
def test_the_interval_narrows_with_answers_that_agree(level: int) -> None:
    (skill,) = profile(answer({"clarity": level}, day) for day in range(30)).skills
    widths = [one.high - one.low for one in skill.course]
    assert widths[-1] < widths[9] < widths[0]
    assert widths[0] > 1, "after one answer little is sure"
    assert skill.now.mean == pytest.approx(level, abs=0.15)


def test_the_first_answer_does_not_decide() -> None:
    (skill,) = profile([answer({"clarity": 4})]).skills
    assert PRIOR < skill.now.mean < 3.5


def test_what_was_answered_lately_counts_more() -> None:
    levels = [0] * 20 + [4] * HALF_LIFE
    (skill,) = profile(answer({"clarity": level}, day) for day, level in enumerate(levels)).skills
    assert skill.now.mean > 2
    backwards = profile(answer({"clarity": level}, day) for day, level in enumerate(reversed(levels)))
    assert backwards.skills[0].now.mean < 1.5


def test_skills_stand_in_the_rubrics_order_and_only_those_that_were_judged() -> None:
    found = profile([answer({"mandate": 1, "accuracy": 3}), answer({"empathy": 2}, 1)])
    assert [one.skill for one in found.skills] == [one for one in SKILLS if one in ("accuracy", "empathy", "mandate")]
    assert found.answers == 2


def test_the_weakest_is_that_which_reaches_lowest_and_the_strongest_is_surely_good() -> None:
    answers = [answer({"accuracy": 4, "empathy": 1, "clarity": 2}, day) for day in range(6)]
    found = profile(answers)
    assert found.weakest is not None
    assert found.strongest is not None
    assert (found.weakest.skill, found.strongest.skill) == ("empathy", "accuracy")
    assert profile([]).weakest is None


def test_flags_are_counted_the_most_frequent_first() -> None:
    answers = [
        answer(flags=("blame",), tempted=("blame", "stigma")),
        answer(day=1, flags=("stigma", "blame"), tempted=("stigma", "blame")),
        answer(day=2, tempted=("falsehood",)),
    ]
    found = profile(answers)
    assert found.flags == (("blame", 2), ("stigma", 1))
    assert found.tempted == {"blame": 2, "stigma": 2, "falsehood": 1}


def test_days_are_the_local_ones_each_once() -> None:
    answers = [answer(day=0), answer(day=0.01), answer(day=3)]
    days = [(BEGIN + timedelta(days=day)).astimezone().date().isoformat() for day in (0, 3)]
    assert list(profile(answers).days) == days


def test_the_change_is_told_against_a_moment_of_the_past() -> None:
    levels = [1] * 10 + [4] * 10
    (skill,) = profile(answer({"clarity": level}, day) for day, level in enumerate(levels)).skills
    change = skill.change(BEGIN + timedelta(days=9, hours=1))
    assert change is not None
    assert change == skill.now.mean - skill.course[9].mean > 1
    assert skill.change(BEGIN - timedelta(days=1)) is None
    assert skill.change(BEGIN + timedelta(days=90)) == 0
