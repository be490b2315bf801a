"""Windows of every size: a resize keeps the place, and a tiny window is no crash."""

from __future__ import annotations

import pytest

from simulator.tui.widgets.reading import Reading
from simulator.tui.widgets.stage import Stage
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled

SIZES = [(20, 5), (40, 12), (200, 60)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_whole_session_in_a_window_of_any_size(size: tuple[int, int]) -> None:
    app = made()
    async with running(app, size) as pilot:
        await press(pilot, "enter", "right", "enter", "f2", "escape", "enter", "2", "enter", "enter", "1", "enter")
        await press(
            pilot, "enter", "1", "enter", "enter", "enter", "right", "right", "f1", "escape", "ctrl+p", "escape"
        )
        await press(pilot, "escape")
        assert len(app.screen_stack) == 2


async def test_a_window_in_which_nothing_can_be_read_says_so_until_it_grows() -> None:
    app = made(exercise=begun(FakeHouse(), "-"), tongue="en")
    async with running(app, (30, 8)) as pilot:
        assert "This window is too small." in seen(app)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "This window is too small." not in seen(app)
        assert "Còi báo sạt lở" in seen(app)
        await press(pilot, "2", "enter")
        assert room(app).looking_back


async def test_a_resize_keeps_the_marked_line_in_sight() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "4")
        for size in ((60, 14), (140, 40), (50, 12)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert app.screen.query_one(Stage).place == 3
            assert "4 Dân không chịu nghe" in seen(app)


async def test_a_resize_turns_the_aftermath_from_two_columns_into_one_and_back() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "1", "enter")
        assert "│" in seen(app)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "│" not in seen(app)
        assert "Còi của xã hỏng" in seen(app)
        await pilot.resize_terminal(140, 40)
        await settled(pilot)
        assert "│" in seen(app)
        assert room(app).looking_back


async def test_a_resize_keeps_the_tab() -> None:
    app = made(scenario=FakeHouse().scenario("sat-lo-khe-ten"))
    async with running(app) as pilot:
        await press(pilot, "right", "right", "right")
        await pilot.resize_terminal(140, 40)
        await settled(pilot)
        assert app.screen.query_one(Reading).active == 3
