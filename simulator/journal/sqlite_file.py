"""All that is particular to the record being an SQLite file: its settings, its health, deleting, putting it aside."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import SQLAlchemyError

from simulator.journal.errors import JournalNewer, JournalUnwritable
from simulator.journal.reasons import told
from simulator.journal.tables import TABLES_FORMAT
from simulator.language.machine import reason_of

BUSY_MS = 5_000
"""How long we wait for another program that is writing, in milliseconds."""

CHECKED_BELOW = 64 * 2**20
"""Files below this many bytes are checked page by page when opened (about 0.3 s at the most)."""

COMPANIONS = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps a record in: the file, the latest writes, the index of these, and what a broken write replaced."""

_BROKEN = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


def use_settings(engine: Engine) -> None:
    """Have every connection wait for others, sync each commit to the disk, mind foreign keys, and read all text."""

    @event.listens_for(engine, "connect")
    def settle(connection: Any, record: object) -> None:  # noqa: ANN401  # the driver's own type
        # Bytes that are not UTF-8 come through as lone surrogates, so that one damaged text does not hide the rest.
        connection.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
        cursor = connection.cursor()
        # FULL, since WAL alone may lose the latest commits when the power fails.
        settings = (f"busy_timeout={BUSY_MS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
        # What is deleted is written over, and not only left out of the index.
        for setting in (*settings, "secure_delete=ON"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()


def leave_no_trace(engine: Engine) -> None:
    """Carry the latest writes over into the file and empty their log: what was deleted may still stand in it.

    Another program that is reading may hold this up; then it is done when the last program closes the record.
    """
    if engine.dialect.name == "sqlite":
        with suppress(SQLAlchemyError), engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def prepare(path: Path) -> Path | None:
    """Make the way free for opening `path`: its folder is there, and no damaged file is in its place.

    Returns where a damaged file was moved to, or None. A newer Podium's file is not touched.
    Raises JournalNewer, JournalUnwritable, JournalBusy.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = _identity(path)
        if before is None and not _latest_writes(path):
            # What people said is for whoever keeps the record alone; its companions get the file's own mode.
            path.touch(mode=0o600)
            return None
        damaged = _is_damaged(path)
        # Another program may have found the damage too, and have a new file in place already.
        if not damaged or _identity(path) != before:
            return None
        return move_aside(path)
    except OSError as error:
        raise JournalUnwritable(str(path), reason_of(error)) from error


def move_aside(path: Path) -> Path:
    """Give the file and its companions a new name that is not taken, and return that of the file."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (f"{path.name}.damaged-{stamp}{again}" for again in ("", *(f"-{number}" for number in range(2, 1000))))
    aside = next(name for name in names if not any(path.with_name(name + part).exists() for part in COMPANIONS))
    for part in COMPANIONS:
        if path.with_name(path.name + part).exists():
            path.with_name(path.name + part).rename(path.with_name(aside + part))
    return path.with_name(aside)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands there; None if none does or it is empty, which to SQLite is the same."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return (stat.st_dev, stat.st_ino) if stat.st_size else None


def _latest_writes(path: Path) -> bool:
    """Whether writes are waiting to be carried over into the file."""
    waiting = path.with_name(path.name + "-wal")
    return waiting.exists() and waiting.stat().st_size > 0


def _is_damaged(path: Path) -> bool:
    if _identity(path) is None:
        return True  # The file was emptied under its latest writes: SQLite would throw these away.
    try:
        try:
            # Read only, so that a newer Podium's file stays byte for byte as it is.
            return not _is_sound(path, "ro")
        except sqlite3.OperationalError as error:
            # A program was killed in the middle of a write, which only one that may write can undo.
            if not _name(error).startswith("SQLITE_READONLY"):
                raise
            return not _is_sound(path, "rw")
    except sqlite3.DatabaseError as error:
        if _name(error).startswith(_BROKEN):
            return True
        raise told(error, str(path)) from error


def _is_sound(path: Path, mode: str) -> bool:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_MS / 1000)) as file:
        _refuse_newer(file, path)
        return path.stat().st_size >= CHECKED_BELOW or file.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "")


def _refuse_newer(file: sqlite3.Connection, path: Path) -> None:
    tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "meta" not in tables:
        return
    (found,) = file.execute("SELECT max(format) FROM meta").fetchone()
    if isinstance(found, int) and found > TABLES_FORMAT:
        raise JournalNewer(str(path), found, TABLES_FORMAT)
