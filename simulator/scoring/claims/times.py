"""Times as people say them: 17 giờ, 5 giờ chiều, 14h30, 5 p.m., half past six, two hours from now; and their days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.scenario.claims import When
from simulator.scoring.claims.days import Day, days
from simulator.scoring.claims.hearing import Heard, Phrase
from simulator.scoring.claims.hours import HOUR_EN, HOUR_VI, MINUTES_PER_DAY, hour_of, minutes_of

_CLOCK = re.compile(
    r"(?<![\w.,:/])(?P<hour>[01]?\d|2[0-4])[:h](?P<minute>[0-5]\d)(?![\d:])(?: ?(?P<part>[ap]\.?m\b\.?))?"
)
_CLOCK_VI = Phrase(
    rf"(?P<hour>{HOUR_VI}) ?(?:giờ|h|g)(?: ?(?P<minute>[0-5]?\d(?![/\d])|rưỡi|kém (?:\d+|mười|năm|"
    rf"mười lăm)))?(?: ?phút)?"
    r"(?: (?P<part>sáng|trưa|chiều|tối|đêm|khuya))?"
)
_CLOCK_EN = Phrase(
    "",
    rf"(?P<hour>{HOUR_EN})(?:[.:](?P<minute>[0-5]\d))? ?(?P<part>[ap]\.?m|o'clock|in the (?:morning|"
    rf"afternoon|evening)|"
    rf"(?:that|this|yesterday) (?:morning|afternoon|evening|night)|at night)|(?P<to>half past|"
    rf"quarter past|quarter to) "
    rf"(?P<hour2>{HOUR_EN})|(?P<name>noon|midday|midnight)",
)
_SPAN_VI = Phrase(
    r"(?:chậm|muộn|trễ|mất|suốt|kéo dài|cách đây|mỗi|cứ|thời hạn|hạn|trực|trong|trong vòng|sau|tới|thêm|hơn|gần)"
    r"(?: gần| hơn| khoảng| vòng)*"
)
_SPAN_AFTER = Phrase(r"(?:đồng hồ|liền|qua|trước|sau|mỗi)", "")
_WITHIN = Phrase(
    rf"(?:trong(?: vòng)?(?: khoảng)? |sau )?(?P<count>nửa|{HOUR_VI}) (?P<unit>tiếng|giờ|"
    rf"phút)(?: đồng hồ)? (?:nữa|tới)|"
    rf"trong vòng (?P<count2>{HOUR_VI}) (?P<unit2>tiếng|giờ|phút)",
    rf"(?:with)?in (?:the next )?(?P<count>half an|{HOUR_EN}) (?P<unit>hours?|minutes?)|"
    rf"(?P<count2>{HOUR_EN}) (?P<unit2>hours?|minutes?) from now",
)
_ENDS = (
    (
        Phrase(
            r"(?:cuối|hết) (?:ngày(?: hôm nay| nay)?|hôm nay)|trong (?:ngày hôm nay|hôm nay)",
            r"end of (?:the day|today)|close of day",
        ),
        MINUTES_PER_DAY,
    ),
    (Phrase(r"tối nay|đêm nay", r"tonight|this evening"), MINUTES_PER_DAY),
    (Phrase(r"cuối (?:buổi )?chiều(?: nay)?|chiều nay", r"this afternoon|close of business"), 18 * 60),
    (Phrase(r"trưa nay|cuối (?:buổi )?sáng(?: nay)?", r"this morning"), 12 * 60),
)
_ABOUT = Phrase(r"khoảng|chừng|tầm|gần|quãng|độ", r"about|around|roughly|nearly|approximately|some time around")


@dataclass(frozen=True, slots=True)
class Time:
    """A time in an answer and where it stands."""

    start: int
    end: int
    when: When


def times(heard: Heard, start: int, end: int) -> tuple[Time, ...]:
    """The clock times of a stretch, each with the day said beside it (or anywhere in the stretch)."""
    named = days(heard, start, end)
    clocks = [_dated(clock, named) for clock in _clocks(heard, start, end)]
    return tuple(_merged(clocks))


def deadlines(heard: Heard, start: int, end: int) -> tuple[Time, ...]:
    """All that may serve as a deadline, the most exact first: spans from now, clock times, ends of days, days."""
    named = days(heard, start, end)
    bare = [Time(day.start, day.end, When(day=day.name)) for day in named]
    return (*_spans(heard, start, end), *times(heard, start, end), *_day_ends(heard, start, end), *bare)


def _clocks(heard: Heard, start: int, end: int) -> Iterator[Time]:
    for match in _CLOCK.finditer(heard.text, start, end):
        yield _time(heard, start, match, match["hour"], match["minute"], match["part"])
    for match in _CLOCK_VI.among(heard, start, end):
        if match["part"] or not _is_span(heard, start, match, end):
            yield _time(heard, start, match, match["hour"], match["minute"], match["part"])
    for match in _CLOCK_EN.among(heard, start, end):
        hour = match["hour"] or match["hour2"] or match["name"]
        yield _time(heard, start, match, hour, match["to"] or match["minute"], match["part"] or match["name"])


def _time(heard: Heard, since: int, match: re.Match[str], hour: str, minute: str | None, part: str | None) -> Time:
    minutes, loose = minutes_of(hour, minute or "", part or "")
    about = _ABOUT.closes(heard, max(since, match.start() - 20), match.start())
    return Time(match.start(), match.end(), When(minutes, loose=loose, about=about))


def _is_span(heard: Heard, start: int, match: re.Match[str], end: int) -> bool:
    """`2 giờ` as how long, not when."""
    long = hour_of(match["hour"]) == 24
    before = _SPAN_VI.closes(heard, max(start, match.start() - 24), match.start())
    after = heard.text[match.end() : end].lstrip()
    return long or before or bool(_SPAN_AFTER.begins(heard, end - len(after), end))


def _spans(heard: Heard, start: int, end: int) -> Iterator[Time]:
    for match in _WITHIN.among(heard, start, end):
        count, unit = match["count"] or match["count2"], match["unit"] or match["unit2"]
        minutes = 1 if unit.startswith(("ph", "min")) else 60
        half = count in ("nửa", "nua", "half an")
        yield Time(match.start(), match.end(), When(within=minutes // 2 if half else minutes * hour_of(count)))


def _day_ends(heard: Heard, start: int, end: int) -> Iterator[Time]:
    for phrase, minutes in _ENDS:
        for match in phrase.among(heard, start, end):
            yield Time(match.start(), match.end(), When(minutes, day="+0"))


def _dated(time: Time, named: tuple[Day, ...]) -> Time:
    """The time with the day that follows it, else the nearest day before it."""
    after = [day for day in named if 0 <= day.start - time.end <= 12]
    before = [day for day in named if day.end <= time.start]
    inside = [day for day in named if day.start < time.end and day.end > time.start]
    day = next(iter([*inside, *after, *reversed(before), *named]), None)
    return replace(time, when=replace(time.when, day=day.name)) if day else time


def _merged(clocks: list[Time]) -> Iterator[Time]:
    """In order, each place once: the longest reading of it."""
    last = -1
    for time in sorted(clocks, key=lambda each: (each.start, -each.end)):
        if time.start >= last:
            yield time
            last = time.end
