"""Days in the reader's way."""

from __future__ import annotations

from simulator.language.days import written_day


def test_a_day_is_written_day_first_in_vietnamese_and_year_first_in_english() -> None:
    assert written_day("2026-07-01", "vi") == "01/07/2026"
    assert written_day("2026-07-01", "en") == "2026-07-01"
