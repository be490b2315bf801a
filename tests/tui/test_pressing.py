"""A journalist presses: what the press room, one's own words, the aftermath and the debrief show of it."""

from __future__ import annotations

from dataclasses import replace

from textual.events import Paste

from simulator.exercise.exercise import Exercise
from simulator.session.events import AnswerGiven, Event, LineChosen, Pressed
from simulator.session.press import Quote
from simulator.session.state import SessionState
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.what_if import WhatIfScreen
from tests.session.presses import PRESS
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled

TWO = replace(PRESS, why="contradiction", quotes=(Quote(1, "hỏng từ tháng trước"), Quote(0, "kêu hôm qua")))


def pressed(house: FakeHouse, *, both: bool = False) -> Exercise:
    """After the first answer, Hằng presses."""
    exercise = begun(house, "-", "late")
    exercise.submit(Pressed(TWO if both else PRESS, house.clock.now_ms()))
    return exercise


async def test_the_question_says_that_it_presses_and_why_and_sets_the_words_apart() -> None:
    app = made(exercise=pressed(FakeHouse()), tongue="en")
    async with running(app):
        text = seen(app)
        for words in ("presses: your own words come back", "Answer 1: “line x”", "Can you guarantee that?", "1 I take"):
            assert words in text


async def test_a_contradiction_stands_side_by_side_where_there_is_room() -> None:
    app = made(exercise=pressed(FakeHouse(), both=True), tongue="en")
    async with running(app, (140, 40)) as pilot:
        both = [line for line in seen(app).splitlines() if "hỏng từ tháng trước”" in line]
        assert "The dossier: “kêu hôm qua”" in both[0]
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        lines = seen(app).splitlines()
        first = next(place for place, line in enumerate(lines) if "Answer 1: “hỏng" in line)
        assert "The dossier: “kêu hôm qua”" in lines[first + 1]


async def test_a_press_is_answered_by_a_line_and_the_scene_behind_comes_next() -> None:
    app = made(exercise=pressed(FakeHouse()), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "1", "enter")
        assert room(app).looking_back
        assert "88 of 100" in seen(app)
        await press(pilot, "m")
        assert "You gave the model answer" in seen(app)
        await press(pilot, "m", "enter")
        assert room(app).table.scene.id == "log"


async def test_a_press_is_answered_in_ones_own_words_and_keeps_a_draft_of_its_own() -> None:
    app = made(house := FakeHouse(), exercise=pressed(house), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "f5")
        assert "presses: your own words come back" in seen(app)
        assert app.focused is not None
        app.focused.post_message(Paste("Tôi đính chính."))
        await settled(pilot)
        await press(pilot, "escape")
        assert house.drafts[room(app).exercise.session_id].scene == "press_1"
        await press(pilot, "f5", "f9")
        given = house.journal_events()[-1]
        assert isinstance(given, AnswerGiven)
        assert (given.scene, given.text) == ("press_1", "Tôi đính chính.")


async def test_taking_back_the_answer_to_a_press_brings_the_press_back() -> None:
    app = made(exercise=pressed(FakeHouse()), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "3", "enter", "u", "right", "enter")
        assert "presses:" in seen(app)
        assert room(app).answering


async def test_the_aftermath_tells_quietly_that_somebody_comes_back_to_it() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"), tongue="en")
    async with running(app) as pilot:
        exercise = room(app).exercise

        def presses(event: Event, state: SessionState) -> None:
            if isinstance(event, LineChosen) and not state.pressed:
                exercise.submit(Pressed(PRESS, state.at))

        exercise.subscribe(presses)
        await press(pilot, "1", "enter")
        assert "Vi Thu Hằng would like to come back to this." in seen(app)
        assert "presses" not in seen(app)
        await press(pilot, "enter")
        assert "presses: your own words come back" in seen(app)
        await press(pilot, "2", "enter")
        assert "would like to come back" not in seen(app)


async def test_the_debrief_and_the_path_show_the_press_with_its_why() -> None:
    exercise = pressed(house := FakeHouse())
    exercise.choose_line("c")
    exercise.take_option("keep")
    exercise.choose_line("plain")
    app = made(house, exercise=exercise, tongue="en")
    async with running(app, (100, 50)) as pilot:
        await press(pilot, "enter", "right", "down")
        assert isinstance(app.screen, DebriefScreen)
        assert "presses: your own words come back" in seen(app)
        assert "Answer 1: “line x”" in seen(app)
        await press(pilot, "right")
        assert "presses: your own words come back" in seen(app)
        await press(pilot, "left", "w", "enter")
        assert isinstance(app.screen, WhatIfScreen)
