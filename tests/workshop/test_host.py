"""The door of a room: who is let in, under which name, and which links open which place."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import MachineError
from simulator.journal.connect import OpenedWorkshop, open_workshop
from simulator.journal.rooms import RoomHeader
from simulator.language.catalogue import Catalogue
from simulator.workshop.host import Host, given_name
from simulator.workshop.live_room import LiveRoom
from simulator.workshop.room import events as e
from simulator.workshop.room.codec import encode
from simulator.workshop.serving.channel import Channel
from simulator.workshop.serving.door import JoinRefused, Place

CODE = "ABC234"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedWorkshop]:
    opened = open_workshop(f"sqlite:///{tmp_path}/room.sqlite3")
    yield opened
    opened.close()


def door(opened: OpenedWorkshop, id_: str = "room-1", code: str = CODE, secret: str = "geheim", seats: int = 3) -> Host:
    header = RoomHeader(id_, code, secret, "Lũ quét", "2026-11-26T00:00:00.000000+00:00")
    opened.rooms.open_room(header, [encode(e.Opened(programme=("flood",), seats=seats))])
    live = LiveRoom(header, opened.rooms, opened.feed, lambda call: call())
    live.catch_up()
    return Host(live, _opens, lambda: ("http://127.0.0.1:8770",), Catalogue("vi"))


async def _opens(place: Place, channel: Channel) -> Any:  # noqa: ANN401  # no App is opened here
    raise AssertionError


async def refused(host: Host, code: str, name: str, pin: str = "") -> str:
    with pytest.raises(JoinRefused) as raised:
        await host.join(code, name, pin, "10.0.0.1")
    return raised.value.reason


async def test_a_name_and_the_code_let_in_and_the_link_opens_the_seat(opened: OpenedWorkshop) -> None:
    host = door(opened)
    joined = await host.join("abc-234", "  Lò   Thị Hoa ", "", "10.0.0.1")
    assert joined.place == Place("seat", "s1", "Lò Thị Hoa", 0)
    assert await host.place_of(joined.token) == joined.place


async def test_wrong_codes_and_names_are_refused_with_their_reason(opened: OpenedWorkshop) -> None:
    host = door(opened)
    assert await refused(host, "ABC235", "Hoa") == "code"
    assert await refused(host, "", "Hoa") == "code"
    for name in ("", "   ", "\x1b\x00", "x" * 41):
        assert await refused(host, CODE, name) == "name"


async def test_a_name_that_is_taken_needs_the_seat_s_pin(opened: OpenedWorkshop) -> None:
    host = door(opened)
    joined = await host.join(CODE, "Hoa", "", "10.0.0.1")
    wrong = "0000" if joined.pin != "0000" else "1111"
    assert await refused(host, CODE, "HOA") == "taken"
    assert await refused(host, CODE, "Hoa", wrong) == "pin"
    again = await host.join(CODE, "hoa", joined.pin, "10.0.0.2")
    assert (again.place, again.token) == (joined.place, joined.token)


async def test_a_full_and_a_closed_room_let_nobody_new_in(opened: OpenedWorkshop) -> None:
    host = door(opened, seats=1)
    joined = await host.join(CODE, "Hoa", "", "10.0.0.1")
    assert await refused(host, CODE, "Bình") == "full"
    await asyncio.to_thread(host._live.say, e.Closed())
    assert await refused(host, CODE, "Bình") == "closed"
    assert (await host.join(CODE, "Hoa", joined.pin, "10.0.0.1")).place.id == "s1"


async def test_a_removed_seat_s_link_is_void_for_ever(opened: OpenedWorkshop) -> None:
    host = door(opened)
    joined = await host.join(CODE, "Hoa", "", "10.0.0.1")
    await asyncio.to_thread(host._live.say, e.SeatRemoved(seat="s1"))
    assert await host.place_of(joined.token) is None
    assert await refused(host, CODE, "Hoa", joined.pin) == "closed"
    await asyncio.to_thread(host._live.say, e.SeatRestored(seat="s1"))
    assert await host.place_of(joined.token) is None
    new = await host.join(CODE, "Hoa", joined.pin, "10.0.0.1")
    assert await host.place_of(new.token) == new.place


async def test_observers_come_in_by_a_code_of_their_own_and_take_no_seat(opened: OpenedWorkshop) -> None:
    host = door(opened, seats=1)
    await host.join(CODE, "Hoa", "", "10.0.0.1")
    watching = await host.join(host.observers_code, "Quan sát viên", "", "10.0.0.1")
    assert watching.place == Place("observer", "s2", "Quan sát viên", 0)
    assert await host.place_of(watching.token) == watching.place
    as_seat = host.signer.token(Place("seat", "s2", "", 0))
    assert await host.place_of(as_seat) is None


async def test_links_of_another_room_open_nothing(opened: OpenedWorkshop) -> None:
    host, other = door(opened), door(opened, "room-2", "XYZ234", "anders")
    joined = await host.join(CODE, "Hoa", "", "10.0.0.1")
    await other.join("XYZ234", "Hoa", "", "10.0.0.1")
    assert await other.place_of(joined.token) is None
    assert await other.place_of(host.token_of("console")) is None
    assert await host.place_of(host.token_of("console")) == Place("console", "console", "", 0)


async def test_who_was_given_a_seat_at_another_node_is_known_at_once(opened: OpenedWorkshop) -> None:
    host = door(opened)
    live = LiveRoom(host._live.header, opened.rooms, opened.feed, lambda call: call())
    live.catch_up()
    other = Host(live, _opens, lambda: ("http://127.0.0.1:8771",), Catalogue("vi"))  # It follows nothing by itself.
    joined = await host.join(CODE, "Hoa", "", "10.0.0.1")
    assert await other.place_of(joined.token) == joined.place
    await asyncio.to_thread(host._live.say, e.SeatRemoved(seat="s1"))
    await asyncio.to_thread(host._live.say, e.SeatRestored(seat="s1"))
    anew = await host.join(CODE, "Hoa", joined.pin, "10.0.0.1")
    assert await other.place_of(anew.token) == anew.place
    assert await other.place_of(joined.token) is None


async def test_a_seat_that_is_unknown_while_the_record_is_out_of_reach_is_no_error(
    opened: OpenedWorkshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = door(opened)
    monkeypatch.setattr(host._live, "catch_up", lambda: (_ for _ in ()).throw(MachineError("gone", "wait")))
    assert await host.place_of(host.signer.token(Place("seat", "s7", "", 0))) is None


async def test_two_nodes_never_give_one_seat_to_two(opened: OpenedWorkshop) -> None:
    host = door(opened, seats=30)
    second = Host(
        LiveRoom(host._live.header, opened.rooms, opened.feed, lambda call: call()), _opens, lambda: (), Catalogue("vi")
    )
    joined = await asyncio.gather(*((host, second)[n % 2].join(CODE, f"Người {n}", "", "10.0.0.1") for n in range(20)))
    assert len({one.place.id for one in joined}) == 20


def test_names_are_composed_and_without_what_is_not_seen() -> None:
    assert given_name("Tie\u0302\u0301n\u200b \x1b[31mđỏ\n") == "Tiến [31mđỏ"
