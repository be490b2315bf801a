from __future__ import annotations

import pytest

from simulator.loading.nearest import nearest


@pytest.mark.parametrize(
    ("name", "among", "found"),
    [
        ("openning", ("opening", "closing"), "opening"),
        ("Opening", ("opening", "closing"), "opening"),
        ("time-limit", ("time_limit",), "time_limit"),
        ("timeLimit", ("time_limit", "takes"), "time_limit"),
        ("zzz", ("opening",), ""),
        ("opening", (), ""),
        ("x" * 10_000, ("x" * 9_999,), ""),
    ],
)
def test_the_nearest_name(name: str, among: tuple[str, ...], found: str) -> None:
    assert nearest(name, among) == found
