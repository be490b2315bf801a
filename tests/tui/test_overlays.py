"""Help, the command palette and the question before leaving."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input

from simulator.tui.app import PodiumApp
from simulator.tui.screens.commands import CommandItem, CommandsScreen
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.dossier import DossierScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled, told


def titles(app: PodiumApp) -> list[str]:
    """The commands in sight."""
    return [item.title for item in app.screen.query(CommandItem) if item.display]


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_tells_the_keys_of_the_screen_beneath(key: str) -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app, (100, 50)) as pilot:
        await press(pilot, key)
        assert isinstance(app.screen, HelpScreen)
        text = seen(app)
        for words in ("Trợ giúp", "Hồ sơ", "Rút lại", "Ctrl+Q", "Chính xác"):
            assert words in text
        await press(pilot, "escape")
        assert room(app).table.scene.id == "opening"


async def test_help_tells_each_key_once_with_all_that_it_does() -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, "-"))
    async with running(app, (100, 60)) as pilot:
        await press(pilot, "f1")
        rows = [line.partition("│")[2].strip(" │") for line in seen(app).splitlines()]
        assert [row for row in rows if row.startswith("Enter ")] == ["Enter       Say it · Decide · Continue"]
        assert [row for row in rows if row.startswith("↑↓ ")] == ["↑↓          Scroll · Choose"]


async def test_help_is_scrolled_and_not_opened_twice() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "f1", "down", "down", "f3")
        assert app.screen.query_one("#help").scroll_y == 2
        assert len([screen for screen in app.screen_stack if isinstance(screen, HelpScreen)]) == 1
        await press(pilot, "f1")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_question_mark_is_a_letter_in_the_search() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "slash", "question_mark")
        assert app.screen.query_one("#search", Input).value == "?"


async def test_the_palette_speaks_the_players_language() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "ctrl+p")
        assert {"Nói câu này", "Hồ sơ", "Rời phòng", "English", "Trợ giúp"} <= set(titles(app))
        assert app.screen.query_one("#wanted", Input).placeholder == "Gõ tên lệnh…"
        await press(pilot, "f3")
        assert {"Say it", "Dossier", "Leave", "Tiếng Việt", "Help"} <= set(titles(app))


async def test_the_palette_finds_without_diacritics_and_presses_the_key() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "ctrl+p", *"ho so")
        assert titles(app) == ["Hồ sơ"]
        await press(pilot, "enter")
        assert isinstance(app.screen, DossierScreen)


async def test_the_palette_is_walked_with_the_arrow_keys() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "ctrl+p")
        place = titles(app).index("Hồ sơ")
        await press(pilot, *["down"] * (place + 1), "up", "enter")
        assert isinstance(app.screen, DossierScreen)


@pytest.mark.parametrize("key", ["escape", "ctrl+p"])
async def test_the_palette_closes_without_doing_anything(key: str) -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "ctrl+p", "x", "x", "enter")
        assert isinstance(app.screen, CommandsScreen), "nothing is found, nothing done"
        await press(pilot, key)
        assert room(app).table.scene.id == "opening"


async def test_the_palette_offers_only_what_works_now() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "ctrl+p")
        assert "Rút lại" not in titles(app)
        await press(pilot, "escape", "1", "enter", "ctrl+p")
        assert "Rút lại" in titles(app)


@pytest.mark.parametrize(("keys", "leaves"), [("y", True), ("n", False), ("right,enter", True), ("enter", False)])
async def test_the_question_before_leaving(keys: str, leaves: bool) -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "escape")
        assert isinstance(app.screen, ConfirmScreen)
        assert "Rời phòng họp báo?" in seen(app)
        await press(pilot, *keys.split(","))
        assert isinstance(app.screen, LibraryScreen) is leaves


async def test_one_toast_for_one_message() -> None:
    app = made(tongue="en")
    async with running(app) as pilot:
        app.tell("A message.", severity="error")
        app.tell("A message.")
        app.tell("A message.", severity="error")
        await settled(pilot)
        assert len(told(app)) == 2, "an error is more than a warning of the same words"
        await press(pilot, "ctrl+c", "ctrl+c", "ctrl+c")
        assert len(told(app)) == 3
        assert seen(app).count("leaves Podium") == 1


async def test_control_c_tells_how_to_leave() -> None:
    app = made(tongue="en")
    async with running(app) as pilot:
        await press(pilot, "ctrl+c")
        assert told(app) == ["Ctrl+Q leaves Podium; Ctrl+C copies what is selected with the mouse."]


@pytest.mark.parametrize("kind", [lambda: CommandsScreen(()), lambda: HelpScreen(Screen())])
@pytest.mark.parametrize("steps", [0, 1, 2, 5])
async def test_what_is_taken_away_before_it_is_laid_out_is_gone(kind: Callable[[], Screen[Any]], steps: int) -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app) as pilot:
        app.push_screen(kind())
        for _ in range(steps):
            await asyncio.sleep(0)
        app.pop_screen()
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
