"""The journal in a database: one implementation for SQLite and PostgreSQL, over SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, Engine, Row, and_, func, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from simulator.journal.codec import decode, encode, plain, plain_header
from simulator.journal.errors import EntryDamaged, JournalConflict, SessionDamaged, UnknownSession
from simulator.journal.port import Entry, SessionHeader, SessionSummary, newest_open, utc_now
from simulator.journal.reasons import told
from simulator.journal.tables import entries, sessions
from simulator.session.events import Event

_HEADER_TYPES = {field.name: int if field.type == "int" else str for field in fields(SessionHeader)}


class DatabaseJournal:
    """Keeps the Journal contract in the tables of an engine. `place` is how messages name the database."""

    def __init__(self, engine: Engine, place: str, now: Callable[[], str] = utc_now) -> None:
        self.engine = engine
        self._place = place
        self._now = now

    def now(self) -> str:
        return self._now()

    def begin(self, header: SessionHeader, opening: Sequence[Event], ending: str = "") -> None:
        rows = [self._row(header.id, number, event, "") for number, event in enumerate(opening)]
        rows[-1:] = [row | {"ending": ending} for row in rows[-1:]]
        try:
            with self._transaction() as connection:
                connection.execute(insert(sessions), asdict(plain_header(header)))
                if rows:
                    connection.execute(insert(entries), rows)
        except IntegrityError as error:
            raise JournalConflict(header.id, 0) from error

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        before = select(entries.c.number).where(entries.c.session == session, entries.c.number == number - 1)
        try:
            with self._transaction() as connection:
                # First of all, for SQLite then waits for its turn; after a read it would be turned away.
                connection.execute(insert(entries), self._row(session, number, event, ending))
                if number > 0 and connection.execute(before).first() is None:
                    raise ValueError(f"entry {number} would leave a gap")
        except IntegrityError as error:
            self.header(session)  # Raises UnknownSession if it was that.
            raise JournalConflict(session, number) from error

    def entries(self, session: str) -> tuple[Entry, ...]:
        wanted = select(entries).where(entries.c.session == session).order_by(entries.c.number)
        with self._transaction() as connection:
            _header(connection, session)
            rows = connection.execute(wanted).all()
        return tuple(_entry(session, number, row) for number, row in enumerate(rows))

    def header(self, session: str) -> SessionHeader:
        with self._transaction() as connection:
            return _header(connection, session)

    def sessions(self) -> tuple[SessionSummary, ...]:
        last = entries.alias("last")
        newest = select(func.max(entries.c.number)).where(entries.c.session == sessions.c.id).scalar_subquery()
        listed = select(sessions, last.c.number, last.c.recorded_at, last.c.ending).select_from(
            sessions.outerjoin(last, and_(last.c.session == sessions.c.id, last.c.number == newest))
        )
        with self._transaction() as connection:
            rows = connection.execute(listed.order_by(sessions.c.begun_at, sessions.c.id)).all()
        branches = {row.branch_of: row.id for row in rows}
        summaries = [_summary(row, branches.get(row.id, "")) for row in rows if _damage(row) is None]
        return tuple(sorted(summaries, key=lambda summary: (summary.last_at, summary.header.id), reverse=True))

    def latest_open(self, scenario_id: str | None = None) -> SessionSummary | None:
        return newest_open(self.sessions(), scenario_id)

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Commits at the end. Lets IntegrityError through, for only the caller knows what it means."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise told(error, self._place) from error

    def _row(self, session: str, number: int, event: Event, ending: str) -> dict[str, object]:
        recorded = self._now()
        return {"session": session, "number": number, "event": encode(event), "recorded_at": recorded, "ending": ending}


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


def _entry(session: str, number: int, row: Row[Any]) -> Entry:
    if row.number != number:
        raise EntryDamaged(session, number, "missing")
    if not isinstance(row.recorded_at, str) or not isinstance(row.ending, str):
        raise EntryDamaged(session, number, "not text")
    return Entry(session, number, decode(row.event, session, number), row.recorded_at, row.ending)
