"""The stretches around each number of a clause, and what binds the number or makes it a part of more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.scenario.claims import Qualifier
from simulator.scoring.claims.amounts import Amount, amounts
from simulator.scoring.claims.clauses import Clause
from simulator.scoring.claims.hearing import Heard, Phrase
from simulator.scoring.claims.numerals import is_article

REACH = 70
"""Characters after a number that may tell what it counts."""

_QUALIFIERS = (
    (
        Qualifier.AT_LEAST,
        Phrase(
            r"ít nhất(?: là)?|tối thiểu|trên|hơn|không dưới|từ",
            r"at least|more than|over|no fewer than|not less than|upwards of",
        ),
    ),
    (
        Qualifier.AT_MOST,
        Phrase(
            r"nhiều nhất|tối đa|không quá|dưới|chưa tới|chưa đến",
            r"at most|up to|no more than|under|fewer than|less than",
        ),
    ),
    (Qualifier.NEARLY, Phrase(r"gần|suýt soát|ngót", r"nearly|almost|close to|just under")),
    (
        Qualifier.ABOUT,
        Phrase(r"khoảng|chừng|tầm|ước|ước tính", r"about|around|some|roughly|approximately|an estimated|estimated"),
    ),
)
_MORE = Phrase(r"thêm|cứ|mỗi|mỗi ngày|thứ|từng", r"another|additional|further|extra|each|every|per")
_OF_MORE = Phrase(
    r"(?:[^\W\d_]+ ){0,2}(?:trong (?:số|tổng số|khoảng)|trong(?= \d)|nữa|còn lại|kia|ấy|đầu tiên|/|trên tổng số)",
    r"(?:[a-z]+ )?(?:of (?:the|them|those|our|these|us|all)|of(?= \d+(?![\d.,]* ?(?:per ?cent|%)))|"
    r"out of|more\b(?! than)|others?|"
    r"remaining|in every)",
)
_OF_MORE_WORDS = Phrase(r"trong (?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)", "")
_OF = re.compile(r" (?:trong|tr[eê]n|of|out of|/|trong s[oố]|trong t[oổ]ng s[oố]|of the|of these|trong kho[aả]ng) ?")
_MEASURE = re.compile(r" ?(?:giờ|gio|tiếng|tieng|h|hours?|tấn|tan|mét|m|triệu|trieu|tỷ|ty) (?:and )?")
_HALF = re.compile(r" [^\W\d_]+ r[uư][oỡơ]i\b")


@dataclass(frozen=True, slots=True)
class Around:
    """A number with the stretch before it and the stretch after it that may speak of it.

    `whole`: the 20 of "14 of 20". `mixed`: one of the numbers of "2 hours 55 minutes", which no rule adds up.
    """

    amount: Amount
    start: int
    end: int
    whole: bool = False
    mixed: bool = False


def arounds(heard: Heard, clause: Clause) -> Iterator[Around]:
    found = amounts(heard, clause.start, clause.end)
    start = clause.start
    for place, amount in enumerate(found):
        following = found[place + 1].start if place + 1 < len(found) else clause.end
        end = _whole_word(heard, amount.end, min(following, amount.end + REACH))
        whole = _OF.fullmatch(heard.text, start, amount.start) is not None and start > clause.start
        yield Around(amount, start, end, whole, _is_mixed(heard, amount, found, place))
        start = amount.end


def _is_mixed(heard: Heard, amount: Amount, found: tuple[Amount, ...], place: int) -> bool:
    """`2 giờ 55 phút`, `hai tấn sáu`, `hai tấn rưỡi`."""
    beside = heard.text[amount.end : amount.end + 16]
    after = found[place + 1].start if place + 1 < len(found) else -1
    before = found[place - 1].end if place else -1
    return bool(
        _HALF.match(beside)
        or (after > 0 and _MEASURE.fullmatch(heard.text, amount.end, after))
        or (before > 0 and _MEASURE.fullmatch(heard.text, before, amount.start))
    )


def _whole_word(heard: Heard, start: int, end: int) -> int:
    """`end` taken back to the end of a word."""
    if end < len(heard.text) and heard.text[end - 1 : end].isalnum() and heard.text[end].isalnum():
        return max(heard.text.rfind(" ", start, end), start)
    return end


def qualifier_of(heard: Heard, around: Around) -> tuple[Qualifier, int]:
    """What binds the number, and where the wording begins."""
    start = max(around.start, around.amount.start - 24)
    for qualifier, phrase in _QUALIFIERS:
        for match in phrase.among(heard, start, around.amount.start):
            if not heard.text[match.end() : around.amount.start].strip():
                return qualifier, match.start()
    return Qualifier.EXACTLY, around.amount.start


def is_part(heard: Heard, around: Around) -> bool:
    """Whether the number counts some among more: 12 of the 40, another 3."""
    amount = around.amount
    before = _MORE.closes(heard, max(around.start, amount.start - 20), amount.start)
    place = next_word(heard, amount.end, len(heard.text))
    of_more = any(phrase.begins(heard, place, len(heard.text)) for phrase in (_OF_MORE, _OF_MORE_WORDS))
    return before or of_more or is_indefinite(heard, amount)


def is_indefinite(heard: Heard, amount: Amount) -> bool:
    """`một` and `one`, which often only mean some or a."""
    return amount.in_words and amount.most == 1 and is_article(heard, amount.start)


def next_word(heard: Heard, place: int, end: int) -> int:
    """A place moved on past the spaces."""
    while place < end and heard.text[place] == " ":
        place += 1
    return place
