"""What a driver's error means for the player."""

from __future__ import annotations

from simulator.errors import PodiumError
from simulator.journal.errors import (
    JournalBusy,
    JournalDamaged,
    JournalForeign,
    JournalFull,
    JournalUnreachable,
    JournalUnwritable,
)


def told(error: Exception, place: str) -> PodiumError:
    """The error to raise for one of SQLAlchemy's or of the driver beneath it; `place` is shown to the player."""
    cause = getattr(error, "orig", None) or error
    reason = next(iter(str(cause).strip().splitlines()), type(cause).__name__)
    name = getattr(cause, "sqlite_errorname", None)
    return _of_server(cause, place, reason) if name is None else _of_file(name, place, reason)


def _of_file(name: str, place: str, reason: str) -> PodiumError:
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return JournalBusy(place)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return JournalDamaged(place, reason)
    if name == "SQLITE_FULL":
        return JournalFull(place)
    if name == "SQLITE_ERROR":
        # Our statements are sound, so a table or column is missing.
        return JournalForeign(place)
    return JournalUnwritable(place, reason)


def _of_server(cause: BaseException, place: str, reason: str) -> PodiumError:
    """PostgreSQL's codes: 53100 disk full, 42P01 undefined table, 42703 undefined column, 55P03 lock not available."""
    code = getattr(cause, "sqlstate", None)
    if code == "53100":
        return JournalFull(place)
    if code in ("42P01", "42703"):
        return JournalForeign(place)
    return JournalBusy(place) if code == "55P03" else JournalUnreachable(place, reason)
