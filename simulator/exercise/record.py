"""A Record: the events of the session being conducted, and the journal that keeps them."""

from __future__ import annotations

import secrets
from dataclasses import replace

from simulator.journal.errors import JournalConflict
from simulator.journal.port import Journal, SessionHeader
from simulator.scenario.model import Scenario
from simulator.session.events import Event


class Record:
    """`events` is all that the journal has confirmed, steps taken back included."""

    def __init__(self, journal: Journal, header: SessionHeader, events: tuple[Event, ...]) -> None:
        self.header = header
        self.events = events
        self._journal = journal
        self._unconfirmed: Event | None = None

    def append(self, event: Event, ending: str) -> None:
        """Have the journal keep the event under the next number. Raises its errors, and `events` is as it was."""
        try:
            self._journal.append(self.header.id, len(self.events), event, ending)
        except JournalConflict:
            raise
        except Exception:
            # A connection may have broken after the commit: the event may be recorded all the same.
            self._unconfirmed = event
            raise
        self._unconfirmed = None
        self.events = (*self.events, event)

    def news(self) -> tuple[Event, ...]:
        """What the journal holds beyond `events`; nothing if it holds something else in their place."""
        recorded = tuple(entry.event for entry in self._journal.entries(self.header.id))
        known = len(self.events)
        return recorded[known:] if recorded[:known] == self.events else ()

    def take_over(self, event: Event) -> None:
        """Count an event in that the journal already holds."""
        self.events = (*self.events, event)

    def recorded_before(self, event: Event, news: tuple[Event, ...]) -> bool:
        """Whether the news is nothing but an earlier attempt of ours at the same event."""
        if self._unconfirmed is None or len(news) != 1:
            return False
        return replace(news[0], at=event.at) == event == replace(self._unconfirmed, at=event.at)


def new_header(
    scenario: Scenario,
    source_hash: str,
    journal: Journal,
    seed: int,
    learner: str = "",
    branch_of: str = "",
    source: str = "",
    id_: str = "",
) -> SessionHeader:
    """A header for a session that begins now, under a new id if none is given."""
    begun_at = journal.now()
    return SessionHeader(
        id=id_ or new_id(begun_at),
        scenario_id=scenario.id,
        scenario_title=scenario.title,
        scenario_hash=source_hash,
        language=scenario.language,
        seed=seed,
        begun_at=begun_at,
        learner=learner,
        branch_of=branch_of,
        source=source,
    )


def new_id(begun_at: str) -> str:
    """An id for a session that begins at a time (UTC in ISO 8601); it says when, and is like no other."""
    day_and_time = begun_at[:19].replace("-", "").replace(":", "").replace("T", "-")
    return f"{day_and_time}-{secrets.token_hex(4)}"
