"""The day after a day that an author has written, in the same writing: `Ngày 14/8` makes `Ngày 15/8`.

Days are written freely. What is not wholly understood has no next day, for a wrong date is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = _MONTH.split("|")
_WEEKDAYS: Sequence[Sequence[str]] = (
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"),
)
_WEEKDAY = "|".join(name for names in _WEEKDAYS for name in names)
_LEAD = rf"(?P<weekday>(?:{_WEEKDAY}))?(?P<lead>,?\s*(?:ngày\s+)?)"
_WRITINGS = tuple(
    re.compile(rf"{_LEAD}{writing}", re.IGNORECASE)
    for writing in (
        r"(?P<day>\d{1,2})(?P<to_month>\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?P<to_year>\s*[/.-]\s*|,?\s+năm\s+)?(?P<year>(?<=\D)\d{4})?",
        rf"(?P<day>\d{{1,2}})(?P<to_month>\s+)(?P<month>{_MONTH})(?P<to_year>,?\s+)?(?P<year>(?<=\D)\d{{4}})?",
        rf"(?P<month>{_MONTH})(?P<to_month>\s+)(?P<day>\d{{1,2}})(?P<to_year>,?\s+)?(?P<year>(?<=\D)\d{{4}})?",
    )
)
_ANY_YEAR = 2023
"""Of days without a year; not a leap year, so that 28 February is not known to be followed by which day."""


def next_day(written: str) -> str:
    """The next day in the same writing; empty for nothing, and for what is no day that can be understood."""
    for writing in _WRITINGS:
        found = writing.fullmatch(written.strip())
        if found:
            return _after(found)
    return ""


def _after(found: re.Match[str]) -> str:
    month, year = found["month"], found["year"]
    number = int(month) if month.isdigit() else _MONTHS.index(month.capitalize()) + 1
    try:
        day = date(int(year or _ANY_YEAR), number, int(found["day"]))
    except ValueError:
        return ""
    if not year and (day.month, day.day) == (2, 28):
        return ""
    after = day + timedelta(days=1)
    new = {
        "weekday": _next_weekday(found["weekday"] or ""),
        "day": str(after.day).zfill(2) if found["day"].startswith("0") else str(after.day),
        "month": _as_written(month, after.month),
        "year": str(after.year) if year else "",
    }
    places = sorted(writing for writing in found.groupdict() if found[writing] is not None)
    ordered = sorted(places, key=found.start)
    return "".join(new.get(place, found[place]) for place in ordered)


def _as_written(month: str, number: int) -> str:
    if not month.isdigit():
        return _MONTHS[number - 1]
    return str(number).zfill(2) if month.startswith("0") else str(number)


def _next_weekday(name: str) -> str:
    for names in _WEEKDAYS:
        folded = [one.casefold() for one in names]
        if name.casefold() in folded:
            new = names[(folded.index(name.casefold()) + 1) % 7]
            return new.title() if name.istitle() else new[:1].upper() + new[1:] if name[:1].isupper() else new
    return ""
