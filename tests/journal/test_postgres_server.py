"""The record on a PostgreSQL server: opening it as it is, and how long we wait for a server that is in the way."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import make_url

from simulator.errors import PodiumError
from simulator.journal import postgres_server as podium
from simulator.journal.connect import OpenedWorkshop, open_journal, open_workshop
from simulator.journal.errors import JournalBusy, JournalForeign, JournalNewer, JournalUnreachable
from simulator.journal.port import ChainCheck
from simulator.journal.tables import TABLES_FORMAT, metadata
from simulator.session.events import Continued
from tests.journal.contract import refill
from tests.journal.rooms_contract import ROOM
from tests.postgres import Server

NEW_IN_3 = "DROP TABLE room_entries, drafts, nodes, rooms"


@pytest.fixture
def connection(postgres_url: str) -> Iterator[psycopg.Connection]:
    """Somebody else's."""
    with closing(psycopg.connect(postgres_url, autocommit=True)) as connection:
        yield connection


def tables(connection: psycopg.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}


@pytest.mark.parametrize(
    ("statements", "chained"),
    [
        ([NEW_IN_3, "UPDATE meta SET format = 2"], 3),
        ([NEW_IN_3, "DROP TABLE remarks", "ALTER TABLE entries DROP COLUMN chain", "UPDATE meta SET format = 1"], 0),
    ],
)
def test_an_older_record_is_lifted_and_goes_on(
    postgres_url: str, connection: psycopg.Connection, statements: list[str], chained: int
) -> None:
    older = open_journal(postgres_url).journal
    refill(older, "s1", Continued("i1", 5))
    older.close()
    for statement in statements:
        connection.execute(statement.encode())
    lifted = open_workshop(postgres_url)
    lifted.journal.append("s1", 2, Continued("i2", 6))
    assert lifted.journal.check_chain("s1") == ChainCheck(entries=3, chained=chained)
    lifted.rooms.open_room(ROOM, ["{}"])
    assert lifted.journal.remarks("s1") == ()
    lifted.close()
    again = open_workshop(postgres_url)  # Lifted once, it opens as any other.
    assert again.rooms.rooms() == (ROOM,)
    assert tables(connection) == set(metadata.tables)
    again.close()


def test_a_newer_podiums_record_is_left_as_it_is(postgres_url: str, connection: psycopg.Connection) -> None:
    open_journal(postgres_url).journal.close()
    connection.execute("INSERT INTO meta VALUES (7)")
    connection.execute(NEW_IN_3)
    with pytest.raises(JournalNewer, match=f"format 7; this one knows up to {TABLES_FORMAT}"):
        open_journal(postgres_url)
    assert "rooms" not in tables(connection)


@pytest.mark.parametrize(
    "table", ["meta (key TEXT)", "sessions (author TEXT)", "entries (blog TEXT)", "rooms (beds INTEGER)"]
)
def test_another_programs_database_is_left_alone(postgres_url: str, connection: psycopg.Connection, table: str) -> None:
    connection.execute(f"CREATE TABLE {table}".encode())
    with pytest.raises(JournalForeign, match="another program"):
        open_journal(postgres_url)


def test_a_server_that_has_no_such_database(postgres_server: Server) -> None:
    with pytest.raises(JournalUnreachable, match="nowhere"):
        open_journal(postgres_server.url("nowhere"))


def test_a_server_that_takes_the_call_and_says_nothing_is_given_up() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        url = f"postgresql://user:secret@127.0.0.1:{silent.getsockname()[1]}/db?connect_timeout=2"
        with pytest.raises(JournalUnreachable) as raised:
            open_workshop(url)
    assert "secret" not in str(raised.value)


def test_what_a_url_says_of_patience_goes_before() -> None:
    assert podium.patience(make_url("postgresql://host/db"))["connect_timeout"] == 5
    given = podium.parameters(make_url("postgresql+psycopg://u:p@host:5/db?connect_timeout=9"))
    assert {name: given[name] for name in ("host", "port", "user", "password", "dbname")} == {
        "host": "host", "port": 5, "user": "u", "password": "p", "dbname": "db",
    }  # fmt: skip
    assert given["connect_timeout"] == "9"
    assert given["tcp_user_timeout"] == 5_000


def test_connections_give_up_after_five_seconds(workshop: OpenedWorkshop) -> None:
    with workshop.journal.engine.connect() as connection:  # type: ignore[attr-defined]
        shown = [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in ("statement_timeout", "lock_timeout")]
    assert shown == ["5s", "4s"]


@pytest.fixture
def workshop(postgres_url: str) -> Iterator[OpenedWorkshop]:
    workshop = open_workshop(postgres_url)
    yield workshop
    workshop.close()


@pytest.fixture
def impatient(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenedWorkshop]:
    monkeypatch.setattr(podium, "WORKSHOP_S", 0.2)
    monkeypatch.setattr(
        "simulator.journal.connect.WORKSHOP_POOL", {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.1}
    )
    workshop = open_workshop(postgres_url)
    refill(workshop.journal)
    yield workshop
    workshop.close()


def test_tables_that_another_keeps_locked_are_said_to_be(
    impatient: OpenedWorkshop, connection: psycopg.Connection
) -> None:
    with connection.transaction():
        connection.execute("LOCK TABLE entries")
        with pytest.raises(JournalBusy, match="another program"):
            impatient.journal.append("s1", 1, Continued("i1", 5))
    impatient.journal.append("s1", 1, Continued("i1", 5))


def test_a_statement_that_takes_too_long_is_given_up(impatient: OpenedWorkshop, connection: psycopg.Connection) -> None:
    connection.execute("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(9); END'")
    connection.execute("CREATE TRIGGER slow BEFORE INSERT ON room_entries EXECUTE FUNCTION slow()")
    with pytest.raises(JournalUnreachable) as raised:
        impatient.rooms.open_room(ROOM, ["{}"])
    assert why(raised.value) == "it does not answer in time"
    assert impatient.rooms.rooms() == ()


def test_a_server_all_of_whose_connections_are_in_use_is_said_not_to_answer(impatient: OpenedWorkshop) -> None:
    taken = impatient.journal.engine.connect()  # type: ignore[attr-defined]
    with taken, pytest.raises(JournalUnreachable) as raised:
        impatient.journal.entries("s1")
    assert why(raised.value) == "it does not answer in time"
    assert len(impatient.journal.entries("s1")) == 1


def why(error: PodiumError) -> str:
    return str(error.params["reason"])


def test_an_outage_is_told_and_the_same_journal_goes_on_after_it(
    postgres_server: Server, workshop: OpenedWorkshop
) -> None:
    refill(workshop.journal)
    postgres_server.stop()
    try:
        for ask in (
            lambda: workshop.journal.append("s1", 1, Continued("i1", 5)),
            lambda: workshop.journal.sessions(),
            lambda: workshop.rooms.rooms(),
        ):
            with pytest.raises(JournalUnreachable):
                ask()
    finally:
        postgres_server.start()
    workshop.journal.append("s1", 1, Continued("i1", 5))
    assert len(workshop.journal.entries("s1")) == 2
