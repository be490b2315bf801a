"""Numbers as people write them: digits, times, dates, and words in Vietnamese and English, on folded text.

A number is compared by value, so `14 giờ 30`, `14:30` and `14h30` share their parts, as do `mười hai` and `12`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = re.compile(r"\d+(?:[.,:/h]\d+)*")
_PART = re.compile(r"[.,:/h]")
_WORD = re.compile(r"[a-z]+")

_UNITS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_UNITS |= {"linh": 0, "le": 0}
_TENS = {"muoi": 10, "chuc": 10, "tram": 100, "nghin": 1000, "ngan": 1000}
_ENGLISH = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_ENGLISH |= {"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16}
_ENGLISH |= {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40}
_ENGLISH |= {"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ENGLISH_TENS = {"hundred": 100, "thousand": 1000}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: where it stands, all that it may be read as, and whether it is in digits."""

    start: int
    end: int
    values: frozenset[str]
    digits: bool

    @property
    def parts(self) -> frozenset[str]:
        """The values without separators: of 14:30, 14 and 30."""
        return frozenset(value for value in self.values if value.isdigit())


def figures(folded: str) -> tuple[Figure, ...]:
    """The numbers of a folded text, in order."""
    found = [*_in_digits(folded), *_in_words(folded)]
    return tuple(sorted(found, key=lambda figure: figure.start))


def values(folded: str) -> frozenset[str]:
    """All values of all numbers of a folded text."""
    return frozenset(value for figure in figures(folded) for value in figure.values)


def _in_digits(folded: str) -> Iterator[Figure]:
    for match in _DIGITS.finditer(folded):
        parts = {part.lstrip("0") or "0" for part in _PART.split(match.group())}
        whole = re.sub(r"[.,](?=\d{3}(?!\d))", "", match.group())
        yield Figure(*match.span(), frozenset(parts | {match.group(), whole}), digits=True)


def _in_words(folded: str) -> Iterator[Figure]:
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(folded):
        if run and (folded[run[-1].end() : match.start()].strip(" -") or not _is_number(match.group())):
            yield from _of_run(run)
            run = []
        if _is_number(match.group()):
            run.append(match)
    yield from _of_run(run)


def _is_number(word: str) -> bool:
    return word in _UNITS or word in _TENS or word in _ENGLISH or word in _ENGLISH_TENS


def _of_run(run: list[re.Match[str]]) -> Iterator[Figure]:
    if not run:
        return
    total = _value([match.group() for match in run])
    alone = {str(_simple(match.group())) for match in run} if len(run) == 1 else set()
    yield Figure(run[0].start(), run[-1].end(), frozenset({str(total)} | alone), digits=False)


def _simple(word: str) -> int:
    return _UNITS.get(word) or _ENGLISH.get(word) or _TENS.get(word) or _ENGLISH_TENS.get(word) or 0


NUMBER_BOUND = 10**12
"""No number in words is taken for more: nobody says one, and Python writes none of five thousand digits."""


def _value(words: list[str]) -> int:
    """The value of a run of number words: `hai muoi lam` is 25, `one hundred twenty` is 120."""
    total = pending = 0
    for word in words:
        scale = _TENS.get(word) or _ENGLISH_TENS.get(word)
        if scale == 1000:
            total, pending = (total + pending or 1) * scale, 0
        elif scale:
            total, pending = total + (pending or 1) * scale, 0
        else:
            pending = pending * 10 + _UNITS.get(word, 0) if word in _UNITS and pending else pending + _simple(word)
        total, pending = min(total, NUMBER_BOUND), min(pending, NUMBER_BOUND)
    return total + pending
