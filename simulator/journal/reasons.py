"""What a driver's error means for the player."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.exc import TimeoutError as NoConnection

from simulator.errors import PodiumError
from simulator.journal.errors import (
    JournalBusy,
    JournalDamaged,
    JournalForeign,
    JournalFull,
    JournalUnreachable,
    JournalUnwritable,
)
from simulator.language.catalogue import Phrase, template
from simulator.language.machine import in_its_own_words

_OF_SQLITE: Mapping[str, str] = {
    "SQLITE_READONLY": template("it can only be read"),
    "SQLITE_CANTOPEN": template("the file cannot be opened"),
    "SQLITE_PERM": template("you are not allowed to"),
    "SQLITE_AUTH": template("you are not allowed to"),
    "SQLITE_IOERR": template("the disk fails"),
    "SQLITE_NOTADB": template("it is no database of SQLite's"),
    "SQLITE_CORRUPT": template("what stands in it does not fit together"),
    "SQLITE_TOOBIG": template("what is to be kept is too long"),
    "SQLITE_NOMEM": template("the machine has no memory left"),
}
"""What SQLite's errors mean, by how their names begin."""

_OF_POSTGRES: Mapping[str, str] = {
    "28P01": template("the password is wrong"),
    "28000": template("the server does not let this user in"),
    "3D000": template("there is no database of this name"),
    "42501": template("you are not allowed to"),
    "57014": template("it does not answer in time"),
    "57P01": template("the server is being stopped"),
    "57P02": template("the server is being stopped"),
    "57P03": template("the server is not ready yet"),
    "53300": template("too many programs are connected to it"),
}
"""By SQLSTATE."""


def told(error: Exception, place: str) -> PodiumError:
    """The error to raise for one of SQLAlchemy's or of the driver beneath it; `place` is shown to the player."""
    if isinstance(error, NoConnection):
        # All connections are in use, and each for longer than we wait.
        return JournalUnreachable(place, Phrase(_OF_POSTGRES["57014"]))
    cause = getattr(error, "orig", None) or error
    reason = next(iter(str(cause).strip().splitlines()), type(cause).__name__)
    name = getattr(cause, "sqlite_errorname", None)
    return _of_server(cause, place, reason) if name is None else _of_file(name, place, reason)


def _of_file(name: str, place: str, reason: str) -> PodiumError:
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return JournalBusy(place)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return JournalDamaged(place, _of_sqlite(name, reason))
    if name == "SQLITE_FULL":
        return JournalFull(place)
    if name == "SQLITE_ERROR":
        # Our statements are sound, so a table or column is missing.
        return JournalForeign(place)
    return JournalUnwritable(place, _of_sqlite(name, reason))


def _of_sqlite(name: str, reason: str) -> Phrase:
    """In the player's language; an SQLite error that we have no words for in its own."""
    known = next((told for begins, told in _OF_SQLITE.items() if name.startswith(begins)), None)
    return Phrase(known) if known else in_its_own_words(reason)


def _of_server(cause: BaseException, place: str, reason: str) -> PodiumError:
    """PostgreSQL's codes: 53100 disk full, 42P01 undefined table, 42703 undefined column, 55P03 lock not available."""
    code = getattr(cause, "sqlstate", None)
    if code == "53100":
        return JournalFull(place)
    if code in ("42P01", "42703"):
        return JournalForeign(place)
    return JournalBusy(place) if code == "55P03" else JournalUnreachable(place, _of_postgres(code, reason))


def _of_postgres(code: str | None, reason: str) -> Phrase:
    known = _OF_POSTGRES.get(code or "")
    return Phrase(known) if known else in_its_own_words(reason)
