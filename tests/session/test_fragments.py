"""Fragments: whole clauses that say something, verbatim, in both languages."""

from __future__ import annotations

import pytest

from simulator.session.fragments import Fragment, fragment
from simulator.session.small_words import small_words


def about(text: str, words: str = "") -> Fragment | None:
    start = text.index(words) if words else 0
    return fragment(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("Ý tôi muốn nói là nước suối đã sạch từ sáng nay.", "", "nước suối đã sạch từ sáng nay"),
        ("What I mean is that the valve was never checked.", "", "the valve was never checked"),
        ("Thưa chị Hằng, tin nhắn của tỉnh tới chậm ba giờ.", "", "tin nhắn của tỉnh tới chậm ba giờ"),
        ("Thank you for that question. Nobody was warned in time.", "", "Nobody was warned in time"),
        ("It rained. And the dam held until morning, so we went home.", "dam held", "the dam held until morning"),
        ("Theo báo cáo của ngành y tế, có 12 người bị thương.", "12 người", "có 12 người bị thương"),
        ("Y toi muon noi la nuoc suoi da sach tu sang nay.", "", "nuoc suoi da sach tu sang nay"),
    ],
)
def test_a_clause_with_content_is_quoted_and_no_mere_beginning(text: str, words: str, quoted: str) -> None:
    found = about(text, words)
    assert found is not None
    assert quoted in found.words
    assert found.words in text
    assert not found.words.startswith(("Ý tôi", "What I mean", "Thưa", "Thank you", "And ", "Y toi"))


@pytest.mark.parametrize("text", ["", " \n", "Ừ.", "Well, you know.", "Let us see.", "Vâng, thưa anh."])
def test_where_nothing_is_said_nothing_is_quoted(text: str) -> None:
    assert fragment(text) is None


def test_a_long_clause_is_cut_before_a_joint_and_the_cut_is_shown() -> None:
    text = "We have asked every household along the lower river to keep away from the water until tomorrow at noon"
    found = fragment(text)
    assert found is not None
    assert found.cut
    assert found.shown == f"{found.words} …"
    assert text.startswith(found.words)
    assert len(found.words.split()) <= small_words(text).words_max
    assert not found.words.endswith((" to", " from", " the", " and"))


def test_what_a_finding_rests_on_is_in_the_fragment_even_at_the_end_of_a_long_clause() -> None:
    text = "theo ban chỉ huy phòng thủ dân sự của tỉnh thì đến giờ này trên toàn xã có tất cả 12 người bị thương nặng"
    found = about(text, "12 người")
    assert found is not None
    assert "12 người bị thương" in found.words
    assert found.cut_before
    assert found.shown.startswith("… ")


def test_marks_of_the_answer_become_single_within_a_quotation() -> None:
    found = fragment("She said “go home” to all the families here.")
    assert found is not None
    assert found.shown == "She said ‘go home’ to all the families here"
    wrapped = fragment("“The river is clean again today.”")
    assert wrapped is not None
    assert wrapped.words == "The river is clean again today"
