"""Making an engine on a database, and its tables what they should be: made where they are not, lifted where older."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, func, insert, inspect, select
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError, SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable

from simulator.errors import MachineError
from simulator.journal import postgres_server, sqlite_file
from simulator.journal.errors import JournalAddress, JournalForeign, JournalNewer
from simulator.journal.reasons import told
from simulator.journal.tables import TABLES_FORMAT, meta, metadata
from simulator.language.catalogue import template

Settings = dict[str, Any]
"""Arguments of SQLAlchemy's `create_engine`."""

SETTING_UP_SECONDS = 5.0
"""How long several programs that open a new record at once may be in each other's way."""


def _engine(address: URL, seconds: float, settings: Settings) -> Engine:
    by_server = address.get_backend_name() == "postgresql"
    try:
        # Parameters stay out of errors and logs: answers are among them, and the secrets of rooms.
        settings = {"pool_pre_ping": True, "hide_parameters": True, **settings}
        if by_server:
            settings["connect_args"] = postgres_server.patience(address)
        engine = create_engine(address, **settings)
    except ModuleNotFoundError as error:
        raise MachineError(
            template("the database driver “{driver}” is not installed"),
            template('install it with: pip install "psycopg[binary]"'),
            driver=error.name or address.drivername,
        ) from None
    except (SQLAlchemyError, TypeError, ValueError):
        url = address.render_as_string()
        raise JournalAddress(template("the database URL cannot be used: {url}"), url=url) from None
    if by_server:
        postgres_server.use_settings(engine, seconds)
    else:
        sqlite_file.use_settings(engine)
    return engine


def set_up(
    address: URL, place: str, seconds: float = postgres_server.ALONE_S, settings: Settings | None = None
) -> Engine:
    """An engine on a database whose tables are there, of today's format, ours, and can be written.

    A statement may take so many `seconds` on a server. Raises as `connect.open_journal` does.
    """
    engine = _engine(address, seconds, settings or {})
    give_up_at = time.monotonic() + SETTING_UP_SECONDS
    while True:
        try:
            with engine.begin() as connection:
                _make_tables(connection, place)
            with engine.connect() as connection:
                _try_out(connection)
            return engine
        except (IntegrityError, OperationalError, ProgrammingError) as error:
            # Another program may be setting up the same tables, or turning on the write-ahead log, this very moment.
            if time.monotonic() > give_up_at or not _passing(error):
                engine.dispose()
                raise told(error, place) from error
            time.sleep(0.02)
        except SQLAlchemyError as error:
            engine.dispose()
            raise told(error, place) from error
        except MachineError:
            engine.dispose()
            raise


def _passing(error: SQLAlchemyError) -> bool:
    busy = getattr(getattr(error, "orig", None), "sqlite_errorname", "").startswith("SQLITE_BUSY")
    return busy or isinstance(error, IntegrityError)


def _make_tables(connection: Connection, place: str) -> None:
    if connection.dialect.name == "postgresql":
        postgres_server.take_turns(connection)
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table, if_not_exists=True))
        for index in table.indexes:
            connection.execute(CreateIndex(index, if_not_exists=True))
    found = connection.execute(select(func.max(meta.c.format))).scalar()
    if found is None:
        connection.execute(insert(meta), {"format": TABLES_FORMAT})
    elif not isinstance(found, int):
        raise JournalForeign(place)
    elif found > TABLES_FORMAT:
        raise JournalNewer(place, found, TABLES_FORMAT)
    elif found < TABLES_FORMAT:
        _lift(connection)


def _lift(connection: Connection) -> None:
    """Bring tables of an older format up to today's; what is in them stays as it is."""
    connection.execute(insert(meta), {"format": TABLES_FORMAT})
    if "chain" not in {column["name"] for column in inspect(connection).get_columns("entries")}:
        connection.exec_driver_sql("ALTER TABLE entries ADD COLUMN chain TEXT NOT NULL DEFAULT ''")


def _try_out(connection: Connection) -> None:
    """Find out now, not at the first answer, whether the tables are ours and can be written. Nothing is kept."""
    for table in metadata.sorted_tables:
        connection.execute(select(table).limit(0))
    connection.rollback()
    connection.execute(insert(meta), {"format": -1})
    connection.rollback()
