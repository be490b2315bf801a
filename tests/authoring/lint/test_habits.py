"""From three questions on, what is so in all of them is told; from four on, in three of four."""

from __future__ import annotations

import pytest

from simulator.authoring.lint.habits import is_habit


@pytest.mark.parametrize(
    ("count", "all_", "told"),
    [(2, 2, False), (2, 3, False), (3, 3, True), (3, 4, True), (3, 5, False), (4, 5, True), (0, 0, False)],
)
def test_what_is_a_habit(count: int, all_: int, told: bool) -> None:
    assert is_habit(count, all_) == told
