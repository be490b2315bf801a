"""How specific a condition is."""

from __future__ import annotations

import pytest

from simulator.scenario.expressions import conjuncts, parse_condition
from tests.scenario.moments import NAMES


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ready", 1),
        ("ready or trust > 3", 1),
        ("ready and trust > 3", 2),
        ("ready and (trust > 3 and heat > 3) and not ready", 4),
        ("0 < trust < 50", 2),
        ("not (ready and ready)", 1),
    ],
)
def test_it_counts_the_parts_that_must_hold_together(text: str, count: int) -> None:
    assert conjuncts(parse_condition(text, NAMES)) == count


def test_no_condition_is_not_specific() -> None:
    assert conjuncts(None) == 0
