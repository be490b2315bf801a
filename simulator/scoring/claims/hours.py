"""Hours and minutes of the day from the words for them."""

from __future__ import annotations

import re

from simulator.scoring.text import fold

MINUTES_PER_DAY = 24 * 60

_VIETNAMESE = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "mười lăm": 15,
}  # fmt: skip
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "an": 1,
}  # fmt: skip
_NAMED = {"noon": 12, "midday": 12, "midnight": 24}
_HOURS = {**_VIETNAMESE, **{fold(word): hour for word, hour in _VIETNAMESE.items()}, **_ENGLISH, **_NAMED}

HOUR_VI = "|".join([r"\d{1,2}", *sorted(_VIETNAMESE, key=len, reverse=True)])
HOUR_EN = "|".join([r"\d{1,2}", *sorted(_ENGLISH, key=len, reverse=True)])
"""Patterns of an hour, in digits or as a word."""

_LATE = re.compile(r"p\.?m|chi.u|t.i|afternoon|evening|night")
_EARLY = re.compile(r"a\.?m|s.ng|morning")
_DEEP = re.compile(r".[eê]m|khuya|midnight")
_NOON = re.compile(r"tr.a|noon|midday")


def hour_of(word: str) -> int:
    """The number an hour's word stands for; 0 for one that is none."""
    return int(word) if word.isdigit() else _HOURS.get(word, 0)


def minutes_of(hour: str, minute: str, part: str) -> tuple[int, bool]:
    """Minutes since midnight, and whether morning or evening stays open."""
    total = _in_day(hour_of(hour), part) * 60 + _minutes(minute)
    loose = not part or part == "o'clock"
    return total % MINUTES_PER_DAY, loose and 0 < hour_of(hour) <= 12 and not hour.startswith("0")


def _in_day(hour: int, part: str) -> int:
    if _DEEP.search(part):
        return hour + 12 if 6 <= hour < 12 else hour % 12 if hour == 12 else hour
    if _EARLY.search(part):
        return hour % 12 if hour <= 12 else hour
    if _NOON.search(part):
        return hour + 12 if hour < 4 else hour
    return hour + 12 if _LATE.search(part) and hour < 12 else hour


def _minutes(minute: str) -> int:
    if minute in ("rưỡi", "ruoi", "half past"):
        return 30
    if minute.startswith("quarter"):
        return 15 if minute.endswith("past") else -15
    less = minute.startswith(("kém", "kem"))
    count = hour_of(minute.split(" ", 1)[1] if less else minute) if minute else 0
    return -count if less else count
