"""Quotations: verbatim, whole words, one breath."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from simulator.exercise.pressing.quoting import WORDS_MAX, quoted, shortened


def test_a_span_is_quoted_in_whole_words_without_marks_at_its_edges() -> None:
    text = "Tôi nói: nước sạch, hoàn toàn an toàn, bà con cứ dùng."
    start = text.index("oàn toàn an")
    assert quoted(text, start, start + len("oàn toàn an t")) == "hoàn toàn an toàn"


def test_a_long_span_is_cut_at_a_word() -> None:
    words = [f"từ{letter}" for letter in "abcdefghijklmnop"]
    assert shortened(" ".join(words)) == " ".join(words[:WORDS_MAX])


def test_a_number_that_comes_late_is_kept() -> None:
    found = shortened("theo ban chỉ huy thì đến giờ này trên toàn xã đã có tất cả 12 người bị thương nặng")
    assert "12 người" in found
    assert len(found.split()) <= WORDS_MAX


def test_an_empty_or_broken_span_quotes_nothing() -> None:
    assert [quoted("abc", *span) for span in ((0, 0), (2, 1), (0, 9), (-1, 2))] == [""] * 4
    assert shortened(" \n\t") == ""


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_span_of_any_text_is_quoted_verbatim_or_not_at_all(text: str, start: int, end: int) -> None:
    found = quoted(text, start, end)
    said = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    assert found in unicodedata.normalize("NFC", said)
    assert len(found.split()) <= WORDS_MAX
    assert "\n" not in found
