"""How long a text takes to say."""

from __future__ import annotations

import unicodedata

import pytest

from simulator.language.catalogue import Catalogue
from simulator.tui.widgets.speech import length_told, seconds_of_speech, syllables


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" … \n", 0),
        ("Nguyễn khuỷu tay", 3),
        ("nguoi yeu quyen", 3),
        ("17 giờ", 3),
        ("made it there", 3),
        ("hmm", 1),
        ("me", 1),
    ],
)
def test_syllables_of_either_language(text: str, count: int) -> None:
    assert syllables(text) == count
    assert syllables(unicodedata.normalize("NFD", text)) == count


def test_seconds_at_the_speed_of_vietnamese() -> None:
    assert seconds_of_speech("một " * 105) == 20
    assert seconds_of_speech("ừ") == 1
    assert seconds_of_speech("") == 0


def test_nothing_is_told_of_nothing() -> None:
    assert length_told("  ", Catalogue("vi")) == ""
    assert length_told("một hai", Catalogue("vi")) == "nói mất khoảng 1 giây, 2 âm tiết"
