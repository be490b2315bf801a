"""Opening the record: `open_journal` finds the place, makes sure that it can be used, and has its tables set up.

`open_workshop` opens the same record for many at once, with the rooms in it and the feed of its news.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from simulator.journal import postgres_server, sqlite_file
from simulator.journal.database import DatabaseJournal
from simulator.journal.errors import JournalAddress
from simulator.journal.feed import Feed
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import Journal, Notice
from simulator.journal.rooms import Rooms
from simulator.journal.setting_up import Settings, set_up
from simulator.language.catalogue import template

FILE_NAME = "podium.sqlite3"

WORKSHOP_POOL: Settings = {"pool_size": 5, "max_overflow": 15, "pool_timeout": 5.0}
"""Connections for two hundred seats, each of which writes for some milliseconds in a minute. Four nodes fit within the
hundred that PostgreSQL grants; whoever gets none for so many seconds is told that the database does not answer."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open journal, and what the user should be told about the opening, if anything."""

    journal: Journal
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class OpenedWorkshop:
    """A record opened for a workshop. The feed is not started yet; `close` closes it and all else."""

    journal: Journal
    rooms: Rooms
    feed: Feed
    notice: Notice | None = None
    _close: Callable[[], None] = field(default=lambda: None, repr=False)

    def close(self) -> None:
        """Let go of threads, connections and files."""
        self.feed.close()
        self.journal.close()
        self._close()


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
    if _in_memory(address):
        return Opened(MemoryJournal())
    place, notice = _prepare(address)
    return Opened(DatabaseJournal(set_up(address, place), place), notice)


def open_workshop(url: str | None = None, shared: bool = False) -> OpenedWorkshop:
    """Open the record for the many threads of a workshop. `shared`: other programs write to the same SQLite file.

    A record in memory is kept in a file of its own, which is gone when closed. Raises as `open_journal` does.
    """
    address = _address(url or os.environ.get("PODIUM_DATABASE_URL"))
    if not _in_memory(address):
        return _open_workshop(address, shared, lambda: None)
    folder = tempfile.TemporaryDirectory(prefix="podium-", ignore_cleanup_errors=True)
    return _open_workshop(address.set(database=str(Path(folder.name) / FILE_NAME)), shared, folder.cleanup)


def _open_workshop(address: URL, shared: bool, close: Callable[[], None]) -> OpenedWorkshop:
    # Here, since it brings in the dialects of both databases, for which no program of one player shall wait.
    from simulator.journal.database_rooms import DatabaseRooms

    place, notice = _prepare(address)
    engine = set_up(address, place, postgres_server.WORKSHOP_S, WORKSHOP_POOL)
    feed = _feed(address, shared)
    journal = DatabaseJournal(engine, place, published=feed.publish)
    rooms = DatabaseRooms(engine, place, published=feed.publish)
    return OpenedWorkshop(journal, rooms, feed, notice, close)


def _feed(address: URL, shared: bool) -> Feed:
    if address.get_backend_name() == "postgresql":
        # Here, since it needs the driver, which whoever keeps to SQLite has not installed.
        from simulator.journal.feed_postgres import PostgresFeed

        return PostgresFeed(postgres_server.parameters(address))
    if not shared:
        return Feed()
    from simulator.journal.feed_sqlite import PollingFeed

    return PollingFeed(Path((address.database or "").removeprefix("file:")))


def _in_memory(address: URL) -> bool:
    return address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:")


def _prepare(address: URL) -> tuple[str, Notice | None]:
    """How messages name the database, and what the user should be told of it."""
    if address.get_backend_name() != "sqlite":
        return address.render_as_string(), None
    database = address.database or ""
    if database.startswith("file:"):
        return database, None
    path = Path(database)
    aside = sqlite_file.prepare(path)
    return str(path), _moved(path, aside) if aside else None


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
