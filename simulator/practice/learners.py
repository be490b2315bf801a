"""The people who learn at one machine, as the record knows them: each name with its sessions and last day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.journal.port import SessionSummary


@dataclass(frozen=True, slots=True)
class LearnerEntry:
    """One learner. `name` is empty for sessions without one; `last_at` is UTC in ISO 8601, empty without a session."""

    name: str
    sessions: int = 0
    last_at: str = ""


def learners(summaries: Iterable[SessionSummary], present: str) -> tuple[LearnerEntry, ...]:
    """Everybody on record, and whoever learns at present: the one that was there last comes first."""
    found: dict[str, LearnerEntry] = {}
    for summary in summaries:
        name = summary.header.learner
        before = found.get(name, LearnerEntry(name))
        found[name] = LearnerEntry(name, before.sessions + 1, max(before.last_at, summary.last_at))
    found.setdefault(present, LearnerEntry(present))
    return tuple(sorted(found.values(), key=lambda one: (one.last_at, one.name), reverse=True))
