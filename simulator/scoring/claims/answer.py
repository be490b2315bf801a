"""claims_of: all that an answer commits its speaker to, in the order of its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from simulator.scenario.claims import Claim, When
from simulator.scoring.claims.clauses import clauses
from simulator.scoring.claims.corrections import corrections
from simulator.scoring.claims.figures import figures
from simulator.scoring.claims.hearing import Heard
from simulator.scoring.claims.moments import as_of, moments
from simulator.scoring.claims.promises import is_announced, promises
from simulator.scoring.claims.stances import stances
from simulator.scoring.text import read_answer

READ_MAX = 6_000
"""Characters read for claims: what is said after several minutes nobody holds against anybody."""

CLAIMS_MAX = 120
"""Claims kept of one answer; nobody makes more."""


@lru_cache(maxsize=512)
def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims of an answer. Any text will do."""
    heard = Heard(read_answer(text[:READ_MAX]))
    found = [claim for claim in _all(heard) if claim.end > claim.start]
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end))[:CLAIMS_MAX])


def _all(heard: Heard) -> Iterator[Claim]:
    since = When()
    for clause in clauses(heard):
        since = as_of(heard, clause, since)
        yield from figures(heard, clause, since)
        promised = tuple(promises(heard, clause))
        yield from promised
        if not promised and not is_announced(heard, clause):
            yield from moments(heard, clause)
        yield from stances(heard, clause)
    yield from corrections(heard)
