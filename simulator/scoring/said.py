"""What of the dossier an answer puts on record: the facts, unknowns and truths that it holds, by id.

Conditions ask for it with `said(f1)`. By rule: enough of an entry's wording, or its numbers and some of its wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from simulator.scoring.desk import Desk, Entry, Pairs, pairs_of, syllables
from simulator.scoring.numbers import values
from simulator.scoring.slots import clashes, share
from simulator.scoring.text import Reading

WORDING_MIN = 0.4
"""Least share of an entry's syllable pairs, where its numbers are not given."""

NUMBERS_MIN = 0.6
WORDING_WITH_NUMBERS_MIN = 0.12
"""Least share of an entry's numbers, and of its syllable pairs beside them."""


def said(reading: Reading, desk: Desk) -> tuple[str, ...]:
    """The ids of what the answer puts on record, in the dossier's order. Sentences with a wrong number put nothing."""
    right = [reading.of(span) for span in reading.sentences if not clashes(reading.of(span), desk)]
    heard = " . ".join(right)
    pairs, numbers = pairs_of(syllables(heard)), values(heard)
    return tuple(id_ for id_, entry in _entries(desk) if _holds(entry, pairs, numbers))


def _entries(desk: Desk) -> Iterator[tuple[str, Entry]]:
    dossier = desk.dossier
    kinds: Sequence[tuple[Sequence[str], Sequence[Entry]]] = (
        ([item.id for item in dossier.facts], desk.facts),
        ([item.id for item in dossier.unknowns], desk.unknowns),
        ([item.id for item in dossier.rumours], desk.truths),
    )
    for ids, entries in kinds:
        yield from zip_longest(ids, entries)


def _holds(entry: Entry, pairs: Pairs, numbers: frozenset[str]) -> bool:
    wording = share(entry, pairs)
    given = len(entry.numbers & numbers) / len(entry.numbers) if entry.numbers else 0.0
    return wording >= WORDING_MIN or (given >= NUMBERS_MIN and wording >= WORDING_WITH_NUMBERS_MIN)
