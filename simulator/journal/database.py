"""The journal in a database: one implementation for SQLite and PostgreSQL, over SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, and_, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from simulator.journal import chain, feed, sqlite_file
from simulator.journal.answers import RecordedAnswer, RecordedText, in_order, recorded_answers
from simulator.journal.codec import decode, encode, plain, plain_header
from simulator.journal.errors import EntryDamaged, JournalConflict, SessionDamaged, UnknownSession
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
from simulator.journal.tables import drafts, entries, remarks, sessions
from simulator.journal.transactions import Transactions
from simulator.session.events import Event

_HEADER_TYPES = {field.name: int if field.type == "int" else str for field in fields(SessionHeader)}


class DatabaseJournal:
    """Keeps the Journal contract in the tables of an engine. `place` is how messages name the database.

    What is written is told to the feed: through PostgreSQL, or by `published` (see `transactions`).
    """

    def __init__(
        self,
        engine: Engine,
        place: str,
        now: Callable[[], str] = utc_now,
        published: Callable[[str], None] | None = None,
    ) -> None:
        self.engine = engine
        self._transactions = Transactions(engine, place, published)
        self._now = now

    def now(self) -> str:
        return self._now()

    def begin(self, header: SessionHeader, opening: Sequence[Event], ending: str = "") -> None:
        rows = [self._row(header.id, number, event, "") for number, event in enumerate(opening)]
        rows[-1:] = [row | {"ending": ending} for row in rows[-1:]]
        kept = plain_header(header)
        _chain_up(rows, chain.root(kept))
        try:
            with self._transactions.open([feed.of_session(header.id)]) as connection:
                connection.execute(insert(sessions), asdict(kept))
                if rows:
                    connection.execute(insert(entries), rows)
        except IntegrityError as error:
            raise JournalConflict(header.id, 0) from error

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        row = self._row(session, number, event, ending)
        before = select(entries.c.chain).where(entries.c.session == session, entries.c.number == number - 1)
        try:
            with self._transactions.open([feed.of_session(session)]) as connection:
                # First of all, for SQLite then waits for its turn; after a read it would be turned away.
                connection.execute(insert(entries), row)
                found = connection.execute(before).first()
                if number > 0 and found is None:
                    raise ValueError(f"entry {number} would leave a gap")
                former = found.chain if found else chain.root(_header(connection, session))
                if former:
                    _chain_up([row], former)
                    here = entries.c.session == session, entries.c.number == number
                    connection.execute(update(entries).where(*here), {"chain": row["chain"]})
        except IntegrityError as error:
            self.header(session)  # Raises UnknownSession if it was that.
            raise JournalConflict(session, number) from error

    def entries(self, session: str) -> tuple[Entry, ...]:
        wanted = select(entries).where(entries.c.session == session).order_by(entries.c.number)
        with self._transactions.open() as connection:
            _header(connection, session)
            rows = connection.execute(wanted).all()
        return tuple(entry_of(session, number, row) for number, row in enumerate(rows))

    def header(self, session: str) -> SessionHeader:
        with self._transactions.open() as connection:
            return _header(connection, session)

    def sessions(self) -> tuple[SessionSummary, ...]:
        last = entries.alias("last")
        newest = select(func.max(entries.c.number)).where(entries.c.session == sessions.c.id).scalar_subquery()
        listed = select(sessions, last.c.number, last.c.recorded_at, last.c.ending).select_from(
            sessions.outerjoin(last, and_(last.c.session == sessions.c.id, last.c.number == newest))
        )
        with self._transactions.open() as connection:
            rows = connection.execute(listed.order_by(sessions.c.begun_at, sessions.c.id)).all()
        branches = {row.branch_of: row.id for row in rows}
        summaries = [_summary(row, branches.get(row.id, "")) for row in rows if _damage(row) is None]
        return tuple(sorted(summaries, key=lambda summary: (summary.last_at, summary.header.id), reverse=True))

    def latest_open(self, scenario_id: str | None = None) -> SessionSummary | None:
        return newest_open(self.sessions(), scenario_id)

    def answers(self, learner: str | None = None) -> tuple[RecordedAnswer, ...]:
        continued = select(sessions.c.branch_of).where(sessions.c.branch_of != "")
        columns = entries.c.session, sessions.c.scenario_id, entries.c.number, entries.c.event, entries.c.recorded_at
        wanted = select(*columns).join(sessions, entries.c.session == sessions.c.id)
        wanted = wanted.where(entries.c.session.not_in(continued)).order_by(entries.c.session, entries.c.number)
        if learner is not None:
            wanted = wanted.where(sessions.c.learner == plain(learner))
        with self._transactions.open() as connection:
            rows = connection.execute(wanted).all()
        return in_order(recorded_answers(RecordedText(*row) for row in rows))

    def session_ids(self) -> tuple[str, ...]:
        with self._transactions.open() as connection:
            return tuple(str(row.id) for row in connection.execute(select(sessions.c.id).order_by(sessions.c.id)))

    def log(self, session: str) -> tuple[LogEntry, ...]:
        _, rows = self._kept(session)
        return tuple(LogEntry(*(getattr(row, name) for name in LogEntry.__slots__)) for row in rows)

    def check_chain(self, session: str) -> ChainCheck:
        header, rows = self._kept(session)
        return chain.checked(header, ((row.number, row.event, row.recorded_at, row.ending, row.chain) for row in rows))

    def _kept(self, session: str) -> tuple[SessionHeader, Sequence[Row[Any]]]:
        wanted = select(entries).where(entries.c.session == session).order_by(entries.c.number)
        with self._transactions.open() as connection:
            header = _header(connection, session)
            return header, connection.execute(wanted).all()

    def remark(self, about: str, kind: str, by: str, value: str) -> Remark:
        row = self._remark_row(Said(about, kind, by, value))
        with self._transactions.open([feed.of_remarks(about)]) as connection:
            number = connection.execute(insert(remarks).returning(remarks.c.number), row).scalar_one()
        return Remark(number=number, **row)

    def remark_all(self, said: Sequence[Said]) -> None:
        if said:
            with self._transactions.open(
                [feed.of_remarks(about) for about in {one.about: 0 for one in said}]
            ) as connection:
                connection.execute(insert(remarks), [self._remark_row(one) for one in said])

    def _remark_row(self, said: Said) -> dict[str, Any]:
        by, value = plain(said.by), plain(said.value)
        return {"about": said.about, "kind": said.kind, "by": by, "value": value, "recorded_at": self._now()}

    def remarks(self, about: str, kind: str = "") -> tuple[Remark, ...]:
        wanted = select(remarks).where(remarks.c.about == about)
        return self._remarks_that(wanted.where(remarks.c.kind == kind) if kind else wanted)

    def remarks_of(self, kind: str) -> tuple[Remark, ...]:
        return self._remarks_that(select(remarks).where(remarks.c.kind == kind))

    def remarks_by(self, by: str) -> tuple[Remark, ...]:
        return self._remarks_that(select(remarks).where(remarks.c.by == plain(by)))

    def _remarks_that(self, wanted: Select[Any]) -> tuple[Remark, ...]:
        with self._transactions.open() as connection:
            rows = connection.execute(wanted.order_by(remarks.c.number)).all()
        return tuple(Remark(row.about, row.kind, row.by, row.value, row.recorded_at, row.number) for row in rows)

    def forget(self, learner: str) -> int:
        mine = select(sessions.c.id).where(sessions.c.learner == plain(learner))
        with self._transactions.open([feed.ANYTHING]) as connection:
            connection.execute(delete(drafts).where(drafts.c.session.in_(mine)))
            connection.execute(delete(remarks).where(or_(remarks.c.by == plain(learner), remarks.c.about.in_(mine))))
            connection.execute(delete(entries).where(entries.c.session.in_(mine)))
            gone = connection.execute(delete(sessions).where(sessions.c.learner == plain(learner)))
        sqlite_file.leave_no_trace(self.engine)
        return gone.rowcount

    def close(self) -> None:
        self.engine.dispose()

    def _row(self, session: str, number: int, event: Event, ending: str) -> dict[str, Any]:
        recorded = self._now()
        row = {"session": session, "number": number, "event": encode(event), "recorded_at": recorded, "ending": ending}
        return row | {"chain": ""}


def _chain_up(rows: Sequence[dict[str, Any]], former: str) -> None:
    """Link rows that follow each other, the first upon a former link."""
    for row in rows:
        former = row["chain"] = chain.link(former, row["number"], row["event"], row["recorded_at"], row["ending"])


def _header(connection: Connection, session: str) -> SessionHeader:
    row = connection.execute(select(sessions).where(sessions.c.id == session)).first()
    if row is None:
        raise UnknownSession(session)
    return _header_of(row)


def _header_of(row: Row[Any]) -> SessionHeader:
    damage = _damage(row)
    if damage is not None:
        raise SessionDamaged(str(row.id), damage)
    return plain_header(SessionHeader(**{name: getattr(row, name) for name in _HEADER_TYPES}))


def _damage(row: Row[Any]) -> str | None:
    """What of the row is not of its type, for SQLite keeps what it is given; None if all is well."""
    wrong = (name for name, type_ in _HEADER_TYPES.items() if not isinstance(getattr(row, name), type_))
    return next(wrong, None)


def _summary(row: Row[Any], continued_as: str) -> SessionSummary:
    """A session's row with its last entry's number, time and ending, which are None if it has no entry."""
    last_at = row.recorded_at if isinstance(row.recorded_at, str) else row.begun_at
    ending = plain(row.ending) if isinstance(row.ending, str) else ""
    count = row.number + 1 if isinstance(row.number, int) else 0
    return SessionSummary(_header_of(row), count, last_at, ending, continued_as)


def entry_of(session: str, number: int, row: Row[Any]) -> Entry:
    """The entry of a row of `entries`, which should be this one. Raises EntryDamaged, JournalNewer."""
    if row.number != number:
        raise EntryDamaged(session, number, "missing")
    if not isinstance(row.recorded_at, str) or not isinstance(row.ending, str):
        raise EntryDamaged(session, number, "not text")
    return Entry(session, number, decode(row.event, session, number), row.recorded_at, row.ending)
