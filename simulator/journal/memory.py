"""A journal that lasts as long as the program: for tests, and for playing without a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from simulator.journal.codec import decode, encode, plain_header
from simulator.journal.errors import JournalConflict, UnknownSession
from simulator.journal.port import Entry, SessionHeader, SessionSummary, newest_open, utc_now
from simulator.session.events import Event


@dataclass(slots=True)
class _Record:
    header: SessionHeader
    entries: list[Entry] = field(default_factory=list)


class MemoryJournal:
    """Keeps the Journal contract in memory; events go through the codec as they would on the way to a disk."""

    def __init__(self, now: Callable[[], str] = utc_now) -> None:
        self._now = now
        self._records: dict[str, _Record] = {}

    def now(self) -> str:
        return self._now()

    def begin(self, header: SessionHeader, opening: Sequence[Event], ending: str = "") -> None:
        if header.id in self._records:
            raise JournalConflict(header.id, 0)
        record = _Record(plain_header(header))
        for number, event in enumerate(opening):
            record.entries.append(self._entry(header.id, number, event, ending if number == len(opening) - 1 else ""))
        self._records[header.id] = record

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        entries = self._record(session).entries
        if number < len(entries):
            raise JournalConflict(session, number)
        if number > len(entries):
            raise ValueError(f"entry {number} would leave a gap after {len(entries) - 1}")
        entries.append(self._entry(session, number, event, ending))

    def entries(self, session: str) -> tuple[Entry, ...]:
        return tuple(self._record(session).entries)

    def header(self, session: str) -> SessionHeader:
        return self._record(session).header

    def sessions(self) -> tuple[SessionSummary, ...]:
        branches = {record.header.branch_of: record.header.id for record in self._records.values()}
        summaries = [
            SessionSummary(
                record.header,
                len(record.entries),
                record.entries[-1].recorded_at if record.entries else record.header.begun_at,
                record.entries[-1].ending if record.entries else "",
                branches.get(record.header.id, ""),
            )
            for record in self._records.values()
        ]
        return tuple(sorted(summaries, key=lambda summary: (summary.last_at, summary.header.id), reverse=True))

    def latest_open(self, scenario_id: str | None = None) -> SessionSummary | None:
        return newest_open(self.sessions(), scenario_id)

    def close(self) -> None:
        """Nothing is held open."""

    def _record(self, session: str) -> _Record:
        if session not in self._records:
            raise UnknownSession(session)
        return self._records[session]

    def _entry(self, session: str, number: int, event: Event, ending: str) -> Entry:
        return Entry(session, number, decode(encode(event), session, number), self._now(), ending)
