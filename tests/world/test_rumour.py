"""The rumour model: its classical constants, and how it behaves at its edges."""

from __future__ import annotations

from math import exp
from random import Random

import pytest

from simulator.world.rumour import AT_REST, Crowd, Curve, Moment, Rates, spread
from simulator.world.spreading import Spreading

UNTIL = 180
PUBLIC = [Crowd(45, 0.05), Crowd(35, 0.05), Crowd(15, 0.05), Crowd(5, 0.05)]


def few(rates: Rates) -> Curve:
    """The classical case: one group, next to nobody tells it at first, nobody speaks, and it runs out."""
    return spread([Crowd(1, 1e-6)], [], 10_000, rates=rates)


def test_a_fifth_never_hear_it_where_telling_and_stopping_are_as_likely() -> None:
    assert few(AT_REST).overall.ignorant[-1] == pytest.approx(0.203188, abs=0.0005)
    assert few(Rates(0.02, 0.02)).overall.ignorant[-1] == pytest.approx(0.203188, abs=0.00005)


@pytest.mark.parametrize(("ratio", "never", "peak"), [(1, 0.203, 0.307), (0.5, 0.060, 0.451), (2, 0.417, 0.189)])
def test_the_table_of_the_classical_model(ratio: float, never: float, peak: float) -> None:
    overall = few(Rates(0.08, 0.08 * ratio)).overall
    assert overall.ignorant[-1] == pytest.approx(never, abs=0.0006)
    assert max(overall.telling) == pytest.approx(peak, abs=0.0006)


def test_only_the_ratio_decides_the_reach() -> None:
    assert few(Rates(0.04, 0.08)).reach == pytest.approx(few(Rates(0.08, 0.16)).reach, abs=0.0002)


def test_the_final_size_solves_its_equation() -> None:
    never = few(Rates(0.05, 0.08)).overall.ignorant[-1]
    assert never == pytest.approx(exp(-(1 + 5 / 8) * (1 - never)), abs=0.0002)


def test_groups_that_are_alike_are_one_group() -> None:
    moments = [Moment(20, 40, 3), Moment(50, 40, None, True)]
    one, many = spread([Crowd(1, 0.05)], moments, UNTIL), spread(PUBLIC, moments, UNTIL)
    assert many.overall.heard == pytest.approx(one.overall.heard, abs=0.0001)
    assert all(group.heard == pytest.approx(one.overall.heard, abs=0.0001) for group in many.groups)


def test_chance_by_ordered_pairs_leaves_what_the_equations_say_and_the_well_known_error_does_not() -> None:
    """Hayes ("Rumours and Errours"): stifling the listener too, where a teller picks anybody, gives 0.285."""
    assert _by_chance(both_stop=False) == pytest.approx(0.204, abs=0.006)
    assert _by_chance(both_stop=True) == pytest.approx(0.285, abs=0.006)


def _by_chance(*, both_stop: bool, people: int = 1000, runs: int = 200) -> float:
    random = Random(1)
    return sum(_left(random, both_stop, people) for _ in range(runs)) / runs / people


def _left(random: Random, both_stop: bool, people: int) -> int:
    ignorant, telling = people - 1, 1
    while telling:
        other = random.randrange(people - 1)
        if other < ignorant:
            ignorant, telling = ignorant - 1, telling + 1
        elif both_stop and other < ignorant + telling - 1:
            telling -= 2
        else:
            telling -= 1
    return ignorant


def test_no_answer_kills_a_rumour() -> None:
    best = spread(PUBLIC, [Moment(minute, 100, 4) for minute in range(40)], 600)
    assert 0.05 < best.reach < 0.25


def test_silence_wakes_those_who_had_stopped() -> None:
    calm, silent = spread(PUBLIC, [], 90), spread(PUBLIC, [Moment(90, 50, None, True)], 90)
    assert silent.overall.telling[-1] > calm.overall.telling[-1]
    assert silent.reach == calm.reach


def test_what_is_said_before_it_begins_meets_it_at_its_beginning() -> None:
    early, at_once = ([Moment(minute, 50, 4)] for minute in (3, 30))
    assert spread(PUBLIC, early, 120, since=30) == spread(PUBLIC, at_once, 120, since=30)
    assert spread(PUBLIC, early, 120, since=30).minutes[0] == 30


def test_what_is_said_after_the_end_is_left_out() -> None:
    assert spread(PUBLIC, [Moment(61, 50, 0)], 60) == spread(PUBLIC, [], 60)
    assert spread(PUBLIC, [], 0).reach == 0.05


def test_a_curve_is_short_however_long_the_story() -> None:
    curve = spread(PUBLIC, [Moment(20_000, 50, None, True)], 50_000)
    assert len(curve.minutes) < 3_000
    assert curve.minutes[-1] == 50_000
    assert curve.minutes[curve.at(19_999)] <= 19_999 < curve.minutes[curve.at(19_999) + 1]
    assert curve.at(-1) == 0


def test_two_crowds_apart_meet_only_by_the_mixing() -> None:
    apart = spread([Crowd(1, 0.1), Crowd(1, 0.0)], [], 300, own_group=1.0)
    assert apart.groups[1].heard[-1] == 0
    assert spread([Crowd(1, 0.1), Crowd(1, 0.0)], [], 300).groups[1].heard[-1] > 0.5


def test_the_midpoint_rule_is_near_enough() -> None:
    """Against steps a twentieth as long: the same rates in twentieths of a minute."""
    coarse, fine = (Spreading(PUBLIC, Rates(0.08 / part, 0.08 / part), 0.5) for part in (1, 20))
    for _ in range(60):
        coarse.step()
    for _ in range(1200):
        fine.step()
    assert coarse.point(60).heard == pytest.approx(fine.point(60).heard, abs=0.0002)
