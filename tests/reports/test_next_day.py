"""The day after a written day, in the same writing; none where it is not understood."""

from __future__ import annotations

import pytest

from simulator.reports.next_day import next_day


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("Ngày 14/8", "Ngày 15/8"),
        ("ngày 30 tháng 4 năm 2025", "ngày 1 tháng 5 năm 2025"),
        ("Thứ Ba, ngày 31/12/2024", "Thứ Tư, ngày 1/1/2025"),
        ("Chủ nhật 09/08", "Thứ hai 10/08"),
        ("6 March", "7 March"),
        ("Monday 31 December 2025", "Tuesday 1 January 2026"),
        ("February 28, 2024", "February 29, 2024"),
    ],
)
def test_the_next_day_is_written_as_the_day_is(written: str, after: str) -> None:
    assert next_day(written) == after


@pytest.mark.parametrize("written", ["", "hôm nay", "32/1", "28/2", "14/13", "6 Marchember", "14/8 sáng", "Thứ hai"])
def test_what_is_no_known_day_has_no_next(written: str) -> None:
    assert next_day(written) == ""
