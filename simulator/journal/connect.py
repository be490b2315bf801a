"""Opening the record: `open_journal` finds the place, makes sure that it can be used, and sets up its tables."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from sqlalchemy import URL, Connection, Engine, create_engine, func, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, IntegrityError, OperationalError, ProgrammingError, SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable

from simulator.errors import MachineError
from simulator.journal import sqlite_file
from simulator.journal.database import DatabaseJournal
from simulator.journal.errors import JournalAddress, JournalForeign, JournalNewer
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import Journal, Notice
from simulator.journal.reasons import told
from simulator.journal.tables import TABLES_FORMAT, entries, meta, metadata, remarks, sessions
from simulator.language.catalogue import template

FILE_NAME = "podium.sqlite3"
SETTING_UP_SECONDS = 5.0
"""How long several programs that open a new record at once may be in each other's way."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open journal, and what the user should be told about the opening, if anything."""

    journal: Journal
    notice: Notice | None = None


def data_folder() -> Path:
    """Where this user's record is kept: PODIUM_DATA_DIR, or the platform's folder for user data."""
    chosen = os.environ.get("PODIUM_DATA_DIR")
    if not chosen:
        return platformdirs.user_data_path("podium", appauthor=False)
    with suppress(RuntimeError):  # A folder may be called `~somebody` without there being such a user.
        return Path(chosen).expanduser()
    return Path(chosen)


def open_journal(url: str | None = None) -> Opened:
    """Open the record at a database URL; by default PODIUM_DATABASE_URL, else a file in the data folder.

    A damaged file is moved aside and kept, a new one begun, and the notice says so.
    Raises JournalUnwritable, JournalBusy, JournalNewer, JournalForeign, JournalUnreachable, JournalAddress.
    """
    address = _address(url or os.environ.get("PODIUM_DATABASE_URL"))
    if address.get_backend_name() != "sqlite":
        return Opened(_set_up(address, address.render_as_string()))
    if address.database in (None, "", ":memory:"):
        return Opened(MemoryJournal())
    if address.database.startswith("file:"):
        return Opened(_set_up(address, address.database))
    path = Path(address.database)
    aside = sqlite_file.prepare(path)
    return Opened(_set_up(address, str(path)), _moved(path, aside) if aside else None)


def _moved(path: Path, aside: Path) -> Notice:
    text = template("the record of sessions at {place} was damaged; it is kept as {aside}, and a new one was begun")
    return Notice(text, {"place": str(path), "aside": aside.name})


def _address(written: str | None) -> URL:
    if not written:
        return URL.create("sqlite", database=str(data_folder() / FILE_NAME))
    try:
        address = make_url(written)
    except (ArgumentError, ValueError):
        # Not shown as written: there may be a password in it.
        raise JournalAddress(template("the database URL cannot be read")) from None
    if address.drivername in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise JournalAddress(template("databases of the kind “{kind}” are not supported"), kind=address.drivername)
    return address


def _engine(address: URL) -> Engine:
    try:
        engine = create_engine(address, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise MachineError(
            template("the database driver “{driver}” is not installed"),
            template('install it with: pip install "psycopg[binary]"'),
            driver=error.name or address.drivername,
        ) from None
    except (SQLAlchemyError, TypeError, ValueError):
        url = address.render_as_string()
        raise JournalAddress(template("the database URL cannot be used: {url}"), url=url) from None
    if address.get_backend_name() == "sqlite":
        sqlite_file.use_settings(engine)
    return engine


def _set_up(address: URL, place: str) -> Journal:
    engine = _engine(address)
    give_up_at = time.monotonic() + SETTING_UP_SECONDS
    while True:
        try:
            with engine.begin() as connection:
                _make_tables(connection, place)
            with engine.connect() as connection:
                _try_out(connection)
            return DatabaseJournal(engine, place)
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
    for table in (sessions, entries, remarks):
        connection.execute(select(table).limit(0))
    connection.rollback()
    connection.execute(insert(meta), {"format": -1})
    connection.rollback()
