"""The three modes on the screens: chosen in the briefing, told apart, and hiding what they hide."""

from __future__ import annotations

import pytest

from simulator.language.catalogue import Catalogue
from simulator.tui.app import PodiumApp
from simulator.tui.preferences import Preferences
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.widgets.modes import ModeBar
from tests.tui.house import FakeHouse, made, press, room, running, seen, settled


def footer(app: PodiumApp) -> str:
    return seen(app).splitlines()[-1]


@pytest.mark.parametrize(("presses", "mode"), [(0, "practice"), (1, "exam"), (2, "guided"), (3, "practice")])
async def test_a_key_goes_through_the_modes_and_the_session_begins_in_the_chosen_one(presses: int, mode: str) -> None:
    app = made(tongue="en")
    async with running(app) as pilot:
        await press(pilot, "down", "enter", *["m"] * presses)
        assert seen(app).splitlines()[0].count({"practice": "Practice", "exam": "Exam", "guided": "Guided"}[mode]) == 1
        await press(pilot, "enter")
        assert room(app).exercise.state.mode == mode


async def test_a_mode_is_chosen_with_the_mouse_and_remembered_in_the_next_briefing() -> None:
    app = made(tongue="en")
    async with running(app) as pilot:
        await press(pilot, "enter")
        column = seen(app).splitlines()[1].index("Exam")
        await pilot.click(ModeBar, offset=(column, 0))
        await settled(pilot)
        assert "all feedback comes in the debrief" in seen(app)
        await press(pilot, "escape", "down", "enter")
        assert "● Exam" in seen(app).splitlines()[0]


async def test_an_exam_tells_the_reaction_and_no_grade_and_takes_nothing_back() -> None:
    app = made(house := FakeHouse(), "en")
    app.mode = "exam"
    async with running(app) as pilot:
        await press(pilot, "down", "enter", "enter", "enter", "1", "enter")
        text = seen(app)
        assert "Your answer is recorded" in text
        assert "Ngoài hiên có tiếng thở dài." in text
        assert "Còi báo sạt lở hỏng cả tháng" in text
        for hidden in ("Đúng mà lạnh.", "of 100", "■", "Có mốc", "▲", "▼"):
            assert hidden not in text
        assert "Take back" not in footer(app)
        assert "Model answer" not in footer(app)
        await press(pilot, "u", "m", "h")
        assert len(house.journal_events()) == 3
        assert seen(app) == text


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_an_exam_shows_no_trust_and_no_heat_before_its_end(size: tuple[int, int]) -> None:
    app = made(tongue="en")
    app.mode = "exam"
    async with running(app, size) as pilot:
        await press(pilot, "down", "enter", "enter")
        for keys in ((), ("enter",), ("1", "enter"), ("enter",)):
            await press(pilot, *keys)
            text = seen(app)
            assert "Trust, heat and grades: in the debrief" in text
            for hidden in ("━━", "──", "Trust  ", "The public (illustrative)", "▲", "▼"):
                assert hidden not in text
        await press(pilot, "f6")
        assert room(app) is app.screen, "how the public stands is told at the end"


async def test_the_debrief_of_an_exam_that_goes_on_shows_answers_without_grades() -> None:
    app = made(house := FakeHouse(), "en")
    app.mode = "exam"
    async with running(app, (100, 50)) as pilot:
        await press(pilot, "down", "enter", "enter", "enter", "1", "enter")
        app.to_library()
        await settled(pilot)
        await press(pilot, "d")
        assert isinstance(app.screen, DebriefScreen)
        assert "This is an exam that goes on" in seen(app)
        assert "front page" not in seen(app)
        await press(pilot, "right", "w")
        assert isinstance(app.screen, DebriefScreen), "what if would tell grades"
        assert "Your answer" in seen(app)
        for hidden in ("of 100", "Đúng mà lạnh.", "best line", "■"):
            assert hidden not in seen(app)
    assert house.journal.sessions()[0].ended is False


async def test_the_debrief_of_an_exam_shows_everything() -> None:
    app = made(tongue="en")
    app.mode = "exam"
    async with running(app, (100, 50)) as pilot:
        await press(
            pilot, "down", "enter", "enter", "enter", "1", "enter", "enter", "2", "enter", "1", "enter", "enter"
        )
        await press(pilot, "enter", "right")
        assert isinstance(app.screen, DebriefScreen)
        assert "Có mốc thời gian." in seen(app)
        assert "Đúng mà lạnh." in seen(app)
        assert "● Exam" in seen(app).splitlines()[0]


async def test_a_hint_is_shown_and_taken_away_in_guided_mode_alone() -> None:
    app = made(tongue="en")
    app.mode = "guided"
    async with running(app) as pilot:
        await press(pilot, "down", "enter", "enter", "enter")
        assert "Hint" in footer(app)
        await press(pilot, "h")
        assert "Hint: Accuracy" in seen(app)
        assert "Give one checkable fact" in seen(app)
        await press(pilot, "f5")
        assert "Hint: Accuracy" in seen(app), "it stays in sight while one writes"
        await press(pilot, "escape", "h")
        assert "Hint: Accuracy" not in seen(app)
        await press(pilot, "h", "2", "enter")
        assert "Hint:" not in seen(app)


async def test_a_mode_may_be_chosen_before_the_briefing() -> None:
    house = FakeHouse()
    app = PodiumApp(
        house, Catalogue("en"), scenario=house.scenario("acid"), preferences=Preferences(None), mode="guided"
    )
    async with running(app) as pilot:
        assert "◔ Guided" in seen(app).splitlines()[0]
        await press(pilot, "enter")
        assert room(app).exercise.state.mode == "guided"


async def test_there_is_no_hint_in_practice() -> None:
    app = made(tongue="en")
    async with running(app) as pilot:
        await press(pilot, "down", "enter", "enter", "enter", "h")
        assert "Hint" not in seen(app)
