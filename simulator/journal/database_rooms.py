"""The rooms in a database: one implementation for SQLite and PostgreSQL, over SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, Table, delete, false, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from simulator.journal import feed, sqlite_file
from simulator.journal.codec import plain
from simulator.journal.database import entry_of
from simulator.journal.errors import EntryDamaged, JournalConflict, UnknownRoom, UnknownSession
from simulator.journal.port import Entry, utc_now
from simulator.journal.rooms import KeptDraft, NodeAddress, RoomEntry, RoomHeader
from simulator.journal.tables import drafts, entries, nodes, remarks, room_entries, rooms, sessions
from simulator.journal.transactions import Transactions


class DatabaseRooms:
    """Keeps the Rooms contract in the tables of an engine. `place` is how messages name the database.

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

    def open_room(self, header: RoomHeader, first_events: Sequence[str]) -> None:
        kept = asdict(header) | {"title": plain(header.title)}
        rows = [self._row(header.id, number, event) for number, event in enumerate(first_events)]
        # A driver's error may quote the whole row, and the secret is in it: hence not even as the cause.
        with self._taken(JournalConflict(header.id, 0)), self._transactions.open([feed.of_room(header.id)]) as opened:
            opened.execute(insert(rooms), kept)
            if rows:
                opened.execute(insert(room_entries), rows)

    def header(self, room: str) -> RoomHeader:
        with self._transactions.open() as connection:
            return _header(connection, room)

    def by_code(self, code: str) -> RoomHeader | None:
        return next(iter(self._rooms_that(rooms.c.code == plain(code))), None)

    def rooms(self) -> tuple[RoomHeader, ...]:
        return self._rooms_that()

    def append(self, room: str, number: int, event: str) -> None:
        before = select(room_entries.c.number).where(room_entries.c.room == room, room_entries.c.number == number - 1)
        try:
            with self._transactions.open([feed.of_room(room)]) as connection:
                # First of all, for SQLite then waits for its turn; after a read it would be turned away.
                connection.execute(insert(room_entries), self._row(room, number, event))
                if number > 0 and connection.execute(before).first() is None:
                    raise ValueError(f"entry {number} would leave a gap")
        except IntegrityError:
            self.header(room)  # Raises UnknownRoom if it was that.
            raise JournalConflict(room, number) from None

    def since(self, room: str, number: int) -> tuple[RoomEntry, ...]:
        wanted = select(room_entries).where(room_entries.c.room == room, room_entries.c.number >= number)
        with self._transactions.open() as connection:
            rows = connection.execute(wanted.order_by(room_entries.c.number)).all()
            if not rows:
                _header(connection, room)
        for expected, row in enumerate(rows, start=number):
            if row.number != expected:
                raise EntryDamaged(room, expected, "missing")
        return tuple(RoomEntry(row.room, row.number, row.event, row.recorded_at) for row in rows)

    def delete(self, room: str, sessions: Sequence[str], by: Sequence[str] = ()) -> int:
        topics = [feed.of_room(room), *(feed.of_session(session) for session in sessions)]
        with self._transactions.open(topics) as connection:
            sessions = _with_continued(connection, sessions)
            connection.execute(delete(nodes).where(nodes.c.room == room))
            connection.execute(delete(room_entries).where(room_entries.c.room == room))
            if not connection.execute(delete(rooms).where(rooms.c.id == room)).rowcount:
                raise UnknownRoom(room)
            said_by = remarks.c.by.in_([plain(name) for name in by])
            connection.execute(delete(remarks).where(or_(_about(room), remarks.c.about.in_(sessions), said_by)))
            gone = _delete_sessions(connection, sessions)
        sqlite_file.leave_no_trace(self.engine)
        return gone

    def keep_draft(self, session: str, scene: str, seat: str, text: str) -> None:
        here = {"session": session, "scene": plain(scene), "seat": plain(seat)}
        said = {"text": plain(text), "written_at": self._now()}
        with self._taken(UnknownSession(session)), self._transactions.open([feed.of_drafts(session)]) as connection:
            if said["text"]:
                _put(connection, drafts, here, said)
            else:
                connection.execute(delete(drafts).where(*(drafts.c[name] == value for name, value in here.items())))

    def drafts(self, session: str) -> tuple[KeptDraft, ...]:
        wanted = select(drafts).where(drafts.c.session == session).order_by(drafts.c.scene, drafts.c.seat)
        with self._transactions.open() as connection:
            rows = connection.execute(wanted).all()
        return tuple(KeptDraft(row.session, row.scene, row.seat, row.text, row.written_at) for row in rows)

    def beat(self, node: str, room: str, url: str) -> None:
        with self._taken(UnknownRoom(room)), self._transactions.open() as connection:
            said = {"room": room, "url": plain(url), "seen_at": _written(self._moment(connection))}
            _put(connection, nodes, {"id": node}, said)

    def leave(self, node: str) -> None:
        with self._transactions.open() as connection:
            connection.execute(delete(nodes).where(nodes.c.id == node))

    def nodes(self, room: str, younger_than_s: float) -> tuple[NodeAddress, ...]:
        with self._transactions.open() as connection:
            from_then_on = _written(self._moment(connection) - timedelta(seconds=younger_than_s))
            wanted = select(nodes).where(nodes.c.room == room, nodes.c.seen_at > from_then_on)
            rows = connection.execute(wanted.order_by(nodes.c.seen_at.desc(), nodes.c.id)).all()
        return tuple(NodeAddress(row.id, row.url, row.seen_at) for row in rows)

    def entries_since(self, session: str, number: int) -> tuple[Entry, ...]:
        wanted = select(entries).where(entries.c.session == session, entries.c.number >= number)
        with self._transactions.open() as connection:
            rows = connection.execute(wanted.order_by(entries.c.number)).all()
        return tuple(entry_of(session, expected, row) for expected, row in enumerate(rows, start=number))

    def heads(self, sessions: Sequence[str]) -> Mapping[str, int]:
        counted = select(entries.c.session, func.max(entries.c.number)).where(entries.c.session.in_(sessions))
        with self._transactions.open() as connection:
            found = {row[0]: row[1] + 1 for row in connection.execute(counted.group_by(entries.c.session))}
        return {session: found.get(session, 0) for session in sessions}

    def _rooms_that(self, *conditions: ColumnElement[bool]) -> tuple[RoomHeader, ...]:
        wanted = select(rooms).where(*conditions).order_by(rooms.c.opened_at.desc(), rooms.c.id)
        with self._transactions.open() as connection:
            return tuple(RoomHeader(*row) for row in connection.execute(wanted))

    def _row(self, room: str, number: int, event: str) -> dict[str, object]:
        return {"room": room, "number": number, "event": plain(event), "recorded_at": self._now()}

    def _moment(self, connection: Connection) -> datetime:
        """The time by the one clock that all nodes share: the server's, or this machine's."""
        if connection.dialect.name == "postgresql":
            moment: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
            return moment.astimezone(UTC)
        return datetime.fromisoformat(self._now())

    @contextmanager
    def _taken(self, meaning: Exception) -> Iterator[None]:
        """Say what it means here that the database found a key taken, or one it refers to missing."""
        try:
            yield
        except IntegrityError:
            raise meaning from None


def _header(connection: Connection, room: str) -> RoomHeader:
    row = connection.execute(select(rooms).where(rooms.c.id == room)).first()
    if row is None:
        raise UnknownRoom(room)
    return RoomHeader(*row)


def _put(connection: Connection, table: Table, key: Mapping[str, str], rest: Mapping[str, str]) -> None:
    """Add a row, or write it over where there is one of this key."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    added = dialect.insert(table).values(**key, **rest)
    connection.execute(added.on_conflict_do_update(index_elements=list(key), set_=dict(rest)))


def _about(room: str) -> ColumnElement[bool]:
    whole = (room, f"room/{room}")
    below = (remarks.c.about.startswith(f"{name}/", autoescape=True) for name in whole)
    return or_(remarks.c.about.in_(whole), *below, false())


def _with_continued(connection: Connection, ids: Sequence[str]) -> Sequence[str]:
    """Sessions, and those that they were continued as where the scenario had changed."""
    found, newest = list(ids), list(ids)
    while newest:
        later = select(sessions.c.id).where(sessions.c.branch_of.in_(newest), sessions.c.id.not_in(found))
        newest = list(connection.execute(later).scalars())
        found += newest
    return found


def _delete_sessions(connection: Connection, ids: Sequence[str]) -> int:
    connection.execute(delete(drafts).where(drafts.c.session.in_(ids)))
    connection.execute(delete(entries).where(entries.c.session.in_(ids)))
    return connection.execute(delete(sessions).where(sessions.c.id.in_(ids))).rowcount


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
