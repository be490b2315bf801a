"""`podium room`: the workshops on record, and deleting one with everything that was said in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from simulator.commands.moments import local_moment
from simulator.errors import ExitCode, UsageError
from simulator.journal.connect import open_workshop
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.workshop.room.codec import decode
from simulator.workshop.room.state import RoomState, fold

if TYPE_CHECKING:
    from simulator.journal.connect import OpenedWorkshop
    from simulator.journal.port import Journal
    from simulator.journal.rooms import RoomHeader, Rooms


@dataclass(frozen=True, slots=True)
class RecordedRoom:
    """A room as it is on record."""

    header: RoomHeader
    state: RoomState

    @property
    def sessions(self) -> tuple[str, ...]:
        return tuple(self.state.sessions.values())


def recorded_room(rooms: Rooms, header: RoomHeader) -> RecordedRoom:
    """A room with its log folded. Raises PodiumError."""
    state = RoomState()
    for entry in rooms.since(header.id, 0):
        event = decode(entry.event)
        state = state if event is None else fold(state, entry.number, event)
    return RecordedRoom(header, state)


def run(catalogue: Catalogue, code: str, *, delete: bool, yes: bool, database: str, format_: str) -> ExitCode:
    """List rooms, tell of one, or delete it. Raises PodiumError."""
    opened = open_workshop(database or None)
    try:
        if delete:
            return _delete(opened, _named(opened.rooms, code), catalogue, yes=yes)
        headers = [_named(opened.rooms, code)] if code else opened.rooms.rooms()
        found = [recorded_room(opened.rooms, header) for header in headers]
    finally:
        opened.close()
    if format_ == "json":
        click.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=2))
        return ExitCode.OK
    for line in _as_text(found, catalogue):
        click.echo(plain(line))
    return ExitCode.OK


def sessions_of_room(code: str, run: int = 0) -> tuple[str, ...]:
    """The sessions played in a room on record, in the order of their beginnings; of all runs, or of one (from 1).

    Raises UsageError where there are none.
    """
    opened = open_workshop(None)
    try:
        header = _named(opened.rooms, code)
        sessions = recorded_room(opened.rooms, header).state.sessions
    finally:
        opened.close()
    found = tuple(session for (_, of_run), session in sessions.items() if run in (0, of_run))
    if not found:
        raise UsageError(template("nothing was played in room {code}"), code=header.code)
    return found


def _named(rooms: Rooms, code: str) -> RoomHeader:
    header = rooms.by_code(code.strip().upper())
    if header is None:
        hint = template("`podium room` lists the rooms on record")
        raise UsageError(template("there is no room {code} on record"), hint, code=code[:20])
    return header


def _delete(opened: OpenedWorkshop, header: RoomHeader, catalogue: Catalogue, *, yes: bool) -> ExitCode:
    room, say = recorded_room(opened.rooms, header), catalogue.say
    counts = {"code": header.code, "seats": len(room.state.seats), "sessions": len(room.sessions)}
    if not yes:
        told = template("this deletes room {code}: seats {seats}, sessions {sessions}, for good")
        raise UsageError(told, template("add --yes if that is meant"), **counts)
    gone = opened.rooms.delete(header.id, with_branches(opened.journal, room.sessions))
    click.echo(say(template("Room {code} is deleted; sessions: {sessions}."), code=header.code, sessions=gone))
    return ExitCode.OK


def with_branches(journal: Journal, sessions: Iterable[str]) -> tuple[str, ...]:
    """Sessions with those that continue them, where a scenario had changed: they hold the same people's words."""
    found = dict.fromkeys(sessions)
    begun = sorted((one.header for one in journal.sessions()), key=lambda header: header.begun_at)
    for header in begun:  # Each after the one that it continues.
        if header.branch_of in found:
            found[header.id] = None
    return tuple(found)


def _as_text(found: list[RecordedRoom], catalogue: Catalogue) -> Iterator[str]:
    if not found:
        yield catalogue.say(template("no room is on record"))
    for one in found:
        header, state = one.header, one.state
        opened = local_moment(header.opened_at, catalogue.tongue)
        told = template("{code}  {title}  ({opened}; seats {seats}, sessions {sessions})")
        counts = {"seats": len(state.seats), "sessions": len(one.sessions)}
        yield catalogue.say(told, code=header.code, title=header.title, opened=opened, **counts)


def _as_json(one: RecordedRoom) -> dict[str, object]:
    state = one.state
    return {
        "code": one.header.code,
        "title": one.header.title,
        "opened_at": one.header.opened_at,
        "programme": list(state.programme),
        "pace": state.pace,
        "closed": state.closed,
        "seats": [{"id": seat.id, "name": seat.name, "removed": seat.removed} for seat in state.seats.values()],
        "sessions": [
            {"owner": owner, "run": run_, "session": session} for (owner, run_), session in state.sessions.items()
        ],
        "hot_wash": [
            {"question": question, "answers": _said(state, number)} for number, question in enumerate(state.hot_wash)
        ],
    }


def _said(state: RoomState, number: int) -> dict[str, str]:
    """Each seat's answer to a closing question."""
    return {seat: said[number] for seat, said in state.hot_washed.items() if number < len(said)}
