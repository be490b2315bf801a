"""The fold of a room's log: seats, tables, roles, orders, runs; and that nothing in a log can break it."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.workshop.room import events as e
from simulator.workshop.room.codec import decode, encode
from simulator.workshop.room.state import ROLES, RoomState, fold


def room(*events: e.RoomEvent, **opened: object) -> RoomState:
    first = e.Opened.model_validate({"programme": ("flood", "spill")} | opened)
    return reduce(lambda state, pair: fold(state, *pair), enumerate((first, *events)), RoomState())


def seats(count: int, *, first: int = 1) -> list[e.RoomEvent]:
    return [e.SeatTaken(seat=f"s{n}", name=f"Người {n}", pin="1234") for n in range(first, first + count)]


def test_a_room_that_waits_is_started_by_the_facilitator() -> None:
    assert room().started
    waiting = room(waits=True)
    assert (waiting.started, waiting.gate) == (False, 0)
    started = room(e.WentOn(gate=1), waits=True)
    assert (started.started, started.gate) == (True, 1)


def test_the_gate_never_goes_back() -> None:
    assert room(e.WentOn(gate=3), e.WentOn(gate=2)).gate == 3


def test_a_name_is_taken_once_however_it_is_written() -> None:
    state = room(*seats(1), e.SeatTaken(seat="s2", name="NGƯỜI 1", pin="9999"))
    assert list(state.seats) == ["s1"]
    assert state.named("người 1") == state.seats["s1"]


def test_a_room_is_full_until_a_seat_is_removed() -> None:
    state = room(*seats(2), seats=2)
    assert state.full
    assert not fold(state, 9, e.SeatRemoved(seat="s1")).full


def test_observers_take_no_seat_and_no_chair() -> None:
    watching = e.SeatTaken(seat="s1", name="Quan sát", pin="1234", observer=True)
    state = room(watching, *seats(4, first=2), tables=True, seats=4)
    assert state.full
    assert {seat.table for seat in state.present_seats} == {"t1"}
    assert state.seats["s1"].table == ""


def test_removing_and_restoring_makes_former_links_void() -> None:
    removed = room(*seats(1), e.SeatRemoved(seat="s1"))
    assert (removed.seats["s1"].removed, removed.seats["s1"].generation) == (True, 1)
    again = fold(removed, 9, e.SeatRemoved(seat="s1"))
    assert again.seats["s1"].generation == 1
    restored = fold(removed, 9, e.SeatRestored(seat="s1"))
    assert (restored.seats["s1"].removed, restored.seats["s1"].generation) == (False, 2)


def test_four_sit_at_a_table_and_have_its_four_roles() -> None:
    state = room(*seats(6), tables=True)
    assert [seat.table for seat in state.present_seats] == ["t1"] * 4 + ["t2"] * 2
    assert [state.role(seat) for seat in state.table_of("t1")] == list(ROLES)
    assert state.owners() == ("t1", "t2")


def test_roles_move_on_so_that_everybody_speaks_in_turn() -> None:
    speakers = []
    state = room(*seats(4), tables=True)
    for number in range(4):
        speakers += [seat.id for seat in state.present_seats if state.speaks(seat)]
        state = fold(state, 20 + number, e.Rotated(table="t1"))
    assert speakers == ["s1", "s2", "s3", "s4"]
    assert state.speaks(state.seats["s1"])


def test_at_every_table_one_speaks_whoever_has_gone() -> None:
    state = room(*seats(7), e.SeatRemoved(seat="s1"), e.SeatRemoved(seat="s6"), e.Rotated(), tables=True)
    for table in ("t1", "t2"):
        assert sum(state.speaks(seat) for seat in state.table_of(table)) == 1


def test_in_the_hot_seat_one_speaks_for_all() -> None:
    state = room(*seats(3), e.SpeakerChosen(seat="s2"), pace="hot_seat")
    assert state.owners() == ("s2",)
    assert [state.owner(seat) for seat in state.present_seats] == ["s2"] * 3
    assert [state.speaks(seat) for seat in state.present_seats] == [False, True, False]


def test_the_first_session_of_an_owner_in_a_run_counts() -> None:
    state = room(e.Begun(owner="s1", run=1, session="a"), e.Begun(owner="s1", run=1, session="b"))
    assert state.session("s1") == "a"
    following = fold(state, 9, e.NextRun(place=1))
    assert (following.session("s1"), following.session("s1", 1)) == ("", "a")
    assert following.scenario == "spill"


def test_a_place_that_is_not_in_the_programme_changes_nothing() -> None:
    assert room(e.NextRun(place=2)) == room()


def test_orders_are_for_those_they_name_and_for_the_run_they_came_in() -> None:
    state = room(e.Extended(seconds=60), e.Extended(seconds=30, to=("s2",)))
    assert [one.number for one in state.orders_for("s1")] == [1]
    assert [one.number for one in state.orders_for("s2")] == [1, 2]
    assert fold(state, 3, e.NextRun(place=1)).orders_for("s2") == ()


def test_hints_reach_a_seat_by_its_own_name_or_its_table_s() -> None:
    hints = (e.Hinted(text="tất cả"), e.Hinted(text="bàn", to=("t1",)), e.Hinted(text="riêng", to=("s5",)))
    state = room(*seats(5), *hints, tables=True)
    assert [one.event.text for one in state.hints_for(state.seats["s1"]) if isinstance(one.event, e.Hinted)] == [
        "tất cả",
        "bàn",
    ]
    assert [one.event.text for one in state.hints_for(state.seats["s5"]) if isinstance(one.event, e.Hinted)] == [
        "tất cả",
        "riêng",
    ]


def test_a_rating_of_the_hall_replaces_the_former_one_of_the_same_seat() -> None:
    def rated(level: int) -> e.HallRated:
        return e.HallRated(seat="s1", session="x", answer=1, levels={"empathy": level})

    assert room(rated(1), rated(3)).ratings["x", 1] == {"s1": {"empathy": 3}}


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"kind": "later"}', '{"kind": "paused", "why": 1}', "\x00"])
def test_what_this_podium_cannot_read_is_passed_over(text: str) -> None:
    assert decode(text) is None


SEATS = st.integers(1, 6).map(lambda number: f"s{number}")
NAMES = st.text(min_size=1, max_size=e.NAME_MOST)
EVENTS: st.SearchStrategy[e.RoomEvent] = st.one_of(
    st.builds(e.SeatTaken, seat=SEATS, name=NAMES, pin=st.just("1234"), observer=st.booleans()),
    st.builds(e.SeatRemoved, seat=SEATS),
    st.builds(e.SeatRestored, seat=SEATS),
    st.builds(e.WentOn, gate=st.integers(1, 20)),
    st.builds(e.Paused),
    st.builds(e.Resumed),
    st.builds(e.NextRun, place=st.integers(0, 4)),
    st.builds(e.Rotated, table=st.sampled_from(["", "t1", "t7"])),
    st.builds(e.SpeakerChosen, seat=SEATS),
    st.builds(e.Noted, seat=SEATS, text=st.text(min_size=1, max_size=80)),
    st.builds(e.HotWashAnswered, seat=SEATS, answers=st.lists(st.text(max_size=20), max_size=8).map(tuple)),
    st.builds(e.Closed),
)


@given(st.lists(EVENTS, max_size=30), st.booleans(), st.sampled_from(e.PACES))
def test_any_log_folds_to_a_room_in_which_everybody_has_a_place(
    events: list[e.RoomEvent], tables: bool, pace: e.Pace
) -> None:
    state = room(*events, tables=tables, pace=pace)
    owners = state.owners()
    for seat in state.present_seats:
        assert state.role(seat) in ROLES
        assert state.owner(seat) in owners or (pace == "hot_seat" and not state.speaker)
        assert state.hints_for(seat) == ()
    if state.tables:
        for table in {seat.table for seat in state.present_seats}:
            assert sum(state.speaks(seat) for seat in state.table_of(table)) == 1


@given(EVENTS)
def test_events_come_back_from_their_text_as_they_were(event: e.RoomEvent) -> None:
    assert decode(encode(event)) == event
