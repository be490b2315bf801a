"""The live public: a panel in a wide press room, a screen behind a key at every size; illustrative, and said so."""

from __future__ import annotations

import time

import pytest

from simulator.tui.screens.public import PublicScreen
from simulator.tui.widgets.public_now import public_now
from simulator.tui.widgets.public_panel import PublicPanel
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen

GROUPS = {
    "vi": ("Bà con trong bản", "Người trẻ trên mạng", "Báo chí trong nước", "Báo chí nước ngoài"),
    "en": ("Villagers", "Young people online", "National press", "Foreign press"),
}


@pytest.mark.parametrize(("tongue", "word"), [("vi", "minh họa"), ("en", "illustrative")])
@pytest.mark.parametrize("size", [(110, 24), (120, 36), (200, 50)])
async def test_a_wide_press_room_shows_the_public(tongue: str, word: str, size: tuple[int, int]) -> None:
    app = made(house := FakeHouse(), tongue, exercise=begun(house, "-"))  # type: ignore[arg-type]  # of two words
    async with running(app, size) as pilot:
        for words in (*GROUPS[tongue], word):
            assert words in seen(app)
        await press(pilot, "4", "enter")
        assert room(app).looking_back
        assert "▼" in seen(app).partition(word)[2], "the change stands in the panel"
        await press(pilot, "f3")
        assert GROUPS["en" if tongue == "vi" else "vi"][0] in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (109, 30), (120, 16)])
async def test_a_small_press_room_leaves_it_to_the_key(size: tuple[int, int]) -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, size) as pilot:
        assert "minh họa" not in seen(app)
        await press(pilot, "f6")
        assert isinstance(app.screen, PublicScreen)
        assert "Niềm tin theo nhóm (minh họa)" in seen(app)


@pytest.mark.parametrize("key", ["f6", "escape", "enter"])
async def test_the_key_works_in_the_aftermath_too_and_leads_back(key: str) -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, "-"))
    async with running(app, (100, 40)) as pilot:
        await press(pilot, "4", "enter", "f6")
        text = seen(app)
        for words in ("Xã giấu người chết.", "have heard the rumour", "45% of the public", "50 → ", "no forecast"):
            assert words in text
        await press(pilot, key)
        assert room(app).looking_back


async def test_the_clock_of_a_timed_question_goes_on_in_sight() -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, "-", "owns", "keep"))
    async with running(app) as pilot:
        await press(pilot, "f6")
        assert "1:00 left" in seen(app)


async def test_the_page_is_scrolled() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, (60, 12)) as pilot:
        await press(pilot, "f6", "down", "down", "pagedown", "up")
        assert app.screen.query_one("#page").scroll_y == 11


async def test_the_panel_follows_the_window() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, (80, 24)) as pilot:
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert "Bà con trong bản" in seen(app)
        tall = app.screen.query_one(PublicPanel).size.height
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert app.screen.query_one(PublicPanel).size.height == tall - 3


def test_it_is_worked_out_in_less_than_5_ms_and_once() -> None:
    exercise = begun(FakeHouse(), "-", "blames", "keep", "dodges")
    public_now(exercise.scenario, exercise.state)
    exercise.scenario.derived.clear()
    begin = time.process_time()
    now = public_now(exercise.scenario, exercise.state)
    assert time.process_time() - begin < 0.05, "ten times the bar, for a busy machine; the benchmark measures it"
    assert [len(group.history) for group in now.groups] == [3] * 4


async def test_it_is_read_in_the_step_and_kept() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, (120, 36)) as pilot:
        await press(pilot, "4", "enter")
        kept = room(app).read_public()
        await press(pilot, "f3", "f3", "f6", "escape")
        assert room(app).read_public() is kept
