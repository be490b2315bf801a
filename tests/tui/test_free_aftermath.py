"""What became of an answer in one's own words: marked words, reasons in the player's language, the model answer."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from simulator.reports.reasons import MACHINE
from simulator.scoring.grade import GRADER
from simulator.tui.app import PodiumApp
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.widgets.ordered_area import OrderedArea
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled
from tests.tui.test_hostile_text import H, assert_harmless, hostile

ANSWER = "Tôi xin lỗi bà con. 17 giờ mai xã trả lời, không phải lỗi tại dân."


async def answered(pilot: Pilot[None], text: str) -> None:
    """Write an answer by pasting it, and say it."""
    app = pilot.app
    assert isinstance(app, PodiumApp)
    await press(pilot, "f5")
    assert isinstance(app.screen, OwnWordsScreen)
    app.screen.query_one(OrderedArea).post_message(Paste(text))
    await settled(pilot)
    await press(pilot, "f9")


def words_on(app: PodiumApp) -> str:
    """What is on the screen, without the ends of lines and the bars along them."""
    return " ".join(seen(app).replace("▌", " ").split())


def at_the_question(house: FakeHouse) -> PodiumApp:
    return made(house, exercise=begun(house, "-"))


@pytest.mark.parametrize("size", [(80, 50), (140, 40)])
async def test_words_are_marked_and_reasons_told_in_vietnamese(size: tuple[int, int]) -> None:
    app = at_the_question(FakeHouse())
    async with running(app, size) as pilot:
        await answered(pilot, ANSWER)
        text = words_on(app)
        assert "bà con.[a] 17 giờ[b] mai" in text
        assert "lỗi tại dân[c⚑]" in text
        for words in ("a Nhận đúng", "b Nói rõ bao giờ", "c⚑ Đẩy lỗi", "· Chưa có gì"):
            assert words in text
        assert "Máy này không chạy được mô hình ngôn ngữ" in text
        assert "owns what" not in text
        assert "⚑ Đổ lỗi" in text


async def test_the_reasons_of_an_author_are_never_looked_up() -> None:
    from tests.builders import line, question, scenario

    finding = {"skill": "accuracy", "because": "puts the fault on others", "better": "Back"}
    story = scenario(question("q1", line("a", levels={"accuracy": 2}, findings=[finding])))
    app = made(house := FakeHouse(story), exercise=house.begin("tiny"))
    async with running(app, (80, 40)) as pilot:
        await press(pilot, "1", "enter")
        assert "puts the fault on others" in seen(app)
        assert "Back" in seen(app)
        assert "Máy này" not in seen(app)


async def test_the_model_answer_is_shown_on_request_and_put_away() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        await answered(pilot, ANSWER)
        assert "M Câu mẫu" in seen(app)
        await press(pilot, "m")
        assert "Câu trả lời mẫu" in seen(app)
        assert "Tôi xin lỗi bà con: còi của xã" in words_on(app)
        await press(pilot, "m")
        assert "17 giờ[b]" in words_on(app)
        await press(pilot, "m", "enter")
        assert room(app).table.scene.id == "log"
        assert "M Câu mẫu" not in seen(app)


async def test_the_model_answer_of_a_prepared_line_too() -> None:
    app = at_the_question(FakeHouse())
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "2", "enter", "m")
        assert "Đã nói đúng câu mẫu" in seen(app)


async def test_the_debrief_shows_it_marked_beside_the_best_line() -> None:
    app = at_the_question(FakeHouse())
    async with running(app, (120, 60)) as pilot:
        await answered(pilot, ANSWER)
        await press(pilot, "enter", "2", "enter", "1", "enter", "enter", "enter", "right")
        assert isinstance(app.screen, DebriefScreen)
        text = words_on(app)
        assert "17 giờ[b]" in text
        assert "Máy này không chạy" in text
        assert "Câu trả lời tốt nhất" in text
        assert "owns what" not in text


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_what_a_player_types_is_data(size: tuple[int, int]) -> None:
    house = FakeHouse(hostile())
    app = made(house, exercise=house.begin("tiny"))
    async with running(app, size) as pilot:
        await press(pilot, "enter")
        await answered(pilot, H)
        assert_harmless(app)
        assert "[bold red]x[/] {name} [@click=app.quit]y[/]␛[31m" in seen(app)
        await press(pilot, "m")
        assert_harmless(app)
        await press(pilot, "u", "right", "enter", "f5")
        assert_harmless(app)
        await press(pilot, "escape")
        assert "nháp: “[bold red]x[/] {name}" in seen(app)
        assert_harmless(app)


async def test_the_answer_stays_on_show_in_the_other_language() -> None:
    app = at_the_question(FakeHouse())
    async with running(app, (80, 50)) as pilot:
        await answered(pilot, ANSWER)
        await press(pilot, "f3")
        assert "Owns what is one's own to own." in seen(app)
        assert "To go higher: give a date by which the result is due." in seen(app)


def test_the_machine_is_known_by_its_name() -> None:
    assert GRADER.startswith(MACHINE)
