"""What every store of rooms keeps to, written once: each kind of database has a test class that supplies one."""

from __future__ import annotations

import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from simulator.errors import PodiumError
from simulator.journal.connect import OpenedWorkshop, open_workshop
from simulator.journal.errors import EntryDamaged, JournalConflict, UnknownRoom, UnknownSession
from simulator.journal.rooms import RoomHeader, Rooms
from simulator.session.events import Continued, LineChosen
from tests.journal.contract import refill

ROOM = RoomHeader("r1", "H7KQ2M", "the-secret-of-r1", "Hội trường tầng 2", "2026-11-26T08:00:00.000000+00:00")
OTHER = replace(ROOM, id="r2", code="ZZZZZ9", secret="the-secret-of-r2", opened_at="2026-11-26T09:00:00.000000+00:00")


class RoomsContract(ABC):
    """The tests; a subclass says where there is a new, empty database, and how to speak SQL to it."""

    @abstractmethod
    def url(self) -> str:
        """Where it is."""

    @abstractmethod
    def tamper(self, statement: str) -> None:
        """Do this to the database."""

    @pytest.fixture
    def workshop(self) -> Iterator[OpenedWorkshop]:
        workshop = open_workshop(self.url())
        yield workshop
        workshop.close()

    @pytest.fixture
    def rooms(self, workshop: OpenedWorkshop) -> Rooms:
        workshop.rooms.open_room(ROOM, ['{"type":"opened"}', '{"type":"seated","seat":"Páo"}'])
        return workshop.rooms

    def test_a_room_comes_back_as_it_was_opened(self, rooms: Rooms) -> None:
        assert rooms.header("r1") == ROOM
        assert [(one.number, one.event) for one in rooms.since("r1", 0)] == [
            (0, '{"type":"opened"}'),
            (1, '{"type":"seated","seat":"Páo"}'),
        ]

    def test_a_room_may_be_opened_without_events(self, workshop: OpenedWorkshop) -> None:
        workshop.rooms.open_room(ROOM, [])
        assert workshop.rooms.since("r1", 0) == ()
        workshop.rooms.append("r1", 0, "{}")
        assert len(workshop.rooms.since("r1", 0)) == 1

    def test_a_room_is_found_by_its_code_and_by_no_other(self, rooms: Rooms) -> None:
        rooms.open_room(OTHER, [])
        assert rooms.by_code("ZZZZZ9") == OTHER
        assert rooms.by_code("zzzzz9") is None
        assert rooms.by_code("%") is None
        assert rooms.by_code("H7KQ2M\0") == ROOM

    def test_rooms_are_listed_with_the_last_opened_first(self, rooms: Rooms) -> None:
        rooms.open_room(OTHER, [])
        assert rooms.rooms() == (OTHER, ROOM)

    @pytest.mark.parametrize("taken", [replace(OTHER, id="r1"), replace(OTHER, code="H7KQ2M")])
    def test_ids_and_codes_are_taken_once(self, rooms: Rooms, taken: RoomHeader) -> None:
        with pytest.raises(JournalConflict):
            rooms.open_room(taken, ["{}"])
        assert rooms.rooms() == (ROOM,)
        assert len(rooms.since("r1", 0)) == 2

    def test_a_log_grows_by_the_next_number_alone(self, rooms: Rooms) -> None:
        rooms.append("r1", 2, '{"type":"paused"}')
        with pytest.raises(JournalConflict):
            rooms.append("r1", 2, '{"type":"ended"}')
        with pytest.raises(ValueError, match="gap"):
            rooms.append("r1", 4, "{}")
        assert [one.event for one in rooms.since("r1", 2)] == ['{"type":"paused"}']
        assert rooms.since("r1", 3) == ()
        assert rooms.since("r1", 2)[0].recorded_at

    def test_unknown_rooms_are_named(self, rooms: Rooms) -> None:
        asked: tuple[Callable[[], object], ...] = (
            lambda: rooms.header("nowhere"),
            lambda: rooms.since("nowhere", 0),
            lambda: rooms.append("nowhere", 0, "{}"),
            lambda: rooms.beat("n1", "nowhere", "http://10.0.0.1:8770"),
            lambda: rooms.delete("nowhere", []),
        )
        for ask in asked:
            with pytest.raises(UnknownRoom, match="nowhere"):
                ask()

    def test_a_gap_in_a_log_is_damage(self, rooms: Rooms) -> None:
        rooms.append("r1", 2, "{}")
        self.tamper("DELETE FROM room_entries WHERE number = 1")
        with pytest.raises(EntryDamaged):
            rooms.since("r1", 0)
        assert len(rooms.since("r1", 2)) == 1

    def test_text_is_kept_without_what_no_database_keeps(self, rooms: Rooms) -> None:
        rooms.open_room(replace(OTHER, title="Ho\u0323p ba\u0301o\0 \ud800"), ['{"a":"\ud800"}'])
        assert rooms.header("r2").title == "Họp báo \ufffd"
        assert rooms.since("r2", 0)[0].event == '{"a":"\ufffd"}'

    def test_the_secret_is_in_no_error_and_in_no_words_about_the_room(self, rooms: Rooms) -> None:
        assert "the-secret" not in repr(ROOM)
        rooms.open_room(OTHER, ["{}"])
        with pytest.raises(JournalConflict) as raised:
            rooms.open_room(replace(OTHER, id="r3"), [])
        assert "the-secret" not in "".join(traceback.format_exception(raised.value))
        self.tamper("DROP TABLE room_entries")
        self.tamper("DROP TABLE nodes")
        self.tamper("DROP TABLE rooms")
        with pytest.raises(PodiumError) as refused:
            rooms.open_room(replace(OTHER, id="r4", code="4"), [])
        assert "the-secret" not in "".join(traceback.format_exception(refused.value))

    def test_the_latest_draft_of_each_seat_is_kept(self, workshop: OpenedWorkshop) -> None:
        refill(workshop.journal, "s1")
        refill(workshop.journal, "s2")
        for seat, text in (("b", "Thưa"), ("a", "Tôi"), ("b", "Thưa bà co\u0301n\0"), ("c", "x"), ("c", "")):
            workshop.rooms.keep_draft("s1", "q1", seat, text)
        workshop.rooms.keep_draft("s2", "q1", "a", "another's")
        kept = workshop.rooms.drafts("s1")
        assert [(one.scene, one.seat, one.text) for one in kept] == [("q1", "a", "Tôi"), ("q1", "b", "Thưa bà cón")]
        assert all(one.session == "s1" and one.written_at for one in kept)
        with pytest.raises(UnknownSession):
            workshop.rooms.keep_draft("nobody's", "q1", "a", "Tôi")

    def test_nodes_are_those_that_were_heard_of_lately(self, rooms: Rooms) -> None:
        rooms.open_room(OTHER, [])
        rooms.beat("n1", "r1", "http://10.0.0.1:8770")
        rooms.beat("n2", "r1", "http://10.0.0.2:8770")
        rooms.beat("n3", "r2", "http://10.0.0.3:8770")
        rooms.beat("n1", "r1", "http://10.0.0.9:8770")
        assert [(one.id, one.url) for one in rooms.nodes("r1", 60)] == [
            ("n1", "http://10.0.0.9:8770"),
            ("n2", "http://10.0.0.2:8770"),
        ]
        assert rooms.nodes("r1", 0) == ()
        rooms.leave("n1")
        assert [one.id for one in rooms.nodes("r1", 60)] == ["n2"]

    def test_entries_of_a_session_are_had_from_a_number_on(self, workshop: OpenedWorkshop) -> None:
        refill(workshop.journal, "s1", Continued("i1", 5), LineChosen("q1", "owns", 6))
        assert workshop.rooms.entries_since("s1", 0) == workshop.journal.entries("s1")
        assert workshop.rooms.entries_since("s1", 2) == workshop.journal.entries("s1")[2:]
        assert workshop.rooms.entries_since("s1", 3) == ()
        assert workshop.rooms.entries_since("nobody's", 0) == ()

    def test_heads_say_how_far_sessions_have_come(self, workshop: OpenedWorkshop) -> None:
        refill(workshop.journal, "s1", Continued("i1", 5))
        refill(workshop.journal, "s2")
        assert workshop.rooms.heads(["s1", "s2", "nobody's"]) == {"s1": 2, "s2": 1, "nobody's": 0}
        assert workshop.rooms.heads([]) == {}

    def test_a_room_that_is_deleted_leaves_nothing_of_its_own_behind(self, workshop: OpenedWorkshop) -> None:
        journal, rooms = workshop.journal, workshop.rooms
        for header in (ROOM, OTHER):
            rooms.open_room(header, ["{}"])
            rooms.beat(f"n{header.id}", header.id, "http://10.0.0.1:8770")
        for session in ("s1", "s2", "s3"):
            refill(journal, session, Continued("i1", 5))
            rooms.keep_draft(session, "q1", "a", "Tôi")
        for about in (
            "s1",
            "s3",
            "r1",
            "room/r1",
            "room/r1/sheet",
            "r1/note",
            "room/r11",
            "room/r2",
            "course/two-days",
        ):
            journal.remark(about, "note", "cô Mai", "{}")
        journal.remark("course/two-days", "begun", "Páo", "{}")
        assert rooms.delete("r1", ["s1", "s2", "s9"], by=["Páo"]) == 2
        assert journal.session_ids() == ("s3",)
        assert [header.id for header in rooms.rooms()] == ["r2"]
        assert [len(rooms.drafts(session)) for session in ("s1", "s2", "s3")] == [0, 0, 1]
        assert [one.about for one in journal.remarks_by("cô Mai")] == ["s3", "room/r11", "room/r2", "course/two-days"]
        assert journal.remarks_by("Páo") == ()
        with pytest.raises(UnknownRoom):
            rooms.since("r1", 0)
        assert rooms.nodes("r1", 60) == ()
        assert len(rooms.nodes("r2", 60)) == 1
        rooms.open_room(ROOM, [])

    def test_a_room_that_cannot_be_deleted_whole_stays_whole(self, rooms: Rooms, workshop: OpenedWorkshop) -> None:
        refill(workshop.journal, "s1")
        self.tamper("DROP TABLE drafts")
        with pytest.raises(PodiumError):
            rooms.delete("r1", ["s1"])
        assert rooms.header("r1") == ROOM
        assert len(rooms.since("r1", 0)) == 2
        assert workshop.journal.session_ids() == ("s1",)

    def test_a_learner_who_is_forgotten_leaves_no_draft_behind(self, workshop: OpenedWorkshop) -> None:
        refill(workshop.journal, "s1")
        workshop.rooms.keep_draft("s1", "q1", "a", "Tôi")
        assert workshop.journal.forget("Hạnh") == 1
        assert workshop.rooms.drafts("s1") == ()
