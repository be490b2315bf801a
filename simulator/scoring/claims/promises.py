"""Promises: what will be done by when, and where people will hear of it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.claims import Promise
from simulator.scoring.claims.clauses import Clause
from simulator.scoring.claims.hearing import Heard, Phrase, Voice
from simulator.scoring.claims.moments import told
from simulator.scoring.claims.times import Time, deadlines
from simulator.scoring.claims.wording import content

_SPEAKS = Phrase(
    r"công bố|cập nhật|trả lời|thông tin|thông báo|họp báo|gặp (?:lại|báo chí)|báo cáo|nói tiếp|niêm yết|trở lại|"
    r"có (?:kết quả|kết luận|câu trả lời)|trả kết quả|chi (?:trả|tiền|tại|cho)",
    r"next briefing|be back",
)
_SAYING = Phrase(
    r"công bố|cập nhật|trả lời|thông tin|thông báo|họp báo|báo cáo|nói tiếp|niêm yết|hứa|cam kết|hẹn",
    r"publish(?:ed)?|announced?|answer(?:ed)?|report(?:ed)?|release[d]?|promise|pledge|tell|told|"
    r"we'll|i'll|ready|give|given",
)
_DONE = Phrase(r"đã|vừa|hôm qua|hôm trước", r"was|were|had|did")
_CHANNELS = (
    ("hotline", Phrase(r"đường dây nóng|điện thoại|gọi", r"hotline|telephone|phone|call")),
    (
        "web",
        Phrase(r"trang (?:web|tin|thông tin)|cổng thông tin|trên mạng|website", r"web ?site|web ?page|online|site"),
    ),
    (
        "briefing",
        Phrase(
            r"họp báo|gặp (?:lại )?(?:các )?(?:anh chị|báo chí|nhà báo)|cuộc gặp|nói tiếp",
            r"briefing|press conference|meet (?:you|the press)|here again|brief you",
        ),
    ),
    ("loudspeaker", Phrase(r"loa|phát thanh", r"loudspeakers?|radio")),
    ("notice", Phrase(r"niêm yết|dán ở|bảng tin", r"notice ?board|posted at")),
)


def promises(heard: Heard, clause: Clause) -> Iterator[Promise]:
    """The promises that a clause makes, one for each time it names."""
    if not (clause.future or (clause.sure and is_announced(heard, clause))):
        return
    found = deadlines(heard, clause.start, clause.end)
    what = _promised(heard, clause, found)
    for time in _told_apart(found):
        if not time.when.day.startswith("-"):
            start, end, quotation = heard.quoted(clause.start, clause.end)
            if not what and not clause.future:
                return
            yield Promise(start, end, quotation, what, time.when, _channel(heard, clause), clause.revision)


def _promised(heard: Heard, clause: Clause, found: tuple[Time, ...]) -> tuple[str, ...]:
    """The words of what is promised, without its times and without the saying of it."""
    apart = tuple(sorted(_apart(found), key=lambda each: each.start))
    saying = {
        word
        for match in _SAYING.among(heard, clause.start, clause.end)
        for word in content(heard, match.start(), match.end())
    }
    return tuple(word for word in told(heard, clause, apart) if word not in saying)


def is_announced(heard: Heard, clause: Clause) -> bool:
    """Something to be made public, told without `will`: Vietnamese often leaves it out."""
    speaks = _SPEAKS.first(heard, clause.start, clause.end)
    done = _DONE.first(heard, clause.start, clause.end)
    return speaks is not None and done is None and heard.voice is not Voice.ENGLISH


def _told_apart(found: tuple[Time, ...]) -> tuple[Time, ...]:
    """All deadlines as exact as the most exact one: the clock times, or else the day."""
    exact = tuple(time for time in found if time.when.minutes is not None or time.when.within is not None)
    return exact[:4] or found[:1]


def _apart(found: tuple[Time, ...]) -> Iterator[Time]:
    """The deadlines that do not overlap, so that their words can be left out."""
    last = -1
    for time in sorted(found, key=lambda each: (each.start, -each.end)):
        if time.start >= last:
            yield time
            last = time.end


def _channel(heard: Heard, clause: Clause) -> str:
    return next(
        (name for name, phrase in _CHANNELS if phrase.first(heard, clause.sentence.start, clause.sentence.end)), ""
    )
