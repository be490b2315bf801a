"""What if: another line for any question of the debrief, and both courses side by side."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import Key

from simulator.errors import MachineError
from simulator.tui.app import PodiumApp
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.other_line import OtherLineScreen
from simulator.tui.screens.other_words import OtherWordsScreen
from simulator.tui.screens.what_if import WhatIfScreen
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.stage import Stage
from tests.tui.house import FakeHouse, begun, made, press, running, seen, settled, told
from tests.tui.test_mouse import click

POOR = ("-", "blames", "keep", "dodges")


def debriefed(*steps: str) -> tuple[PodiumApp, FakeHouse]:
    house = FakeHouse()
    return made(house, exercise=begun(house, *steps)), house


@pytest.mark.parametrize("key", ["w", "W"])
async def test_a_key_opens_the_choice_of_another_line(key: str) -> None:
    app, _ = debriefed(*POOR)
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "enter", key)
        assert isinstance(app.screen, DebriefScreen), "only a question has other lines"
        await press(pilot, "right", key)
        assert isinstance(app.screen, OtherLineScreen)
        stage = app.screen.query_one(Stage)
        by_id = {offer.id: offer for offer in stage.offers}
        assert not by_id["blames"].open
        assert not by_id["open_book"].open
        assert stage.marked is not None
        assert stage.marked.id == "owns"
        await press(pilot, "escape")
        assert isinstance(app.screen, DebriefScreen)


@pytest.mark.parametrize("size", [(80, 60), (120, 60), (200, 60)])
async def test_both_courses_stand_side_by_side(size: tuple[int, int]) -> None:
    app, _ = debriefed(*POOR)
    async with running(app, size) as pilot:
        await press(pilot, "enter", "right", "w", "enter")
        assert isinstance(app.screen, WhatIfScreen)
        text = seen(app)
        assert any("Đã xảy ra:" in line and "Giả như:" in line for line in text.splitlines())
        for words in ("bỏ về", "có chỗ", "Niềm tin của công chúng", "minh họa", " ┤"):
            assert words in text
        await press(pilot, "escape")
        assert isinstance(app.screen, OtherLineScreen)


async def test_the_second_question_offers_silence_and_lines_by_number() -> None:
    app, house = debriefed(*POOR)
    before = house.journal_events()
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "enter", "right", "down", "w")
        assert [offer.id for offer in app.screen.query_one(Stage).offers] == ["plain", "dodges", "silence", "own_words"]
        await press(pilot, "2")
        await press(pilot, "down", "up", "3", "enter")
        assert isinstance(app.screen, WhatIfScreen)
        assert "Không ai nói gì." in seen(app)
    assert house.journal_events() == before, "the session itself is not changed"


async def test_a_click_marks_and_a_second_click_shows() -> None:
    app, _ = debriefed(*POOR)
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "enter", "right")
        await click(pilot, "W Giả như")
        await click(pilot, "Còi của xã hỏng")
        assert isinstance(app.screen, OtherLineScreen)
        await click(pilot, "Còi của xã hỏng")
        assert isinstance(app.screen, WhatIfScreen)


async def test_own_words_can_be_set_against_a_line() -> None:
    house = FakeHouse()
    app = made(house, exercise=begun(house, "-"))
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "f5", *"17", "f9", "enter", "1", "enter", "enter", "1", "enter", "enter", "enter")
        await press(pilot, "right", "w", "enter")
        assert isinstance(app.screen, WhatIfScreen)


async def test_trouble_is_told_and_the_choice_stays() -> None:
    app, house = debriefed(*POOR)
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "enter", "right", "w")
        house.trouble = MachineError("no")
        await press(pilot, "enter")
        assert isinstance(app.screen, OtherLineScreen)
        assert told(app)


async def test_another_answer_can_be_written_and_the_session_stays_as_it_was() -> None:
    app, house = debriefed(*POOR)
    before = house.journal_events()
    async with running(app, (120, 60)) as pilot:
        await press(pilot, "enter", "right", "w", "f5")
        assert isinstance(app.screen, OtherWordsScreen)
        await press(pilot, *"17", "f9")
        assert isinstance(app.screen, WhatIfScreen)
        assert house.graded == ["17"]
        text = seen(app)
        assert any("Đã xảy ra:" in line and "Giả như:" in line for line in text.splitlines())
        await press(pilot, "escape", "8")
        assert app.screen.query_one(OrderedArea).text == "178", "the text stays, to be mended"
        await press(pilot, "escape")
        assert isinstance(app.screen, OtherLineScreen)
        assert "178" in app.screen.query_one(Stage).offers[-1].text
        await press(pilot, "escape", "w", "f5")
        assert app.screen.query_one(OrderedArea).text == "178", "the draft is kept"
    assert house.journal_events() == before


async def test_nothing_is_not_tried_and_trouble_leaves_what_was_written() -> None:
    app, house = debriefed(*POOR)
    async with running(app) as pilot:
        await press(pilot, "enter", "right", "w", "f5", "f9")
        assert isinstance(app.screen, OtherWordsScreen)
        assert "Chưa có gì để nói." in seen(app)
        house.trouble = MachineError("no")
        await press(pilot, "x", "f9")
        assert told(app)
        assert isinstance(app.screen, OtherWordsScreen)
        house.trouble = None
        await press(pilot, "y", "f9")
        assert isinstance(app.screen, WhatIfScreen)
        assert house.graded == ["x", "xy"]


async def test_while_another_answer_is_read_nothing_can_be_changed() -> None:
    app, house = debriefed(*POOR)
    async with running(app) as pilot:
        await press(pilot, "enter", "right", "w", "f5", "x")
        house.gate.clear()
        app.post_message(Key("f9", None))
        while not app.busy:
            await asyncio.sleep(0)
        assert app.screen.query_one(OrderedArea).read_only
        house.gate.set()
        await settled(pilot)
        assert isinstance(app.screen, WhatIfScreen)
