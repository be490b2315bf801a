"""Moments: what happened at which time."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.claims import Moment, When
from simulator.scoring.claims.clauses import EARLIER_SAID, Clause
from simulator.scoring.claims.hearing import Heard, Phrase
from simulator.scoring.claims.times import Time, times
from simulator.scoring.claims.wording import content

AS_OF = Phrase(
    r"(?:tính |cập nhật |số liệu )?(?:đến|tới|lúc|vào)(?: thời điểm| khoảng| lúc)?|cập nhật(?: lúc)?",
    r"as of|as at|by|(?:figures?|count|numbers?) (?:at|from)|up to",
)
_COUNTED = Phrase(
    r"tính đến|báo cáo|mới nhất|con số|tính tới|cập nhật|số liệu|đến(?= \d+ ?(?:giờ|h|:))",
    r"as of|as at|latest|figures?|count|by",
)


def as_of(heard: Heard, clause: Clause, before: When) -> When:
    """The time as of which a clause's figures hold: said here, else the one said before."""
    if not _COUNTED.first(heard, clause.start, clause.end):
        return before
    return next((time.when for time in times(heard, clause.start, clause.end) if _counts(heard, clause, time)), before)


def moments(heard: Heard, clause: Clause) -> Iterator[Moment]:
    """The moments that a clause commits to."""
    if not clause.sure or EARLIER_SAID.first(heard, clause.start, clause.end):
        return
    found = times(heard, clause.start, clause.end)
    what = told(heard, clause, found)
    for time in found:
        if what and not _counts(heard, clause, time) and not clause.denied:
            start, end, quotation = heard.quoted(clause.start, clause.end)
            yield Moment(start, end, quotation, what, time.when, clause.future, len(found) == 1, clause.revision)


def told(heard: Heard, clause: Clause, found: tuple[Time, ...]) -> tuple[str, ...]:
    """The content words of a clause without those of its times."""
    edges = [clause.start, *(edge for time in found for edge in (time.start, time.end)), clause.end]
    words: dict[str, None] = {}
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words |= dict.fromkeys(content(heard, start, end))
    return tuple(words)[:12]


def _counts(heard: Heard, clause: Clause, time: Time) -> bool:
    """Whether the time is the one at which something was counted."""
    counted = _COUNTED.first(heard, clause.start, time.start)
    return counted is not None and AS_OF.closes(heard, max(clause.start, time.start - 30), time.start)
