"""Numbers are read by value, however they are written."""

from __future__ import annotations

import pytest

from simulator.scoring.numbers import figures, values


@pytest.mark.parametrize(
    ("folded", "value"),
    [
        ("7 nguoi", "7"),
        ("muoi hai nguoi", "12"),
        ("hai muoi lam ho", "25"),
        ("mot tram nam muoi", "150"),
        ("1.200 ho", "1200"),
        ("1,200 people", "1200"),
        ("twenty-five people", "25"),
        ("one hundred twenty", "120"),
        ("luc 14h30", "14"),
        ("at 14:30", "30"),
        ("ngay 09/3", "9"),
    ],
)
def test_a_number_has_its_value(folded: str, value: str) -> None:
    assert value in values(folded)


def test_a_number_knows_its_place() -> None:
    (first, second) = figures("co 7 chet, muoi hai bi thuong")
    assert (first.start, first.end, first.digits) == (3, 4, True)
    assert ("12" in second.values, second.digits) == (True, False)


def test_text_without_numbers_has_none() -> None:
    assert figures("khong co gi") == ()
