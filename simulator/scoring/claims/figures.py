"""Figures: so many of what, in which state, where, as of when; read from the words around each number of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.scenario.claims import Figure, When
from simulator.scoring.claims.clauses import EARLIER_SAID, Clause
from simulator.scoring.claims.hearing import Heard, Phrase, Voice
from simulator.scoring.claims.places import places
from simulator.scoring.claims.states import NOT, state_places, states
from simulator.scoring.claims.units import LATE_UNITS, last_unit, unit_at
from simulator.scoring.claims.windows import Around, arounds, is_indefinite, is_part, next_word, qualifier_of
from simulator.scoring.claims.wording import content
from simulator.scoring.claims.zeros import SUFFERED, day_of, zeros

_DENIED = Phrase(r"(?:vẫn |còn |hiện )*(?:chưa|không)")
_BRACKET = re.compile(r" ?\([^()]{1,60}\)(?=( [^,.;()]{1,40}))")
_NUMBER_OF = Phrase(r"(?:con |tổng )?số", r"number|toll|count|total")
_GIVING = frozenset({"received", "paid", "compensated"})
"""Ways to say that money changes hands: the same for every sum."""

_PEOPLE = SUFFERED | {"discharged", "arrested", "exposed"}


def figures(heard: Heard, clause: Clause, as_of: When) -> Iterator[Figure]:
    """The figures that a clause commits to."""
    if not clause.sure or clause.denied:
        return
    yield from zeros(heard, clause, as_of)
    if not EARLIER_SAID.first(heard, clause.start, clause.end):
        for around in arounds(heard, clause):
            yield from _figure(heard, clause, around, as_of)


def _figure(heard: Heard, clause: Clause, around: Around, as_of: When) -> Iterator[Figure]:
    amount = around.amount
    qualifier, since = qualifier_of(heard, around)
    unit, after = _unit(heard, around)
    befell, first = _states(heard, clause, around, unit, after)
    lasts = unit in LATE_UNITS and "late" not in states(heard, clause.start, clause.end)
    if not unit or lasts or around.mixed or around.whole or (is_indefinite(heard, amount) and not befell):
        return
    start, end, quotation = heard.quoted(min(since, first), around.end)
    yield Figure(
        start,
        end,
        quotation,
        amount.least,
        amount.most,
        unit,
        befell,
        _things(heard, after, around.end) or (() if befell else _things(heard, around.start, amount.start)),
        qualifier,
        places(heard, clause.start, clause.end),
        day_of(heard, clause),
        as_of,
        is_part(heard, around),
        clause.revision,
    )


def _unit(heard: Heard, around: Around) -> tuple[str, int]:
    """What is counted: the word after the number, or the one before it (`số người chết là 8`)."""
    amount = around.amount
    unit, after = unit_at(heard, amount.end, around.end)
    beside = states(heard, amount.end, min(amount.end + 10, around.end))
    if unit not in ("person", "pupil", "man") and _PEOPLE & set(beside):
        return ("person", amount.end) if unit_is_state(heard, amount.end, around.end) else (unit, after)
    if not unit and amount.most >= 10**6:
        return "money", amount.end
    if not unit and _NUMBER_OF.first(heard, around.start, amount.start):
        return last_unit(heard, around.start, amount.start), amount.end
    return unit, after


def unit_is_state(heard: Heard, start: int, end: int) -> bool:
    """`4 mất tích`: the state stands where the counted thing would."""
    while start < end and heard.text[start] == " ":
        start += 1
    stop = heard.text.find(" ", start, end)
    first = states(heard, start, end if stop < 0 else stop)
    second = states(heard, start, end if stop < 0 else min(stop + 6, end))
    return bool((set(first) | set(second)) & _PEOPLE)


def _states(heard: Heard, clause: Clause, around: Around, unit: str, past: int) -> tuple[tuple[str, ...], int]:
    """What befell what was counted, and where the wording begins: after the number if told there, else before it."""
    amount = around.amount
    if unit == "money":
        told = states(heard, clause.start, clause.end)
        return tuple(state for state in told if state not in _GIVING), amount.start
    after = states(heard, amount.end, around.end)
    after = after or _past_bracket(heard, around.end)
    if after:
        return after, amount.start
    before = tuple(state for state in states(heard, around.start, amount.start) if state != NOT)
    if (
        not before
        and heard.voice is not Voice.ENGLISH
        and _DENIED.begins(heard, next_word(heard, past, around.end), around.end)
    ):
        return (NOT,), amount.start
    return before, around.start if before else amount.start


def _things(heard: Heard, start: int, end: int) -> tuple[str, ...]:
    """The words of a stretch that are no state: those tell apart what the states do not."""
    held = {word for since, until in state_places(heard, start, end) for word in content(heard, since, until)}
    return tuple(word for word in content(heard, start, end, most=7) if word not in held)[:5]


def _past_bracket(heard: Heard, place: int) -> tuple[str, ...]:
    """The states told after a bracket that stands right behind: in `148 hộ (611 người) ở tạm`, sheltered."""
    bracket = _BRACKET.match(heard.text, place)
    return states(heard, bracket.end(), bracket.end() + len(bracket[1])) if bracket else ()
