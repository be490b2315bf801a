"""A question with a time limit: the clock in sight, time running out, and pauses."""

from __future__ import annotations

from simulator.journal.errors import JournalFull
from simulator.session.events import DeadlinePassed
from simulator.tui.app import PodiumApp
from simulator.tui.screens.press_room import TICK, PressRoomScreen
from simulator.tui.screens.press_room_steps import PATIENT_TICKS
from tests.exercise.stories import FailingJournal
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, told, until
from tests.tui.story import LIMIT_MS

STEPS = ("-", "owns", "keep")


def at_the_question(house: FakeHouse) -> PodiumApp:
    return made(house, exercise=begun(house, *STEPS))


async def test_the_time_left_is_seen_and_counts_down() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        assert "1:00" in seen(app)
        house.clock.pass_time(48_000)
        await until(pilot, lambda: "0:12" in seen(app))


async def test_time_running_out_is_silence_with_its_aftermath() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        house.clock.pass_time(LIMIT_MS)
        await until(pilot, lambda: room(app).looking_back)
        assert isinstance(room(app).exercise.events[-1], DeadlinePassed)
        assert "Máy quay vẫn chạy." in seen(app)
        assert "Không ai nói gì." in seen(app)


async def test_the_clock_stands_still_while_the_aftermath_is_read() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app) as pilot:
        await press(pilot, "1", "enter")
        house.clock.pass_time(LIMIT_MS)
        await press(pilot, "enter", "2", "enter")
        assert room(app).table.scene.id == "gauge"
        assert "1:00" in seen(app)


async def test_the_clock_goes_on_over_the_dossier_and_brings_one_back_when_it_ends() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f2")
        house.clock.pass_time(20_000)
        await until(pilot, lambda: "0:40" in seen(app))
        house.clock.pass_time(40_000)
        await until(pilot, lambda: isinstance(app.screen, PressRoomScreen))
        assert room(app).looking_back
        assert "Máy quay vẫn chạy." in seen(app)


async def test_overlays_are_taken_away_when_the_time_ends() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f1", "f3", "ctrl+p")
        assert len(app.screen_stack) == 5
        house.clock.pass_time(LIMIT_MS)
        await until(pilot, lambda: isinstance(app.screen, PressRoomScreen))
        assert room(app).looking_back


async def test_a_line_said_too_late_is_silence() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        room(app)._patience = 100  # The screen itself must not look at the clock before the key comes.
        house.clock.pass_time(LIMIT_MS + 1)
        await press(pilot, "1", "enter")
        assert isinstance(room(app).exercise.events[-1], DeadlinePassed)


async def test_time_that_cannot_be_recorded_is_told_once_and_tried_again() -> None:
    journal = FailingJournal()
    app = at_the_question(house := FakeHouse(journal=journal))
    async with running(app) as pilot:
        journal.full = True
        house.clock.pass_time(LIMIT_MS)
        await until(pilot, lambda: len(told(app)) > 0)
        await pilot.pause(3 * TICK)
        assert len(told(app)) == 1
        assert str(JournalFull("here").params["place"]) in told(app)[0]
        assert not room(app).looking_back
        journal.full = False
        room(app)._patience = 1
        await until(pilot, lambda: room(app).looking_back)


def test_the_patience_is_some_seconds() -> None:
    assert PATIENT_TICKS * TICK >= 3
