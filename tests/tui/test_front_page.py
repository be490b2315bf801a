"""Tomorrow's front page: after the ending by a key or a click, and as a tab of the debrief."""

from __future__ import annotations

import pytest

from simulator.errors import MachineError
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.ending import EndingScreen
from simulator.tui.screens.front_page import FrontPageScreen
from tests.tui.house import FakeHouse, begun, made, press, running, seen
from tests.tui.test_mouse import click

POOR = ("-", "blames", "keep", "dodges")
PAPERS = ("đăng đúng lời đã nói", "đăng điều câu khách")


@pytest.mark.parametrize("key", ["t", "T"])
@pytest.mark.parametrize("back", ["escape", "enter", "t"])
async def test_a_key_opens_it_from_the_ending_and_leads_back(key: str, back: str) -> None:
    app = made(house := FakeHouse(), exercise=begun(house, *POOR))
    async with running(app, (120, 36)) as pilot:
        await press(pilot, key)
        assert isinstance(app.screen, FrontPageScreen)
        await press(pilot, back)
        assert isinstance(app.screen, EndingScreen)


async def test_a_click_opens_it() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, *POOR))
    async with running(app) as pilot:
        await click(pilot, "T Trang nhất")
        assert isinstance(app.screen, FrontPageScreen)


@pytest.mark.parametrize(("size", "beside"), [((80, 60), False), ((120, 36), True), ((200, 50), True)])
async def test_the_papers_stand_side_by_side_where_there_is_room(size: tuple[int, int], beside: bool) -> None:
    app = made(house := FakeHouse(), exercise=begun(house, *POOR))
    async with running(app, size) as pilot:
        await press(pilot, "t")
        lines = seen(app).splitlines()
        assert any(all(paper in line for paper in PAPERS) for line in lines) is beside
        assert all(any(paper in line for line in lines) for paper in PAPERS)
        assert "Cách tránh tin này" in seen(app)
        assert "lỗi tại dân" in seen(app).lower() or "Dân không chịu nghe đài" in seen(app)


async def test_it_is_a_tab_of_the_debrief_too() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, *POOR))
    async with running(app, (120, 36)) as pilot:
        await press(pilot, "enter", "right", "right", "right")
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.tab == "front"
        assert all(paper in seen(app) for paper in PAPERS)


async def test_it_is_scrolled_in_a_small_window() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, *POOR))
    async with running(app, (60, 14)) as pilot:
        await press(pilot, "t", "down", "space")
        assert app.screen.query_one("#page").scroll_y == 11


async def test_what_cannot_be_read_leaves_the_ending_on_show() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, *POOR))
    async with running(app) as pilot:
        house.trouble = MachineError("no")
        await press(pilot, "t")
        assert isinstance(app.screen, EndingScreen)
