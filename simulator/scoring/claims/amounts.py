"""Numbers that may count something, by value: digits with separators and scales, words, ranges.

Numbers that name instead of counting are left out: telephones, dates, clock times, articles of laws, kilometres,
ages, classes, addresses on the web.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.scoring.claims.days import MONTHS, days
from simulator.scoring.claims.hearing import Heard, Phrase
from simulator.scoring.claims.numerals import SCALES, is_article, numeral_runs
from simulator.scoring.claims.times import times

_DIGITS = re.compile(r"(?<![\w/:])(?:\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?)(?![\w/:]|[.,]\d)")
_PHONE = re.compile(r"(?<!\d)(?:0\d{2,4}(?:[ .-]\d{3,4}){1,3}|\d{8,}|1\d{2,3}(?= ?(?:miễn phí|hotline)))")
_ADDRESS = re.compile(r"(?<!\S)\S{1,100}\.(?:vn|com|org|net|info|example)\b\S*")
_NAMING = Phrase(
    r"điều|khoản|điểm|nghị định|nghị quyết|quyết định|luật|số(?! (?:người|ca|nhà|hộ|em|học sinh))|thứ|"
    r"lớp|khối|tổ|bản|thôn|"
    r"khu|phòng|đợt|km|quốc lộ|cột mốc|mốc|tỉnh lộ|tháng|năm|ngày|mùng|mồng|mũi|quý|chương|mục|trang|"
    r"câu|ý|khóa|đội|bước|"
    r"đài|kênh|cấp|ph|đoạn|công văn|hồ sơ|biển số|tuần|trạm|chốt|ngõ|lần",
    r"article|articles|section|clause|decree|law|procedure|number|no\.?|km|point|year|years|class|grade|room|page|"
    r"paragraph|phase|marker|highway|route|ph|step|question|chapter|line|channel|station|" + "|".join(MONTHS),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_AGE = Phrase(r"tuổi", r"years? old|years? of age|year-old|th|nd|st|rd")
_RANGE = re.compile(r" ?(?:-|–|—|đến|den|tới|to|and|hoặc|or) ?")
_SCALE = re.compile(r" ?(?:" + "|".join(SCALES) + r")\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range, and where it stands."""

    start: int
    end: int
    least: float
    most: float
    in_words: bool = False


def amounts(heard: Heard, start: int, end: int) -> tuple[Amount, ...]:
    """The numbers of a stretch that may count something, in order."""
    taken = _taken(heard, start, end)
    found = [
        amount
        for amount in (*_in_digits(heard, start, end), *_in_words(heard, start, end))
        if not any(amount.start < until and amount.end > since for since, until in taken)
        and not _names(heard, start, amount, end)
    ]
    return tuple(_ranges(heard, sorted(found, key=lambda amount: amount.start)))


def _taken(heard: Heard, start: int, end: int) -> list[tuple[int, int]]:
    """Where numbers name a time, a day, a telephone or an address."""
    written = [*_PHONE.finditer(heard.text, start, end), *_ADDRESS.finditer(heard.text, start, end)]
    return [
        *((time.start, time.end) for time in times(heard, start, end)),
        *((day.start, day.end) for day in days(heard, start, end)),
        *(match.span() for match in written),
    ]


def _in_digits(heard: Heard, start: int, end: int) -> Iterator[Amount]:
    for match in _DIGITS.finditer(heard.text, start, end):
        scale = _SCALE.match(heard.text, match.end(), end)
        value = digits_value(match.group()) * (SCALES[scale.group().strip()] if scale else 1)
        yield Amount(match.start(), scale.end() if scale else match.end(), value, value)


def digits_value(written: str) -> float:
    """The value of digits: separators before groups of three are for reading, any other is the decimal one."""
    written = written[:24]
    whole = re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", written)
    return float(re.sub(r"[.,]", "", written) if whole else written.replace(",", "."))


def _in_words(heard: Heard, start: int, end: int) -> Iterator[Amount]:
    for first, last, value in numeral_runs(heard, start, end):
        yield Amount(first, last, value, value, in_words=True)


def _names(heard: Heard, start: int, amount: Amount, end: int) -> bool:
    """Whether the number names something: article 7, class 4, 60 years old."""
    after = heard.text[amount.end : end].lstrip()
    if _YEAR.fullmatch(heard.text, amount.start, amount.end):
        return True
    before = not is_article(heard, amount.start) and _NAMING.closes(heard, max(start, amount.start - 14), amount.start)
    return before or _AGE.begins(heard, end - len(after), end) is not None


def _ranges(heard: Heard, found: list[Amount]) -> Iterator[Amount]:
    """30-40, 30 to 40: one amount."""
    place = 0
    while place < len(found):
        one = found[place]
        other = found[place + 1] if place + 1 < len(found) else None
        if other and other.least > one.most and _RANGE.fullmatch(heard.text, one.end, other.start):
            yield Amount(one.start, other.end, one.least, other.most)
            place += 1
        else:
            yield one
        place += 1
