"""The mouse does what the keys do."""

from __future__ import annotations

from textual.events import MouseScrollDown
from textual.pilot import Pilot

from simulator.tui.app import PodiumApp
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.reading import Reading
from simulator.tui.widgets.shelf import EntryItem
from simulator.tui.widgets.stage import Stage
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled


async def click(pilot: Pilot[None], words: str) -> None:
    """Click on words that stand on the screen."""
    app = pilot.app
    assert isinstance(app, PodiumApp)
    lines = seen(app).splitlines()
    row = next(number for number, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[row].index(words) + 1, row))
    await settled(pilot)


async def test_a_first_click_marks_a_line_and_a_second_says_it() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await click(pilot, "Tôi xin lỗi")
        assert app.screen.query_one(Stage).place == 1
        assert not room(app).looking_back
        await click(pilot, "Tôi xin lỗi")
        assert room(app).exercise.state.answers[-1].choice == "owns"


async def test_a_closed_line_is_not_said_however_often_it_is_clicked() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        for _ in range(3):
            await click(pilot, "Sổ trực đã đăng")
        assert app.screen.query_one(Stage).place is None
        assert not room(app).looking_back


async def test_options_are_clicked_like_lines() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "owns"))
    async with running(app) as pilot:
        await click(pilot, "Giữ lại")
        await click(pilot, "Giữ lại")
        assert room(app).table.scene.id == "gauge"


async def test_the_footers_keys_are_pressed_by_a_click() -> None:
    app = made()
    async with running(app) as pilot:
        await click(pilot, "Enter Mở")
        assert isinstance(app.screen, BriefingScreen)
        await click(pilot, "Enter Vào")
        await click(pilot, "Enter Tiếp")
        assert room(app).table.scene.id == "opening"
        await click(pilot, "F1 Trợ giúp")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape")
        await click(pilot, "Esc Rời phòng")
        assert isinstance(app.screen, ConfirmScreen)
        await click(pilot, "Rời đi")
        assert isinstance(app.screen, LibraryScreen)


async def test_beside_the_footers_keys_nothing_happens() -> None:
    app = made()
    async with running(app, (200, 24)) as pilot:
        await pilot.click(offset=(170, 23))
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_entries_are_marked_and_opened() -> None:
    app = made()
    async with running(app) as pilot:
        await click(pilot, "Acid in the Nam Ta")
        assert isinstance(app.screen, LibraryScreen)
        await click(pilot, "Acid in the Nam Ta")
        assert isinstance(app.screen, BriefingScreen)


async def test_filters_turn() -> None:
    app = made()
    async with running(app) as pilot:
        await click(pilot, "Độ khó")
        await click(pilot, "✓ cơ bản")
        assert [chip.value for chip in app.screen.query(FilterChip)][1] == "intermediate"
        assert not any(item.display for item in app.screen.query(EntryItem))


async def test_tabs_open_and_the_keys_still_work_after_it() -> None:
    app = made(scenario=FakeHouse().scenario("sat-lo-khe-ten"))
    async with running(app) as pilot:
        await click(pilot, "Tin đồn")
        assert app.screen.query_one(Reading).active == 5
        await press(pilot, "right")
        assert app.screen.query_one(Reading).active == 6
        await press(pilot, "enter")
        assert room(app).table.scene.id == "yard"


async def test_questions_of_the_debrief_are_chosen() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "owns", "keep", "dodges"))
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        await click(pilot, "Câu hỏi")
        await click(pilot, "Nguyên nhân")
        assert "Chuyện đó để sau." in seen(app)


async def test_commands_of_the_palette_are_run() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "ctrl+p")
        await click(pilot, "Rời phòng")
        assert isinstance(app.screen, ConfirmScreen)


async def test_the_wheel_scrolls_what_it_is_over() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app, (44, 14)) as pilot:
        stage = app.screen.query_one(Stage)
        await pilot._post_mouse_events([MouseScrollDown], stage, offset=(5, 9))
        await settled(pilot)
        assert stage._list.top > 0
