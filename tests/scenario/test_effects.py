"""What an effect makes of a variable, within its range."""

from __future__ import annotations

import pytest

from simulator.scenario.conditions import NOT_JUDGED
from simulator.scenario.effects import changed
from simulator.scenario.expressions import parse_effect
from simulator.scenario.situation import Scalar
from tests.scenario.moments import NAMES


@pytest.mark.parametrize(
    ("effect", "now", "value", "result"),
    [
        ("promises = 3", 2, 3, 3),
        ("promises = 30", 2, 30, 9),
        ("promises = -30", 2, -30, 0),
        ("promises += 3", 2, 3, 5),
        ("promises += 8", 2, 8, 9),
        ("promises -= 1", 2, 1, 1),
        ("promises -= 5", 2, 5, 0),
        ("promises += -5", 2, -5, 0),
        ("promises = average(empathy)", 2, 2.75, 2),
        ("promises += average(empathy)", 2, 2.75, 4),
        ("promises = average(empathy)", 2, float("inf"), 9),
        ("promises = level(empathy)", 2, NOT_JUDGED, 2),
        ("promises += level(empathy)", 2, NOT_JUDGED, 2),
        ("promises -= level(empathy)", 2, NOT_JUDGED, 2),
    ],
)
def test_a_number_stays_within_its_range(effect: str, now: Scalar, value: Scalar, result: int) -> None:
    after = changed(parse_effect(effect, NAMES), now, value, (0, 9))
    assert after == result
    assert type(after) is int


def test_a_truth_and_a_text_become_what_is_assigned() -> None:
    assert changed(parse_effect("ready = true", NAMES), False, True, None) is True
    assert changed(parse_effect('host = "tỉnh"', NAMES), "xã", "tỉnh", None) == "tỉnh"
