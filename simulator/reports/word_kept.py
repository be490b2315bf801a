"""Whether the answers of a session hold together: what contradicts what, and what was promised for when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.scenario.claims import Promise
from simulator.scenario.conditions import minutes_of_day
from simulator.scenario.model import Scenario
from simulator.scoring.memory import Remembered, conflicts_of, memory
from simulator.session.state import SessionState
from simulator.session.view import story_time

MINUTES_PER_DAY = 24 * 60

DOSSIER = 0
"""Stands for the dossier where the number of an answer is asked for."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words of answer `number` (from 1) that do not agree with those of answer `other`, or with the dossier's."""

    number: int
    words: str
    other: int
    other_words: str


@dataclass(frozen=True, slots=True)
class Promised:
    """What answer `number` promised. `at` is the story's time of day when it falls due, if an hour of the same day was
    said, else empty; `past` says that it fell due while the session went on."""

    number: int
    words: str
    at: str = ""
    past: bool = False


@dataclass(frozen=True, slots=True)
class WordKept:
    """The contradictions and the promises of a session, in the order of the answers."""

    contradictions: tuple[Contradiction, ...] = ()
    promises: tuple[Promised, ...] = ()


def word_kept(scenario: Scenario, state: SessionState) -> WordKept:
    """What the answers of a session contradict, and what they promise."""
    remembered = memory(scenario, state)
    contradictions = dict.fromkeys(
        one for said in remembered for one in _contradictions(scenario, state, remembered, said)
    )
    promises = {(one.number, one.words): one for said in remembered for one in _promises(scenario, state, said)}
    return WordKept(tuple(contradictions), tuple(promises.values()))


def _contradictions(
    scenario: Scenario, state: SessionState, remembered: Sequence[Remembered], said: Remembered
) -> Iterator[Contradiction]:
    for conflict in conflicts_of(scenario, state, remembered, said.number):
        here, there = _in_one_line(conflict.quotation), _in_one_line(conflict.other)
        if here and there and here != there:
            yield Contradiction(said.number, here, conflict.answer or DOSSIER, there)


def _promises(scenario: Scenario, state: SessionState, said: Remembered) -> Iterator[Promised]:
    from simulator.scoring.claims import deadline_minutes  # Heavy, as `memory` says.

    for claim in said.claims:
        words = _in_one_line(claim.quotation)
        if isinstance(claim, Promise) and words:
            due = deadline_minutes(claim.deadline, said.minutes, scenario.clock.start, scenario.clock.day or "")
            by_the_hour = claim.deadline.minutes is not None or claim.deadline.within is not None
            at = story_time(scenario, due) if due is not None and by_the_hour and _is_today(scenario, due) else ""
            yield Promised(said.number, words, at, due is not None and said.minutes < due <= state.minutes)


def _is_today(scenario: Scenario, minutes: int) -> bool:
    """Whether a minute of the story is of the day that it begins on: other days are named in the words."""
    return 0 <= minutes_of_day(scenario.clock.start) + minutes < MINUTES_PER_DAY


def _in_one_line(words: str) -> str:
    return " ".join(words.split())
