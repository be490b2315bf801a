"""Stances: that something was done, or was not, with the negation of the clause it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.scenario.claims import Stance, When
from simulator.scoring.claims.amounts import amounts
from simulator.scoring.claims.clauses import NEGATION, Clause
from simulator.scoring.claims.days import days
from simulator.scoring.claims.hearing import Heard, Phrase, Voice, either
from simulator.scoring.claims.predicates import PREDICATES, Predicate
from simulator.scoring.claims.times import times
from simulator.scoring.claims.wording import content

_ANY = either(phrase for predicate in PREDICATES for phrase in (predicate.done, predicate.bare))
_ADDS = Phrase(
    r"không (?:chỉ|những|riêng)|chẳng những|không phải(?: là)? (?:chỉ|không)|không thể không|"
    r"không (?:biết |có )?(?:nói )?gì (?:hơn|khác|ngoài)|(?:không|ko) biết [^,.]{0,30}(?:ngoài|hơn)|"
    r"không ai không|không có chuyện không",
    r"not (?:only|just|merely|simply)|(?:didn't|don't|did not|do not|haven't) (?:only|just)",
)
_SOME = Phrase(
    r"không phải (?:ai|nhà|người|hộ|bản|lúc|[^\W\d_]+) nào|không phải (?:ai|tất cả|toàn bộ|mọi)|"
    r"nhiều (?:nhà|người|hộ)|"
    r"một số|vài|phần lớn|đa số|có (?:nhà|người|hộ|bản)|hết|đầy đủ|đều",
    r"not (?:all|every(?:one|body)?|each)|some|several|many|a few|most|few|fully|enough|properly|in time",
)
_TOO_LITTLE = Phrase(
    r"(?:đủ|hết|kịp|kỹ|tốt|đầy đủ|rõ|đúng|tới nơi|sớm hơn)",
    r"(?:enough|properly|in time|everyone|earlier|sooner|well|soon enough)",
)
_DONE = Phrase(r"đã|có|được|từng|vừa|mới|bị|kịp", r"did|do|have|has|had|was|were|been")
_HELPED = Phrase(r"(?!)", r"did|do(?:es)?|to have")
_PASSIVE = Phrase(r"được|bị", r"was|were|been|is|are|be|being|got|gets")
_ANYONE = frozenset(
    ["nguoi", "peopl", "people", "person", "men", "man", "women", "anybody", "khang", "dinh", "xac", "nhan"]
)
_YET = Phrase(
    r"chưa|đến (?:nay|giờ|lúc này)|hiện|bây giờ", r"yet|so far|still|to date|at this (?:point|stage)|until now"
)
_UNTIL = Phrase(r"cho (?:tới|đến)|mãi (?:tới|đến)|trước (?:khi|lúc|\d)|tới khi|đến khi", r"until|till|before")
_TIMED = Phrase(
    r"từ|lúc|hồi|trước khi|ngay khi|tuần trước|tháng trước|đêm|sáng|chiều|tối",
    r"since|same (?:day|evening|night|morning)|that (?:evening|night|morning|day)|last|earlier|before|"
    r"at once|immediately|within",
)


def stances(heard: Heard, clause: Clause) -> Iterator[Stance]:
    """The stances that a clause commits to."""
    if not clause.sure or _ANY.first(heard, clause.start, clause.end) is None:
        return
    for predicate in PREDICATES:
        for match in predicate.done.among(heard, clause.start, clause.end):
            yield from _stance(heard, clause, predicate, match)
        for match in predicate.bare.among(heard, clause.start, clause.end):
            if _is_helped(heard, clause, match):
                yield from _stance(heard, clause, predicate, match)


def _is_helped(heard: Heard, clause: Clause, match: re.Match[str]) -> bool:
    start = max(clause.start, match.start() - 24)
    return bool(NEGATION.first(heard, start, match.start()) or _HELPED.first(heard, start, match.start()))


def _stance(heard: Heard, clause: Clause, predicate: Predicate, match: re.Match[str]) -> Iterator[Stance]:
    negated = _is_negated(heard, clause, match)
    if (negated and _is_partial(heard, clause, match)) or not (negated or _is_done(heard, clause, predicate, match)):
        return
    start, end, quotation = heard.quoted(clause.start, clause.end)
    about, actor = _parties(heard, clause, match)
    beside = content(heard, clause.start, clause.end)
    yield Stance(
        start,
        end,
        quotation,
        predicate.name,
        not negated,
        () if predicate.of_all else about,
        actor,
        beside,
        yet=negated and _YET.first(heard, clause.start, clause.end) is not None,
        until=negated and _UNTIL.first(heard, match.end(), clause.end) is not None,
        timed=_is_timed(heard, clause),
        when=_when(heard, clause),
        revision=clause.revision,
    )


def _is_negated(heard: Heard, clause: Clause, match: re.Match[str]) -> bool:
    """Negated within its clause, unless the negation adds (`không chỉ`) or undoes another."""
    if _ADDS.first(heard, clause.start, match.start()):
        return False
    return NEGATION.first(heard, clause.start, match.start()) is not None


def _is_partial(heard: Heard, clause: Clause, match: re.Match[str]) -> bool:
    """Not everybody, not enough, two families not: no denial of the whole."""
    some = _SOME.first(heard, clause.start, match.start()) or _TOO_LITTLE.first(heard, match.end(), clause.end)
    return bool(some) or bool(amounts(heard, clause.start, match.start()))


def _is_done(heard: Heard, clause: Clause, predicate: Predicate, match: re.Match[str]) -> bool:
    """Whether it is told as done: English by its form, Vietnamese by a word for it, an apology by being said."""
    if predicate.performed or heard.voice is Voice.ENGLISH or _ADDS.first(heard, clause.start, match.start()):
        return True
    return _DONE.first(heard, max(clause.start, match.start() - 30), match.start()) is not None


def _parties(heard: Heard, clause: Clause, match: re.Match[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What it was done to, and who did it: by the order of the words, other where the verb is passive."""
    after = _things(heard, match.end(), clause.end)
    passive = next(iter(_PASSIVE.among(heard, max(clause.start, match.start() - 24), match.start())), None)
    if passive and (subject := _things(heard, clause.start, passive.start())):
        return subject, _things(heard, passive.end(), match.start())
    if after:
        return after, () if passive else _things(heard, clause.start, match.start())
    return content(heard, clause.sentence.start, match.start(), most=8), ()


def _things(heard: Heard, start: int, end: int) -> tuple[str, ...]:
    """The content words of a stretch, without people in general."""
    return tuple(word for word in content(heard, start, end, most=7) if word not in _ANYONE)[:6]


def _is_timed(heard: Heard, clause: Clause) -> bool:
    return _TIMED.first(heard, clause.start, clause.end) is not None or _when(heard, clause).is_known


def _when(heard: Heard, clause: Clause) -> When:
    clocks = (time.when for time in times(heard, clause.start, clause.end))
    named = (When(day=day.name) for day in days(heard, clause.start, clause.end))
    return next(clocks, None) or next(named, When())
