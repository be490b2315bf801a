"""Quotations: verbatim, whole words, one breath."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from simulator.exercise.pressing.quoting import quoted, shortened
from simulator.session.small_words import small_words


def test_the_clause_about_a_span_is_quoted_without_marks_at_its_edges() -> None:
    text = "Sáng nay trời mưa to. Nước suối hoàn toàn an toàn, bà con cứ dùng! Tôi hết lời."
    start = text.index("oàn toàn an")
    assert quoted(text, start, start + len("oàn toàn an t")) == "Nước suối hoàn toàn an toàn, bà con cứ dùng"


def test_where_nothing_says_anything_nothing_is_quoted() -> None:
    assert [quoted(text) for text in ("", "Ừ.", "Let us see.", "Ý tôi muốn nói là thế.", "Well, you know.")] == [""] * 5


def test_a_long_span_is_cut_at_a_word() -> None:
    words = [f"từ{letter}" for letter in "abcdefghijklmnopqrstuv"]
    most = small_words(" ".join(words)).words_max
    assert shortened(" ".join(words)) == " ".join(words[:most])


def test_a_number_that_comes_late_is_kept() -> None:
    text = "theo ban chỉ huy phòng thủ dân sự của tỉnh thì đến giờ này trên toàn xã có tất cả 12 người bị thương nặng"
    found = shortened(text)
    assert "12 người" in found
    assert len(found.split()) <= small_words(text).words_max


def test_an_empty_or_broken_span_quotes_nothing() -> None:
    text = "Three people are in hospital."
    assert [quoted(text, *span) for span in ((2, 1), (0, 99), (-1, 2), (3, 3))] == [""] * 4
    assert shortened(" \n\t") == ""


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_span_of_any_text_is_quoted_verbatim_or_not_at_all(text: str, start: int, end: int) -> None:
    found = quoted(text, start, end)
    said = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    assert found in unicodedata.normalize("NFC", said)
    assert len(found.split()) <= small_words(text).words_max
    assert "\n" not in found
