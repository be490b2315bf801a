"""Days as people say them: 18/8, ngày 18 tháng 8, 7 March, tomorrow, Monday; and how far off they are."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.scoring.claims.hearing import Heard, Phrase, either
from simulator.scoring.text import fold

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(MONTHS)
_SLASHED = re.compile(r"(?<![\w/.,])(?P<day>0?[1-9]|[12]\d|3[01])[/](?P<month>0?[1-9]|1[0-2])(?:/\d{2,4})?(?![\w/])")
_SPOKEN_VI = Phrase(r"(?:ngày|mùng|mồng) (?P<day>[12]?\d|3[01]) tháng (?P<month>1?\d)")
_SPOKEN_EN = Phrase(
    "",
    rf"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})|"
    rf"(?P<month2>{_MONTH}) (?P<day2>[12]?\d|3[01])(?:st|nd|rd|th)?",
)
_RELATIVE = (
    (Phrase(r"ngày kia|mốt", r"the day after tomorrow"), "+2"),
    (Phrase(r"(?:sáng|trưa|chiều|tối|ngày|đêm|hôm) mai|mai", r"tomorrow(?: morning| afternoon| evening)?"), "+1"),
    (Phrase(r"(?:sáng|trưa|chiều|tối|đêm|hôm|ngày) nay", r"today|tonight|this (?:morning|afternoon|evening)"), "+0"),
    (Phrase(r"(?:sáng|trưa|chiều|tối|đêm|hôm|ngày) qua", r"yesterday|last night"), "-1"),
    (Phrase(r"hôm kia", r"the day before yesterday"), "-2"),
    (Phrase(r"tuần (?:sau|tới)", r"next week"), "+7"),
    (Phrase(r"tuần trước", r"last week"), "-7"),
)
_WEEKDAYS = tuple(
    (Phrase(vi, en), en)
    for vi, en in (
        ("thứ hai", "monday"),
        ("thứ ba", "tuesday"),
        ("thứ tư", "wednesday"),
        ("thứ năm", "thursday"),
        ("thứ sáu", "friday"),
        ("thứ bảy", "saturday"),
        ("chủ nhật", "sunday"),
    )
)
WEEKDAYS = tuple(name for _, name in _WEEKDAYS)
_NAMED = either(phrase for phrase, _ in (*_RELATIVE, *_WEEKDAYS))
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})")
_ANY_DATE = re.compile(
    rf"(\d{{1,2}}) ?(?:/|thang) ?(\d{{1,2}})|(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH})|({_MONTH}) (\d{{1,2}})"
)
_YEAR = 2024
"""A leap year to count days in where no year is said."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day in an answer: where it stands and its name, as `When.day` has it."""

    start: int
    end: int
    name: str


def days(heard: Heard, start: int, end: int) -> tuple[Day, ...]:
    """The days named in a stretch, in order."""
    found = sorted(_all(heard, start, end), key=lambda day: (day.start, -day.end))
    return tuple(day for place, day in enumerate(found) if not place or day.start >= found[place - 1].end)


def _all(heard: Heard, start: int, end: int) -> Iterator[Day]:
    for match in (*_SLASHED.finditer(heard.text, start, end), *_SPOKEN_VI.among(heard, start, end)):
        yield Day(match.start(), match.end(), f"{int(match['day'])}/{int(match['month'])}")
    for match in _SPOKEN_EN.among(heard, start, end):
        month = MONTHS.index(match["month"] or match["month2"]) + 1
        yield Day(match.start(), match.end(), f"{int(match['day'] or match['day2'])}/{month}")
    if _NAMED.first(heard, start, end) is None:
        return
    for phrase, name in (*_RELATIVE, *_WEEKDAYS):
        for match in phrase.among(heard, start, end):
            yield Day(match.start(), match.end(), name)


def differ(one: str, other: str) -> bool:
    """Whether two days are certainly not the same: both dates, both relative, or both weekdays, and not equal."""
    return bool(one and other) and _kind(one) == _kind(other) and one != other


def _kind(name: str) -> str:
    return "date" if "/" in name else "relative" if name[0] in "+-" else "weekday"


def days_ahead(name: str, today: str) -> int | None:
    """How many days ahead of the story's day; None where that cannot be told. No name means today."""
    if not name:
        return 0
    if name[0] in "+-":
        return int(name)
    there, here = _date(name), _date(_written(today))
    return (there - here).days if there and here else None


def _written(today: str) -> str:
    """The story's day, as people would say it ("Ngày 14/8", "6 March"), as day/month."""
    match = _ANY_DATE.search(fold(today))
    if not match:
        return ""
    day = match[1] or match[3] or match[6]
    named = match[4] or match[5]
    return f"{day}/{MONTHS.index(named) + 1 if named else match[2]}"


def _date(name: str) -> datetime.date | None:
    match = _DATE.fullmatch(name)
    try:
        return datetime.date(_YEAR, int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None
