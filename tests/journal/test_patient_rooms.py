"""Patient rooms wait for their database, and whatever breaks on the way, each event is recorded exactly once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.journal.connect import open_workshop
from simulator.journal.errors import JournalConflict, JournalUnreachable
from simulator.journal.patience import Patience
from simulator.journal.patient_rooms import PatientRooms
from tests.journal.rooms_contract import ROOM
from tests.journal.test_patient import BROKEN, Breaking


class Room:
    """A room of a database whose commits break."""

    def __init__(self, url: str) -> None:
        self.workshop = open_workshop(url)
        self.breaking = Breaking(self.workshop.journal)
        self.rooms = self.workshop.rooms
        self.patient = PatientRooms(self.rooms, 60, patience=Patience(60, wait=lambda seconds: None))

    def log(self) -> list[str]:
        return [entry.event for entry in self.rooms.since("r1", 0)]


@pytest.fixture
def room(postgres_url: str) -> Iterator[Room]:
    room = Room(postgres_url)
    yield room
    room.workshop.close()


@pytest.mark.parametrize("breaks", BROKEN)
def test_a_room_and_its_events_are_recorded_once_however_the_commit_breaks(room: Room, breaks: list[str]) -> None:
    room.breaking.breaks = list(breaks)
    room.patient.open_room(ROOM, ['{"n":0}'])
    room.breaking.breaks = list(breaks)
    room.patient.append("r1", 1, '{"a":"o\u0302"}')
    assert room.breaking.breaks == []
    room.patient.append("r1", 2, '{"n":2}')
    assert room.log() == ['{"n":0}', '{"a":"ô"}', '{"n":2}']


def test_what_another_node_recorded_meanwhile_is_a_conflict(room: Room) -> None:
    room.rooms.open_room(ROOM, [])

    def first(gone: bool) -> None:
        if gone:
            room.rooms.append("r1", 0, '{"by":"another"}')

    patient = PatientRooms(room.rooms, 60, first)
    room.breaking.breaks = ["before"]
    with pytest.raises(JournalConflict):
        patient.append("r1", 0, '{"by":"us"}')
    assert room.log() == ['{"by":"another"}']


def test_drafts_and_beats_are_not_waited_for(room: Room) -> None:
    room.rooms.open_room(ROOM, [])
    room.breaking.breaks = ["before"]
    with pytest.raises(JournalUnreachable):
        room.patient.beat("n1", "r1", "http://10.0.0.1:8770")
    room.patient.beat("n1", "r1", "http://10.0.0.1:8770")
    assert [node.id for node in room.patient.nodes("r1", 60)] == ["n1"]
