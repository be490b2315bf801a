"""A journal that lasts as long as the program: for tests, and for playing without a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from simulator.journal import chain
from simulator.journal.answers import RecordedAnswer, RecordedText, in_order, recorded_answers
from simulator.journal.codec import decode, encode, plain, plain_header
from simulator.journal.errors import JournalConflict, UnknownSession
from simulator.journal.port import (
    ChainCheck,
    Entry,
    LogEntry,
    Remark,
    Said,
    SessionHeader,
    SessionSummary,
    newest_open,
    utc_now,
)
from simulator.session.events import Event


@dataclass(slots=True)
class _Record:
    header: SessionHeader
    entries: list[Entry] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class MemoryJournal:
    """Keeps the Journal contract in memory; events go through the codec as they would on the way to a disk."""

    def __init__(self, now: Callable[[], str] = utc_now) -> None:
        self._now = now
        self._records: dict[str, _Record] = {}
        self._remarks: list[Remark] = []

    def now(self) -> str:
        return self._now()

    def begin(self, header: SessionHeader, opening: Sequence[Event], ending: str = "") -> None:
        if header.id in self._records:
            raise JournalConflict(header.id, 0)
        record = _Record(plain_header(header))
        for number, event in enumerate(opening):
            self._add(record, self._entry(header.id, number, event, ending if number == len(opening) - 1 else ""))
        self._records[header.id] = record

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        record = self._record(session)
        entries = record.entries
        if number < len(entries):
            raise JournalConflict(session, number)
        if number > len(entries):
            raise ValueError(f"entry {number} would leave a gap after {len(entries) - 1}")
        self._add(record, self._entry(session, number, event, ending))

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

    def answers(self, learner: str | None = None) -> tuple[RecordedAnswer, ...]:
        continued = {record.header.branch_of for record in self._records.values()}
        mine = (
            record
            for id_, record in self._records.items()
            if id_ not in continued and learner in (None, record.header.learner)
        )
        texts = (
            RecordedText(one.session, record.header.scenario_id, one.number, encode(one.event), one.recorded_at)
            for record in mine
            for one in record.entries
        )
        return in_order(recorded_answers(texts))

    def check_chain(self, session: str) -> ChainCheck:
        rows = ((one.number, one.event, one.recorded_at, one.ending, one.chain) for one in self.log(session))
        return chain.checked(self._record(session).header, rows)

    def session_ids(self) -> tuple[str, ...]:
        return tuple(sorted(self._records))

    def log(self, session: str) -> tuple[LogEntry, ...]:
        record = self._record(session)
        linked = zip(record.entries, record.links, strict=True)
        return tuple(LogEntry(one.number, encode(one.event), one.recorded_at, one.ending, link) for one, link in linked)

    def remark(self, about: str, kind: str, by: str, value: str) -> Remark:
        kept = Remark(about, kind, plain(by), plain(value), self._now(), len(self._remarks) + 1)
        self._remarks.append(kept)
        return kept

    def remark_all(self, said: Sequence[Said]) -> None:
        for one in said:
            self.remark(one.about, one.kind, one.by, one.value)

    def remarks(self, about: str, kind: str = "") -> tuple[Remark, ...]:
        return tuple(one for one in self._remarks if one.about == about and kind in ("", one.kind))

    def remarks_of(self, kind: str) -> tuple[Remark, ...]:
        return tuple(one for one in self._remarks if one.kind == kind)

    def remarks_by(self, by: str) -> tuple[Remark, ...]:
        return tuple(one for one in self._remarks if one.by == plain(by))

    def forget(self, learner: str) -> int:
        mine = [id_ for id_, record in self._records.items() if record.header.learner == plain(learner)]
        for id_ in mine:
            del self._records[id_]
        self._remarks = [one for one in self._remarks if one.about not in mine and one.by != plain(learner)]
        return len(mine)

    def close(self) -> None:
        """Nothing is held open."""

    def _add(self, record: _Record, entry: Entry) -> None:
        before = record.links[-1] if record.links else chain.root(record.header)
        record.entries.append(entry)
        record.links.append(chain.link(before, entry.number, encode(entry.event), entry.recorded_at, entry.ending))

    def _record(self, session: str) -> _Record:
        if session not in self._records:
            raise UnknownSession(session)
        return self._records[session]

    def _entry(self, session: str, number: int, event: Event, ending: str) -> Entry:
        return Entry(session, number, decode(encode(event), session, number), self._now(), ending)
