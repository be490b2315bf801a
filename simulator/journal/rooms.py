"""The rooms of workshops as their users know them: each is a log that only grows, followed by all who serve it.

Beside the logs stand the drafts that are being written, and the addresses of the programs that serve a room. As with
the journal, what a method did is durable when it returns; every method may raise a `PodiumError` of `journal.errors`
where the machine is in the way, and then nothing has changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from simulator.journal.port import Entry


@dataclass(frozen=True, slots=True)
class RoomHeader:
    """What is known of a room from its beginning.

    `code` is what people type to come in, the only room's of this code; `secret` signs their places and is shown
    nowhere; `opened_at` is UTC in ISO 8601.
    """

    id: str
    code: str
    secret: str = field(repr=False)
    title: str
    opened_at: str


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """One event of a room as JSON text, numbered from 0 without gaps. `recorded_at` is UTC in ISO 8601."""

    room: str
    number: int
    event: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class NodeAddress:
    """A program that serves a room: where browsers reach it, and when it was last heard of by the database's clock."""

    id: str
    url: str
    seen_at: str


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What a seat has written in a scene and not sent. `written_at` is UTC in ISO 8601."""

    session: str
    scene: str
    seat: str
    text: str
    written_at: str


class Rooms(Protocol):
    """The rooms of a database."""

    def open_room(self, header: RoomHeader, first_events: Sequence[str]) -> None:
        """Record a new room and its first events, all or nothing. Raises JournalConflict if id or code is taken."""

    def header(self, room: str) -> RoomHeader:
        """What is known of the room from its beginning. Raises UnknownRoom."""

    def by_code(self, code: str) -> RoomHeader | None:
        """The room of this very code, or None."""

    def rooms(self) -> tuple[RoomHeader, ...]:
        """All rooms, the one opened last first."""

    def append(self, room: str, number: int, event: str) -> None:
        """Record the event under the next number.

        Raises UnknownRoom, or JournalConflict if the number is taken; ValueError if it would leave a gap.
        """

    def since(self, room: str, number: int) -> tuple[RoomEntry, ...]:
        """The room's entries from this number on, itself included: whoever holds n of them asks for `since(room, n)`.

        Raises UnknownRoom, EntryDamaged.
        """

    def delete(self, room: str, sessions: Sequence[str], by: Sequence[str] = ()) -> int:
        """Delete the room and its log, these sessions with their entries and drafts, and what was remarked about any.

        Remarks about the room are those whose `about` is its id or `room/` and its id, alone or with more after a
        slash. Remarks by anybody named in `by` go as well, whatever they are about. All or nothing; returns how many of
        the sessions there were. Raises UnknownRoom.
        """

    def keep_draft(self, session: str, scene: str, seat: str, text: str) -> None:
        """Keep what a seat has written so far, in place of what was kept before; an empty text takes it away.

        Raises UnknownSession.
        """

    def drafts(self, session: str) -> tuple[KeptDraft, ...]:
        """All drafts of a session, by scene and seat."""

    def beat(self, node: str, room: str, url: str) -> None:
        """Say that this node serves the room now, under this address. Raises UnknownRoom."""

    def leave(self, node: str) -> None:
        """Say that this node serves no longer."""

    def nodes(self, room: str, younger_than_s: float) -> tuple[NodeAddress, ...]:
        """The nodes that were heard of within so many seconds, the latest first."""

    def entries_since(self, session: str, number: int) -> tuple[Entry, ...]:
        """A session's entries from this number on, as in `since`; none of a session that is not there.

        Raises EntryDamaged, JournalNewer.
        """

    def heads(self, sessions: Sequence[str]) -> Mapping[str, int]:
        """How many entries each of the sessions has; 0 for one that is not there."""
