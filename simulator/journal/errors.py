"""What can go wrong with the record of sessions, each told to the player as one line and a hint."""

from __future__ import annotations

from simulator.errors import ExitCode, MachineError, PodiumError
from simulator.language.catalogue import Phrase, template


class UnknownSession(PodiumError):
    """No session of this id is in the record."""

    exit_code = ExitCode.USAGE

    def __init__(self, session: str) -> None:
        super().__init__(
            template("there is no session “{session}” in the record"),
            template("`podium sessions --all` lists the sessions with their ids"),
            session=session,
        )


class UnknownRoom(PodiumError):
    """No room of this id is in the database."""

    exit_code = ExitCode.USAGE

    def __init__(self, room: str) -> None:
        super().__init__(
            template("there is no room “{room}” in the database"),
            template("it may have been deleted; open a new one with `podium host`"),
            room=room,
        )


class JournalConflict(MachineError):
    """The number is taken: another program goes on with this session. Nothing was written."""

    def __init__(self, session: str, number: int) -> None:
        super().__init__(
            template("step {number} of session “{session}” has been recorded by another program"),
            template("close this session in one of the two programs"),
            session=session,
            number=number,
        )


class JournalUnwritable(MachineError):
    """The record cannot be written: a read-only folder or file, a path that is no folder, a failing disk."""

    def __init__(self, place: str, reason: Phrase | str) -> None:
        super().__init__(
            template("the record of sessions cannot be written at {place}: {reason}"),
            template("set PODIUM_DATA_DIR to a folder that you may write to"),
            place=place,
            reason=reason,
        )


class JournalFull(JournalUnwritable):
    """The disk is full. What was recorded before is whole, and the same step can be tried again."""

    def __init__(self, place: str) -> None:
        MachineError.__init__(
            self,
            template("the disk is full: the record of sessions at {place} cannot grow"),
            template("free some space and try again, or set PODIUM_DATA_DIR to a folder on another disk"),
            place=place,
        )


class JournalBusy(MachineError):
    """Another program has kept the record locked for longer than we wait."""

    def __init__(self, place: str) -> None:
        super().__init__(
            template("another program keeps the record of sessions at {place} locked"),
            template("close the other program, or try again in a moment"),
            place=place,
        )


class JournalUnreachable(MachineError):
    """The database server does not answer, or will not have us."""

    def __init__(self, place: str, reason: Phrase | str) -> None:
        super().__init__(
            template("the database at {place} cannot be used: {reason}"),
            template("check PODIUM_DATABASE_URL, or unset it to keep the record in a file on this machine"),
            place=place,
            reason=reason,
        )


class JournalAddress(MachineError):
    """The database URL names nothing that can be opened."""

    def __init__(self, problem: str, **params: object) -> None:
        super().__init__(
            problem,
            template("write PODIUM_DATABASE_URL as sqlite:////folder/file or postgresql://user:password@host/database"),
            **params,
        )


class JournalForeign(MachineError):
    """A sound database, but its tables are not Podium's. It is left untouched."""

    def __init__(self, place: str) -> None:
        super().__init__(
            template("the database at {place} is another program's, not a record of Podium's"),
            template("set PODIUM_DATA_DIR or PODIUM_DATABASE_URL to a place of its own"),
            place=place,
        )


class JournalDamaged(MachineError):
    """The record cannot be read as it stands."""

    def __init__(self, place: str, reason: Phrase | str) -> None:
        super().__init__(
            template("the record of sessions at {place} is damaged: {reason}"),
            template("start Podium again: it will move the damaged file aside and keep it"),
            place=place,
            reason=reason,
        )


class SessionDamaged(JournalDamaged):
    """What is known of a session from its beginning cannot be read; other sessions are not concerned."""

    def __init__(self, session: str, reason: str) -> None:
        MachineError.__init__(
            self,
            template("the record of session “{session}” is damaged (technical detail: {reason})"),
            template("other sessions are not concerned; begin this scenario anew"),
            session=session,
            reason=reason,
        )


class EntryDamaged(JournalDamaged):
    """One entry of a session, numbered from 0, cannot be read; other sessions are not concerned."""

    def __init__(self, session: str, number: int, reason: str) -> None:
        MachineError.__init__(
            self,
            template("entry {number} of session “{session}” is damaged (technical detail: {reason})"),
            template("other sessions are not concerned; begin this scenario anew"),
            session=session,
            number=number,
            reason=reason,
        )


class JournalNewer(MachineError):
    """A newer Podium wrote this. It is left untouched."""

    def __init__(self, place: str, found: int, known: int) -> None:
        super().__init__(
            template("{place} was written by a newer Podium (format {found}; this one knows up to {known})"),
            template("install the newest Podium, or set PODIUM_DATA_DIR to another folder"),
            place=place,
            found=found,
            known=known,
        )
