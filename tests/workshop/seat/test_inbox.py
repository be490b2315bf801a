"""What a seat has been told, and the room's line."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue
from simulator.workshop.room import events as e
from simulator.workshop.room.events import RoomEvent
from simulator.workshop.room.state import RoomState, fold
from simulator.workshop.seat.inbox import inbox, unread
from simulator.workshop.seat.room_bar import Now, room_line

ENGLISH = Catalogue("en")


def room(*events: RoomEvent) -> RoomState:
    state = RoomState()
    opened = (e.Opened(programme=("a", "b")), e.SeatTaken(seat="s1", name="An", pin="4821"))
    for number, event in enumerate((*opened, *events)):
        state = fold(state, number, event)
    return state


def told(*events: RoomEvent) -> list[tuple[int, str, str]]:
    state = room(*events)
    return [(one.number, one.kind, one.text) for one in inbox(state, state.seats["s1"])]


def test_the_pin_comes_first_and_orders_and_words_in_their_order() -> None:
    asked = e.Asked(journalist="hang", text="Why?", skills=("accuracy",))
    assert told(e.Hinted(text="look"), e.Injected(text="news"), e.Extended(seconds=30), asked) == [
        (-1, "pin", "4821"),
        (2, "word", "look"),
        (3, "news", "news"),
        (4, "time", ""),
        (5, "question", "Why?"),
    ]


def test_what_is_for_others_is_not_told() -> None:
    assert told(e.Hinted(text="theirs", to=("s2",)), e.Injected(text="theirs", to=("s2",))) == [(-1, "pin", "4821")]


def test_orders_of_a_run_before_are_gone_and_words_stay() -> None:
    events = (e.Hinted(text="look"), e.Injected(text="news"), e.NextRun(place=1))
    assert [kind for _, kind, _ in told(*events)] == ["pin", "word"]


def test_what_came_after_the_last_that_was_read_is_unread() -> None:
    state = room(e.Hinted(text="one"), e.Hinted(text="two"))
    assert [one.text for one in unread(inbox(state, state.seats["s1"]), 2)] == ["two"]


def line(now: Now) -> str:
    return room_line(now, ENGLISH).plain


def test_the_line_tells_the_weightiest_first_and_how_the_newest_message_begins() -> None:
    state = room(e.Injected(text="A long text", headline="Dyke\nbroken"), e.Paused())
    now = Now(state, unread=inbox(state, state.seats["s1"]))
    assert line(now) == "⏸ Paused by the facilitator  ✉ 2 new [F8] News: Dyke broken"
    assert line(Now(state, trouble="gone")).startswith("! The record is out of reach: what you type is kept")


def test_the_line_is_plain_text_whatever_is_sent() -> None:
    state = room(e.Hinted(text="[red]x[/] \x1b[2J\nnext"))
    assert "[red]x[/] ␛[2J next" in line(Now(state, unread=inbox(state, state.seats["s1"])))


def test_a_room_in_which_nothing_happens_names_the_keys() -> None:
    assert line(Now(room())) == "● The room is open  F8 messages · F7 note to the facilitator"


def test_a_narrow_line_says_only_what_it_must() -> None:
    state = room(e.Hinted(text="look"), e.Paused())
    told_ = inbox(state, state.seats["s1"])
    assert room_line(Now(state, unread=told_), ENGLISH, narrow=True).plain == (
        "⏸ Paused by the facilitator  ✉ 2 [F8] From the facilitator: look"
    )
    assert room_line(Now(state), ENGLISH, narrow=True).plain == "⏸ Paused by the facilitator"
    assert room_line(Now(room(), unread=told_), ENGLISH, narrow=True).plain.startswith("✉ 2 new [F8]")


def test_time_is_told_in_minutes() -> None:
    state = room(e.Extended(seconds=90))
    assert inbox(state, state.seats["s1"])[-1].line(ENGLISH) == "1:30 more for this question"
