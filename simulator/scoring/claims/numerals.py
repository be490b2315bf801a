"""Numbers in words, in both languages: hai mươi lăm, một nghìn hai trăm, one hundred and twenty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.scoring.claims.hearing import Heard, Voice
from simulator.scoring.text import fold

_ONES_VI = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_TENS_VI = {"mười": 10, "mươi": 10, "chục": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9}
_JOINTS_VI = ("linh", "lẻ")
_ONES_EN = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_TENS_EN = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

SCALES = {
    word: value
    for word, value in (
        _TENS_VI | {fold(word): value for word, value in _TENS_VI.items()} | _TENS_EN | {"tỉ": 10**9, "ti": 10**9}
    ).items()
    if value > 10
}
"""Words that multiply the number before them."""

_ONES = (_ONES_VI, {fold(word): value for word, value in _ONES_VI.items()}, _ONES_EN)
_TENS = (_TENS_VI, {fold(word): value for word, value in _TENS_VI.items()}, _TENS_EN)
_BETWEEN = (_JOINTS_VI, tuple(map(fold, _JOINTS_VI)), ("and",))
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ONE = re.compile(r"\b(?:no|any|some|every|each|this|that|không|khong) $")
_YEAR = re.compile(r"n[aă]m (?:h[oọ]c|nay|ngo[aá]i|qua|t[oớ]i|sau|tr[uư][oớ]c|n[aà]y|\d{4})\b")
RUN_MAX = 12
"""Words of the longest number read."""


def numeral_runs(heard: Heard, start: int, end: int) -> Iterator[tuple[int, int, float]]:
    """Numbers in words: start, end, value. Two ones side by side are two numbers (`sau hai` is not 62)."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(heard.text, start, end):
        if run and not _goes_on(heard, run, match):
            yield from _closed(heard, run)
            run = []
        if run or _begins(heard, match):
            run.append(match)
    yield from _closed(heard, run)


def is_article(heard: Heard, place: int) -> bool:
    """Whether `một` or `one` stands there, which often counts nothing."""
    match = _WORD.match(heard.text, place)
    return match is not None and match.group() in ("một", "mot", "one")


def _begins(heard: Heard, match: re.Match[str]) -> bool:
    before = heard.text[max(0, match.start() - 8) : match.start()]
    is_year = _YEAR.match(heard.text, match.start())
    return _starts(match.group(), heard.voice) and not is_year and not _NOT_ONE.search(before)


def _starts(word: str, voice: Voice) -> bool:
    if word in ("tư", "tu", "mốt", "mot" if voice is Voice.MARKED else "lăm", "lăm", "lam"):
        return False
    return word in _ONES[voice] or word in ("mười", "muoi")


def _goes_on(heard: Heard, run: list[re.Match[str]], match: re.Match[str]) -> bool:
    word, last, voice = match.group(), run[-1].group(), heard.voice
    if heard.text[run[-1].end() : match.start()].strip(" -") or len(run) >= RUN_MAX:
        return False
    after_scale = last in _TENS[voice] or last in _BETWEEN[voice] or (voice is Voice.ENGLISH and last.endswith("ty"))
    if word in _ONES[voice]:
        return after_scale
    return word in _TENS[voice] or (word in _BETWEEN[voice] and last in _TENS[voice])


def _closed(heard: Heard, run: list[re.Match[str]]) -> Iterator[tuple[int, int, float]]:
    while run and run[-1].group() in _BETWEEN[heard.voice]:
        run = run[:-1]
    if run:
        yield run[0].start(), run[-1].end(), _value([match.group() for match in run], heard.voice)


def _value(words: list[str], voice: Voice) -> float:
    """`hai mươi lăm` is 25, `một nghìn hai trăm` 1200."""
    total = group = pending = 0
    for word in words:
        scale = _TENS[voice].get(word, 0)
        if scale >= 1000:
            total, group, pending = total + (group + pending or 1) * scale, 0, 0
        elif scale:
            group, pending = group + (pending or 1) * scale, 0
        else:
            pending += _ONES[voice].get(word, 0)
    return total + group + pending
