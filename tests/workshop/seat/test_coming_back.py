"""A seat whose browser goes away and comes back, on this node or from another; and what stays behind of its App."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from simulator.session.asked import present_id
from simulator.session.events import DeadlinePassed
from simulator.session.state import SessionState
from simulator.workshop.room import events as e
from simulator.workshop.seat.app import SeatApp
from simulator.workshop.seat.inbox import read_before
from simulator.workshop.seat.press_room import SeatPressRoomScreen
from tests.tui.house import begun, press, seen, settled, until
from tests.workshop.seat.desk import FakeDesk, channel, happens, seated, sitting

TO_THE_GAUGE = ("enter", "2", "enter", "enter", "1", "enter", "enter")
"""To the question that has a time limit of 60 s."""


def room(app: SeatApp) -> SeatPressRoomScreen:
    assert isinstance(app.screen, SeatPressRoomScreen)
    return app.screen


@pytest.mark.parametrize("mode", ["practice", "exam"])
async def test_while_the_browser_is_away_the_clock_stands_in_an_exam_too(mode: str) -> None:
    app = seated(desk := FakeDesk(mode=mode))
    async with sitting(app) as pilot:
        await press(pilot, *TO_THE_GAUGE)
        await until(pilot, lambda: "1:00 left" in seen(app))
        channel(app).away = True
        await room(app).tick()
        desk.house.clock.pass_time(100_000)
        await room(app).tick()
        await settled(pilot)
        assert not [event for event in desk.house.journal_events() if isinstance(event, DeadlinePassed)]
        channel(app).away = False
        await room(app).tick()
        assert "1:00 left" in seen(app)
        desk.house.clock.pass_time(61_000)
        await room(app).tick()
        await settled(pilot)
        assert [event for event in desk.house.journal_events() if isinstance(event, DeadlinePassed)]


async def test_who_was_at_another_node_meanwhile_goes_on_where_the_session_stands() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter")
        here = room(app)
        there = desk.house.resume(here.exercise.session_id)
        there.choose_line("late")
        assert present_id(here.exercise.state) == "opening"
        channel(app).returned()
        await settled(pilot)
        await settled(pilot)
        assert room(app) is not here
        assert not here.is_attached
        assert present_id(room(app).exercise.state) == present_id(there.state) != "opening"
        assert "Còi báo sạt lở sao không kêu" not in seen(app)


async def test_who_was_nowhere_else_stays_on_the_very_same_screen() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5", *"bac")
        writing = app.screen
        channel(app).returned()
        await settled(pilot)
        assert app.screen is writing
        assert writing.query_one("#words").text == "bac"  # type: ignore[attr-defined]


async def test_who_comes_back_while_an_answer_is_graded_reads_what_came_of_it() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        desk.house.gate.clear()
        for key in ("enter", "f5", "b", "a"):
            await press(pilot, key)
        app.simulate_key("f9")
        await asyncio.sleep(0.05)
        here = app.prepared
        channel(app).returned()
        await asyncio.sleep(0.05)
        desk.house.gate.set()
        await settled(pilot)
        assert app.prepared is here
        assert room(app).looking_back


async def test_a_removed_seat_s_clock_stands_until_it_is_let_in_again() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, *TO_THE_GAUGE)
        await happens(pilot, app, e.SeatRemoved(seat="s1"))
    before = desk.house.clock.now_ms()
    desk.house.clock.pass_time(100_000)
    assert desk.house.clock.now_ms() == before


@pytest.mark.parametrize("how", ["leaves", "crashes", "is cancelled"])
async def test_of_an_app_that_ended_nobody_is_told_anything_any_more(how: str) -> None:
    app = seated(desk := FakeDesk())
    desk.loop = asyncio.get_running_loop()
    running = asyncio.create_task(app.run_async(headless=True))
    while app.prepared is None or app.screen is not app.prepared:
        await asyncio.sleep(0.01)
    exercise = app.prepared.exercise
    if how == "leaves":
        app.exit()
    elif how == "crashes":
        app.call_later(lambda: 1 / 0)
    else:
        running.cancel()
    with suppress(asyncio.CancelledError, ZeroDivisionError):
        await running
    assert desk.room._subscribers == []
    assert desk.told == []
    assert exercise._observers == []


def test_what_came_before_the_latest_step_has_been_read() -> None:
    from simulator.session.room_inject import RoomInject
    from tests.tui.house import FakeHouse

    exercise = begun(FakeHouse())
    state: SessionState = exercise.state
    assert read_before(state) == -2
    exercise.inject(RoomInject(7, "Mưa to trở lại."))
    assert read_before(exercise.state) == -2
    exercise.go_on()
    exercise.inject(RoomInject(9, "Trời tạnh."))
    assert read_before(exercise.state) == 7
