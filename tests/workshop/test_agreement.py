"""How close a hall is: what holds of any ratings, and small halls reckoned by hand."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.reports.agreement import weighted_kappa
from simulator.scenario.rubric import SKILLS, Level, Skill
from simulator.workshop.agreement import KAPPA_LEAST, Closeness, closeness, hall_agreement

LEVELS = st.dictionaries(st.sampled_from(SKILLS[:4]), st.integers(0, 4), max_size=4)
HALLS = st.dictionaries(st.from_regex(r"s[1-9][0-9]?", fullmatch=True), LEVELS, max_size=12)


def test_a_small_hall_as_reckoned_by_hand() -> None:
    ratings: dict[str, dict[Skill, Level]] = {
        "s2": {"accuracy": 4, "empathy": 1},
        "s3": {"accuracy": 2, "empathy": 1},
    }
    found = hall_agreement(ratings, {"accuracy": 2, "empathy": 3}, own="s2", skills=("accuracy", "empathy"))
    accuracy, empathy = found.skills
    assert (accuracy.counts, accuracy.mean, accuracy.spread, accuracy.range) == ((0, 0, 1, 0, 1), 3, 1, (2, 4))
    assert (accuracy.own, accuracy.grader, empathy.own, empathy.grader) == (4, 2, 1, 3)
    assert found.own == Closeness(2, 0, 2.0)
    assert found.hall == Closeness(4, 1, 1.5)
    assert found.hall is not None
    assert found.hall.share == 0.25
    assert found.apart == 1.0, "two levels on accuracy, none on empathy"
    assert found.raters == 2


def test_of_nobody_there_is_nothing_to_tell() -> None:
    found = hall_agreement({}, {"accuracy": 2})
    assert (found.raters, found.own, found.hall, found.apart) == (0, None, None, None)
    assert (found.skills[0].mean, found.skills[0].spread, found.skills[0].range) == (None, None, None)


def test_without_the_grader_the_hall_is_told_alone() -> None:
    found = hall_agreement({"s2": {"accuracy": 4}}, {}, own="s2")
    assert (found.own, found.hall, found.skills[0].grader, found.skills[0].mean) == (None, None, None, 4)


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([(1, 1), (3, 3)] * (KAPPA_LEAST // 2), True),
        ([(1, 1), (3, 3)] * (KAPPA_LEAST // 2 - 1), False),
        ([(1, 2), (3, 2)] * KAPPA_LEAST, False),
        ([(2, 1), (2, 3)] * KAPPA_LEAST, False),
    ],
)
def test_a_kappa_is_told_only_where_it_says_something(pairs: list[tuple[int, int]], told: bool) -> None:
    found = closeness(pairs)
    assert found is not None
    assert found.kappa == (weighted_kappa(pairs) if told else None)


@given(HALLS, LEVELS)
def test_what_is_reckoned_by_levels_is_what_all_pairs_give(
    ratings: dict[str, dict[Skill, Level]], grader: dict[Skill, Level]
) -> None:
    found = hall_agreement(ratings, grader)
    gaps = [abs(levels[s] - grader[s]) for levels in ratings.values() for s in levels if s in grader]
    assert (found.hall.pairs if found.hall else 0) == len(gaps)
    if found.hall:
        assert found.hall.distance == pytest.approx(sum(gaps) / len(gaps))
        assert found.hall.within_one == sum(gap <= 1 for gap in gaps)
    apart = [abs(a[s] - b[s]) for a, b in combinations(ratings.values(), 2) for s in a if s in b]
    assert found.apart == (pytest.approx(sum(apart) / len(apart)) if apart else None)


@given(HALLS, LEVELS)
def test_every_figure_stays_in_its_bounds(ratings: dict[str, dict[Skill, Level]], grader: dict[Skill, Level]) -> None:
    found = hall_agreement(ratings, grader, own=next(iter(ratings), ""))
    for one in found.skills:
        if one.mean is not None and one.spread is not None and one.range is not None:
            assert one.range[0] <= one.mean <= one.range[1]
            assert 0 <= one.spread <= 2
    for close in (found.own, found.hall):
        assert close is None or (0 <= close.share <= 1 and 0 <= close.distance <= 4)
        assert close is None or close.kappa is None or -1 <= close.kappa <= 1


@given(LEVELS, st.integers(2, 9))
def test_a_hall_of_one_mind_with_the_grader_is_no_level_apart(levels: dict[Skill, Level], raters: int) -> None:
    found = hall_agreement({f"s{n}": levels for n in range(1, raters + 1)}, levels, own="s1")
    if levels:
        assert found.hall is not None
        assert (found.hall.distance, found.hall.share, found.apart) == (0, 1, 0)
        assert found.own is not None
        assert found.own.distance == 0
