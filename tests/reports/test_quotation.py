"""Quotations are the speaker's own words, cut at words or clauses and never altered."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.signs import OBEYED
from simulator.reports.quotation import CHARACTERS_MAX, WORDS_MAX, beginning, fragment, in_marks, is_whole, sentence

TEXTS = st.text(st.sampled_from("ab đệ,.;:?!…“”\"'«»()[]{}–- \n\t\x1b\x00\u202e12"), max_size=120) | st.text(
    max_size=60
)


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("We were late, and I am sorry.", "We were late", "We were late"),
        ("We were late, and I am sorry.", "late, and I am sorry.", "late, and I am sorry"),
        ("It will never happen again!", "never happen", "never happen"),
        ("It will never happen again!", "ver happ", "never happen"),
        ("He said “no” to us.", "said “no”", "said “no”"),
        ("He said “no, never” to us.", "“no", "no"),
        ("At 7:00, 2,300 people.", "At 7:00, 2,300 people.", "At 7:00, 2,300 people"),
        ("Chậm là ở tỉnh; tôi xin lỗi bà con.", "tôi xin lỗi bà con.", "tôi xin lỗi bà con"),
        ("One line\nand another one here", "One line\nand another one here", "and another one here"),
        ("[b]bold[/b] {quote} <i>", "[b]bold[/b] {quote} <i>", "[b]bold[/b] {quote} <i>"),
        ("... --- ...", "... --- ...", ""),
    ],
)
def test_a_fragment(text: str, words: str, quoted: str) -> None:
    start = text.index(words)
    assert fragment(text, start, start + len(words)) == quoted


def test_the_beginning_of_a_text_says_where_it_goes_on() -> None:
    assert beginning("No comment.") == "No comment"
    assert beginning("One two three four five.", most=3) == "One two three …"
    assert beginning("") == ""


def test_a_long_stretch_is_cut_where_a_clause_ends() -> None:
    text = "Short one. " + "This clause has exactly nine words in it today, " * 3
    assert fragment(text, 0, len(text)) == "Short one. This clause has exactly nine words in it today"


def test_one_long_clause_is_cut_between_words_and_not_after_a_linking_one() -> None:
    words = [f"w{number}" for number in range(13)]
    text = " ".join([*words, "and", *words])
    assert fragment(text, 0, len(text)) == " ".join(words)


@given(TEXTS, st.integers(-3, 130), st.integers(-3, 130))
def test_any_fragment_stands_in_the_text_and_fits_a_headline(text: str, start: int, end: int) -> None:
    quoted = fragment(text, start, end)
    assert quoted in text
    assert len(quoted.split()) <= WORDS_MAX
    assert len(quoted) <= CHARACTERS_MAX
    assert not OBEYED.search(quoted)
    assert "\n" not in quoted
    assert not quoted or any(map(str.isalnum, quoted))
    assert not quoted or re.search(rf"(?<!\w){re.escape(quoted)}(?!\w)", text), "it begins and ends with whole words"


@given(TEXTS, st.integers(0, 130), st.integers(0, 130))
def test_the_sentence_holds_the_fragment(text: str, start: int, end: int) -> None:
    quoted = fragment(text, start, end)
    place = text.find(quoted)
    whole = sentence(text, place, place + len(quoted))
    assert " ".join(quoted.split()) in whole
    assert not OBEYED.search(whole)


def test_marks_are_the_languages_own_and_differ_from_those_inside() -> None:
    assert in_marks("We were late") == "“We were late”"
    assert in_marks("He said “no”") == "«He said “no”»"


@pytest.mark.parametrize("text", ["“We were late.”", "«We were late»", '"We were late"'])
def test_what_stands_between_marks_gets_no_second_pair(text: str) -> None:
    quoted = fragment(text, 0, len(text))
    assert quoted == "We were late"
    assert in_marks(text.replace(".", "")) == "“We were late”"
    assert in_marks("“Yes” and “no”") == "«“Yes” and “no”»"


def test_a_fragment_does_not_begin_in_the_middle_of_a_thought_if_it_can_be_helped() -> None:
    text = "Seven people are in hospital, as of three this afternoon, and we do not know the cause yet at all."
    assert fragment(text, 0, len(text)) == "Seven people are in hospital, as of three this afternoon"


def test_a_sentence_is_whole_but_for_its_end() -> None:
    assert is_whole("We were late", "We were late.")
    assert is_whole("We were late", "We were late?!")
    assert not is_whole("We were late", "We were late, and sorry.")


@pytest.mark.parametrize("text", ["word " * 4_000, "w" * 20_000, "a, " * 6_000, ". " * 10_000, '"' * 20_000])
def test_an_answer_of_any_length_is_cut_at_once(text: str) -> None:
    begun = process_time()
    fragment(text, 0, len(text))
    sentence(text, 0, len(text))
    assert process_time() - begun < 0.5
