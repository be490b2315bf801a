"""The text layer: nothing that is typed breaks it, and every span leads back to the very characters typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scoring.text import LENGTH_MAX, Span, fold, read_answer


def sentences(text: str) -> list[str]:
    reading = read_answer(text)
    return [reading.of(sentence) for sentence in reading.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một. Hai! Ba? Bốn", ["Một.", "Hai!", "Ba?", "Bốn"]),
        ("Lúc 14.30 có 1.200 ca. Xong.", ["Lúc 14.30 có 1.200 ca.", "Xong."]),
        ("TP. Khe Trung và ThS. Lan, v.v. đều biết.", ["TP. Khe Trung và ThS. Lan, v.v. đều biết."]),
        ("một dòng\nhai dòng", ["một dòng", "hai dòng"]),
        ("a; b", ["a;", "b"]),
        ("… !!!", []),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_text_without_a_stop_is_divided() -> None:
    long = " ".join(["tiếng"] * 200)
    assert all(len(sentence.split()) <= 80 for sentence in sentences(long))
    assert "".join(sentences(long)) == long


def test_composed_and_decomposed_read_alike() -> None:
    composed = "Chúng tôi xin lỗi bà con Đèo Mây."
    decomposed = unicodedata.normalize("NFD", composed)
    assert read_answer(decomposed).text == composed
    reading = read_answer(decomposed)
    start, end = reading.typed_span(Span(10, 17))
    assert unicodedata.normalize("NFC", decomposed[start:end]) == composed[10:17]


def test_invisible_characters_are_passed_over() -> None:
    assert read_answer("an\u200b to\x00àn\x1b[31m\ud800").text == "an toàn[31m"


def test_folding_keeps_the_length() -> None:
    assert fold("Đặng Ổn Ứng") == "dang on ung"


def test_the_share_of_marks() -> None:
    assert read_answer("khong co dau").marked_share == 0
    assert read_answer("có dấu đủ cả").marked_share == 1


@given(st.text(max_size=300))
def test_any_text_is_read_and_every_span_leads_back(text: str) -> None:
    reading = read_answer(text)
    assert len(reading.folded) == len(reading.text) == len(reading.origin)

    last = 0
    for sentence in reading.sentences:
        assert last <= sentence.start < sentence.end <= len(reading.text)
        start, end = reading.typed_span(sentence)
        assert 0 <= start < end <= len(text)
        last = sentence.end


def test_what_is_too_long_is_cut() -> None:
    assert len(read_answer("a" * (LENGTH_MAX + 5)).text) == LENGTH_MAX
