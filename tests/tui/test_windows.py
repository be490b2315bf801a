"""Windows of every size: a resize keeps the place, and a tiny window is no crash."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.widgets import Input

from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.widgets.reading import Reading
from simulator.tui.widgets.stage import Stage
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled

SIZES = [(40, 12), (200, 60)]


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


async def test_in_a_window_where_nothing_can_be_read_keys_only_quit_help_or_change_the_language() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, (39, 12)) as pilot:
        app.post_message(Paste("x"))
        await press(pilot, "2", "enter", "f5", "x", "f2", "escape", "h", "ctrl+g", "ctrl+p")
        assert room(app).table.scene.id == "opening"
        assert app.screen.query_one(Stage).place is None
        await press(pilot, "f3")
        assert "This window is too small." in " ".join(seen(app).split())
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape", "ctrl+q")
        assert isinstance(app.screen, ConfirmScreen), "and what lies over it can be answered"
        await press(pilot, "y")
        assert app.return_code == 0


async def test_nothing_is_typed_into_a_field_that_cannot_be_seen() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "slash", "k")
        await pilot.resize_terminal(80, 11)
        await settled(pilot)
        app.post_message(Paste("x"))
        await press(pilot, "h")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        await press(pilot, "e")
        assert app.screen.query_one("#search", Input).value == "ke"


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
