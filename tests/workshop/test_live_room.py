"""A room on several nodes over one database: all come to the same state, and nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from simulator.journal.connect import OpenedWorkshop, open_workshop
from simulator.journal.rooms import RoomHeader
from simulator.workshop.live_room import LiveRoom
from simulator.workshop.room import events as e
from simulator.workshop.room.codec import encode
from simulator.workshop.room.state import RoomState

HEADER = RoomHeader("room-1", "ABC234", "geheim", "Lũ quét", "2026-11-26T00:00:00.000000+00:00")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedWorkshop]:
    opened = open_workshop(f"sqlite:///{tmp_path}/room.sqlite3")
    opened.rooms.open_room(HEADER, [encode(e.Opened(programme=("flood",)))])
    yield opened
    opened.close()


def node(opened: OpenedWorkshop) -> LiveRoom:
    live = LiveRoom(HEADER, opened.rooms, opened.feed, lambda call: call())
    live.catch_up()
    return live


def taken(number: int) -> e.SeatTaken:
    return e.SeatTaken(seat=f"s{number}", name=f"Người {number}", pin="1234")


def test_what_one_node_says_the_other_reads(opened: OpenedWorkshop) -> None:
    one, other = node(opened), node(opened)
    one.say(taken(1))
    assert other.state.seats == {}
    assert other.catch_up() == one.state
    assert other.length == 2


def test_who_was_second_adds_after_who_was_first(opened: OpenedWorkshop) -> None:
    one, other = node(opened), node(opened)
    one.say(taken(1))
    other.say(taken(2))
    assert list(other.state.seats) == ["s1", "s2"]
    assert one.catch_up() == other.state


def test_what_has_nothing_to_say_any_more_says_nothing(opened: OpenedWorkshop) -> None:
    one, other = node(opened), node(opened)
    one.say(e.Begun(owner="s1", run=1, session="first"))

    def agreed(state: RoomState) -> e.RoomEvent | None:
        return None if state.session("s1") else e.Begun(owner="s1", run=1, session="second")

    assert other.say_if(agreed).session("s1") == "first"
    assert other.length == 2


def test_subscribers_are_told_of_every_event_once_and_in_order(opened: OpenedWorkshop) -> None:
    one, other = node(opened), node(opened)
    heard: list[int] = []
    end = other.subscribe(lambda _, number, __: heard.append(number))
    one.say(taken(1))
    other.say(taken(2))
    one.say(taken(3))
    other.catch_up()
    end()
    other.say(taken(4))
    assert heard == [1, 2, 3]


def test_a_line_that_cannot_be_read_is_passed_over_and_counted(opened: OpenedWorkshop) -> None:
    opened.rooms.append(HEADER.id, 1, '{"kind": "of a later Podium"}')
    live = node(opened)
    live.say(taken(1))
    assert (live.length, list(live.state.seats)) == (3, ["s1"])


def test_forty_threads_on_four_nodes_lose_and_double_nothing(opened: OpenedWorkshop) -> None:
    nodes = [node(opened) for _ in range(4)]
    with ThreadPoolExecutor(40) as threads:
        list(threads.map(lambda number: nodes[number % 4].say(taken(number + 1)), range(40)))
    states = [one.catch_up() for one in nodes]
    assert all(state == states[0] for state in states)
    assert sorted(states[0].seats) == sorted(f"s{number + 1}" for number in range(40))
    assert {one.length for one in nodes} == {41}
