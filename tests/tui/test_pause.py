"""A pause: the clock stands, the question is covered, and it comes back as it was; an exam knows none."""

from __future__ import annotations

import pytest

from simulator.exercise.exercise import Exercise
from simulator.session.modes import Mode
from simulator.tui.screens.pause import PauseScreen
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen

TIMED = ("-", "owns", "keep")


@pytest.mark.parametrize("key", ["enter", "escape", "f8"])
async def test_the_clock_stands_and_the_question_is_covered(key: str) -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, *TIMED))
    async with running(app) as pilot:
        exercise: Exercise = room(app).exercise
        asked = room(app).table.scene.text.split("\n")[0][:20]
        await press(pilot, "f8")
        assert isinstance(app.screen, PauseScreen)
        assert asked not in seen(app)
        assert "The clock stands" in seen(app)
        left = exercise.time_left_ms
        exercise.clock.pass_time(5_000)  # type: ignore[attr-defined]  # the tests' clock
        assert exercise.time_left_ms == left
        await press(pilot, key)
        assert room(app).answering
        exercise.clock.pass_time(5_000)  # type: ignore[attr-defined]
        assert left is not None
        assert exercise.time_left_ms == left - 5_000


async def test_without_a_time_limit_there_is_nothing_to_pause() -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, "-"))
    async with running(app) as pilot:
        await press(pilot, "f8")
        assert room(app).answering


@pytest.mark.parametrize(("mode", "pauses"), [("practice", True), ("exam", False)])
async def test_the_mode_says_whether_there_is_a_pause(mode: Mode, pauses: bool) -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, *TIMED))
    async with running(app) as pilot:
        exercise = room(app).exercise
        exercise.state = exercise.state._replace(mode=mode)
        await press(pilot, "f8")
        assert isinstance(app.screen, PauseScreen) is pauses
