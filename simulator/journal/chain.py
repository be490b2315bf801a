"""The chain of a session's entries: each link is made from the one before, so that a change anywhere shows.

A link is the SHA-256, in hexadecimal digits, of the former link and of all that the entry says; the first one follows
upon that of the session's header. It shows that a record was altered, not by whom: whoever can write into the database
can also make a new chain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from simulator.journal.port import ChainCheck, SessionHeader

_OF_HEADER = (
    "id",
    "scenario_id",
    "scenario_title",
    "scenario_hash",
    "language",
    "seed",
    "begun_at",
    "learner",
    "branch_of",
    "source",
    "format",
)
"""What the first link vouches for. A field that headers get later stays out, or every chain would be broken by it."""


def root(header: SessionHeader) -> str:
    """The link that the first entry's follows upon."""
    return _link([getattr(header, name) for name in _OF_HEADER])


def link(before: str, number: int, event: str, recorded_at: str, ending: str) -> str:
    """The link of an entry; `event` is its text as it is kept."""
    return _link([before, number, event, recorded_at, ending])


def checked(header: SessionHeader, rows: Iterable[tuple[int, str, str, str, str]]) -> ChainCheck:
    """The check of a session's rows in order, each with number, event, time, ending and link.

    Rows without a link are passed over as long as none before them has one: they are from before there was a chain.
    """
    before, entries, chained, broken = root(header), 0, 0, None
    for place, (number, event, recorded_at, ending, kept) in enumerate(rows):
        entries += 1
        expected = link(before, number, event, recorded_at, ending)
        chained += bool(kept)
        sound = number == place and (kept == expected if kept else not chained)
        if not sound and broken is None:
            broken = place
        before = kept if kept else before
    return ChainCheck(entries, chained, broken)


def _link(told: object) -> str:
    # A damaged row may hold what JSON does not know; it shall break the chain, and not the check.
    return sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":"), default=repr).encode()).hexdigest()
