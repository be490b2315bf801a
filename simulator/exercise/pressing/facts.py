"""The fact of the dossier that a good answer to a press would bring."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from simulator.scenario.dossier import Dossier, Fact, Rumour, Unknown

FACT_MAX = 220
"""Characters of a fact as it is said; longer ones are cut after a sentence or a clause."""


def fact_said(dossier: Dossier, entry: str, about: str, *, rebuts: bool = False) -> str:
    """The dossier's entry, else (where a rumour is to be answered) a truth, else the fact nearest to `about`.

    Without the full stop, with its source; empty where nothing is known.
    """
    items: tuple[Fact | Rumour | Unknown, ...] = (*dossier.facts, *dossier.rumours, *dossier.unknowns)
    for item in items:
        if item.id == entry:
            return _said(item)
    if rebuts and dossier.rumours:
        return _said(dossier.rumours[_nearest([rumour.claim for rumour in dossier.rumours], about)])
    return _said(dossier.facts[_nearest([fact.text for fact in dossier.facts], about)]) if dossier.facts else ""


def _said(item: Fact | Rumour | Unknown) -> str:
    if isinstance(item, Fact):
        return f"{_short(item.text)} ({item.source}, {item.as_of})"
    if isinstance(item, Rumour):
        return f"{_short(item.truth)} ({_short(item.evidence)})"
    return f"{_short(item.text)} ({_short(item.when_known)})"


def _nearest(texts: Sequence[str], about: str) -> int:
    """Which text shares most words with another, the first of equals; a word counts less in as many as it stands."""
    words = [_words(text) for text in texts]
    shared = [sum(1 / sum(word in each for each in words) for word in own & _words(about)) for own in words]
    return max(range(len(texts)), key=lambda number: shared[number] / math.sqrt(1 + len(words[number])))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _short(text: str) -> str:
    """The text without its last stop; a long one only as far as whole sentences or clauses go."""
    bare = " ".join(text.split()).rstrip(".")
    if len(bare) <= FACT_MAX:
        return bare
    ends = [match.start() for match in re.finditer(r"[.;] ", bare[:FACT_MAX])]
    return bare[: ends[-1]] if ends else bare[:FACT_MAX].rsplit(" ", 1)[0]
