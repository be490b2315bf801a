"""Rooms that wait for a database which is gone for a while, and record each of their events once all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from simulator.journal.codec import plain
from simulator.journal.errors import JournalConflict
from simulator.journal.patience import NotThere, Patience, Troubled
from simulator.journal.port import Entry
from simulator.journal.rooms import KeptDraft, NodeAddress, RoomEntry, RoomHeader, Rooms


class PatientRooms:
    """Keeps the Rooms contract over other rooms, as `PatientJournal` does over a journal.

    Drafts and beats are not waited for: by the time the database is back, newer ones have followed.
    """

    def __init__(
        self,
        rooms: Rooms,
        seconds: float,
        troubled: Troubled = lambda gone: None,
        patience: Patience | None = None,
    ) -> None:
        self._rooms = rooms
        self._patience = patience or Patience(seconds, troubled)

    def open_room(self, header: RoomHeader, first_events: Sequence[str]) -> None:
        def kept() -> None:
            if self._rooms.header(header.id) != replace(header, title=plain(header.title)):
                raise JournalConflict(header.id, 0)

        self._patience.write(lambda: self._rooms.open_room(header, first_events), kept)

    def append(self, room: str, number: int, event: str) -> None:
        def kept() -> None:
            found = self._rooms.since(room, number)
            if not found:
                raise NotThere
            # What says the very same is as good as ours, whichever node recorded it.
            if found[0].event != plain(event):
                raise JournalConflict(room, number)

        self._patience.write(lambda: self._rooms.append(room, number, event), kept)

    def header(self, room: str) -> RoomHeader:
        return self._patience.ask(lambda: self._rooms.header(room))

    def by_code(self, code: str) -> RoomHeader | None:
        return self._patience.ask(lambda: self._rooms.by_code(code))

    def rooms(self) -> tuple[RoomHeader, ...]:
        return self._patience.ask(self._rooms.rooms)

    def since(self, room: str, number: int) -> tuple[RoomEntry, ...]:
        return self._patience.ask(lambda: self._rooms.since(room, number))

    def delete(self, room: str, sessions: Sequence[str], by: Sequence[str] = ()) -> int:
        return self._rooms.delete(room, sessions, by)

    def keep_draft(self, session: str, scene: str, seat: str, text: str) -> None:
        self._rooms.keep_draft(session, scene, seat, text)

    def drafts(self, session: str) -> tuple[KeptDraft, ...]:
        return self._patience.ask(lambda: self._rooms.drafts(session))

    def beat(self, node: str, room: str, url: str) -> None:
        self._rooms.beat(node, room, url)

    def leave(self, node: str) -> None:
        self._rooms.leave(node)

    def nodes(self, room: str, younger_than_s: float) -> tuple[NodeAddress, ...]:
        return self._patience.ask(lambda: self._rooms.nodes(room, younger_than_s))

    def entries_since(self, session: str, number: int) -> tuple[Entry, ...]:
        return self._patience.ask(lambda: self._rooms.entries_since(session, number))

    def heads(self, sessions: Sequence[str]) -> Mapping[str, int]:
        return self._patience.ask(lambda: self._rooms.heads(sessions))
