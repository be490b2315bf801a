"""Tabs: turned, clicked, and the open one always in sight."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.selection import Selection

from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.reading import Reading
from simulator.tui.widgets.tab_bar import TabBar
from tests.tui.house import FakeHouse, made, press, running

TITLES = ("Nhiệm vụ", "Tình hình", "Dữ kiện", "Chưa rõ", "Không công bố")


class Bar(App[None]):
    """A bar alone."""

    CSS = "TabBar { height: 2; }"

    def compose(self) -> ComposeResult:
        yield TabBar()

    def on_mount(self) -> None:
        self.query_one(TabBar).show(TITLES)


def line(app: App[None]) -> str:
    """The titles in sight."""
    return app.query_one(TabBar).render().plain.splitlines()[0]


@pytest.mark.parametrize("width", [14, 24, 40, 80])
async def test_the_open_tab_is_always_in_sight(width: int) -> None:
    app = Bar()
    async with app.run_test(size=(width, 4)):
        for title in TITLES:
            assert title in line(app)
            assert len(line(app)) <= width
            app.query_one(TabBar).turn(1)
        assert app.query_one(TabBar).active == 0, "after the last comes the first"


async def test_a_click_beside_the_titles_opens_nothing() -> None:
    app = Bar()
    async with app.run_test(size=(80, 4)) as pilot:
        await pilot.click(TabBar, offset=(70, 0))
        assert app.query_one(TabBar).active == 0
        await pilot.click(TabBar, offset=(12, 0))
        assert app.query_one(TabBar).active == 1


async def test_each_tab_remembers_how_far_it_was_scrolled() -> None:
    app = made(scenario=FakeHouse().scenario("sat-lo-khe-ten"))
    async with running(app, (60, 12)) as pilot:
        scroll = app.screen.query_one(Reading).query_one("VerticalScroll")
        await press(pilot, "down", "down", "right")
        assert scroll.scroll_y == 0
        await press(pilot, "left")
        assert scroll.scroll_y == 2


async def test_what_is_read_can_be_copied() -> None:
    app = made(scenario=FakeHouse().scenario("sat-lo-khe-ten"))
    async with running(app):
        copied = app.screen.query_one(Sheet).get_selection(Selection(None, None))
        assert copied is not None
        assert "Người phát ngôn của xã Khe Ten" in copied[0]
