"""All that has been answered: found, looked at again, and tried again."""

from __future__ import annotations

import pytest

from simulator.tui.app import PodiumApp
from simulator.tui.screens.answered import AnsweredScreen
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.history import SHOWN_MAX, HistoryScreen
from simulator.tui.screens.jump import JumpScreen
from simulator.tui.screens.past_answer import PastAnswerScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.past import PastItem
from tests.tui.house import FakeHouse, begun, made, press, running, seen
from tests.tui.learning import SET, Shelf

HISTORY = ("p", "h")


def house(*answered: str) -> FakeHouse:
    """A house in which questions were answered: `nuoc` by the good line, `nuoc!` by the other."""
    found = FakeHouse(shelf=Shelf())
    for one in answered:
        found.begin(f"{SET}/{one.removesuffix('!')}").choose_line("do" if one.endswith("!") else "tot")
        found.calendar.pass_days(1)
    return found


def shown(app: PodiumApp) -> list[str]:
    """The questions in the list."""
    return [item.answer.scene for item in app.screen.query(PastItem)]


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_the_latest_answers_stand_first_with_their_grades(size: tuple[int, int]) -> None:
    app = made(house("nuoc", "tien!", "don"), "en")
    async with running(app, size) as pilot:
        await press(pilot, *HISTORY)
        assert isinstance(app.screen, HistoryScreen)
        assert shown(app) == ["don", "tien", "nuoc"]
        assert "100  Lời đồn" in seen(app)
        assert "by a prepared line" in seen(app)
        await press(pilot, "down")
        assert "⚑ Shifting blame" in seen(app)
        assert ("Lỗi tại dân." in seen(app)) == (size[1] > 24)


@pytest.mark.parametrize("typed", ["loi don", "ĐỒN", "đồn", "don"])
async def test_search_needs_no_diacritics(typed: str) -> None:
    app = made(house("nuoc", "tien", "don"), "en")
    async with running(app) as pilot:
        await press(pilot, *HISTORY, "slash", *(sign if sign != " " else "space" for sign in typed))
        assert shown(app) == ["don"]
        await press(pilot, "escape")
        assert len(shown(app)) == 3


async def test_search_looks_into_the_answers_too_and_says_when_nothing_is_found() -> None:
    app = made(house("nuoc", "tien!"), "en")
    async with running(app) as pilot:
        await press(pilot, *HISTORY, "slash", *"dan")
        assert shown(app) == ["tien"]
        await press(pilot, *"zz")
        assert shown(app) == []
        assert "No answer matches" in seen(app)
        await press(pilot, "enter", "r", "enter")
        assert isinstance(app.screen, HistoryScreen)


async def test_filters_hold_by_skill_and_flag() -> None:
    app = made(house("nuoc", "tien!", "dan!"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, *HISTORY)
        skill, flag = app.screen.query(FilterChip)
        skill.focus()
        while skill.value != "accountability":
            await press(pilot, "right")
        assert shown(app) == ["dan", "tien"]
        flag.focus()
        while flag.value != "blame":
            await press(pilot, "right")
        assert shown(app) == ["tien"]


async def test_enter_shows_an_answer_with_its_marks_as_in_the_debrief() -> None:
    app = made(house("nuoc", "nuoc!"), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, *HISTORY, "enter")
        assert isinstance(app.screen, PastAnswerScreen)
        text = seen(app)
        for words in ("Mương cạn từ hôm nào", "Your answer", "It stands there.", "The best line", "other answers"):
            assert words in text
        await press(pilot, "escape")
        assert isinstance(app.screen, HistoryScreen)


@pytest.mark.parametrize("size", [(80, 30), (140, 40)])
async def test_a_question_is_tried_again_and_both_answers_stand_side_by_side(size: tuple[int, int]) -> None:
    app = made(found := house("nuoc!"), "en")
    async with running(app, size) as pilot:
        await press(pilot, *HISTORY, "r")
        assert isinstance(app.screen, CaseScreen)
        await press(pilot, "enter", *"hom", "f9", "enter")
        assert isinstance(app.screen, AnsweredScreen)
        text = seen(app)
        assert "Your earlier answer: " in text
        assert "Your new answer: " in text
        assert "Lỗi tại dân." in text
        assert "hom" in text
        await press(pilot, "enter")
        assert isinstance(app.screen, HistoryScreen)
        assert shown(app) == ["nuoc", "nuoc"]
        assert "Answered one more time." in seen(app)
    assert [answer.spoken for answer in found.learning.answered()] == [False, True]


async def test_a_question_of_a_whole_scenario_is_tried_again_alone() -> None:
    found = FakeHouse(shelf=Shelf())
    begun(found, "-", "blames")
    app = made(found, "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, *HISTORY, "enter", "r", "enter", *"hom", "f9", "enter")
        assert isinstance(app.screen, AnsweredScreen)
        assert "Dân không chịu nghe đài" in seen(app)
    whole, alone = found.learning.answered()
    assert (whole.single, alone.single) == (False, True)
    assert whole.question_id == alone.question_id


async def test_of_very_many_answers_the_latest_stand_there_and_the_rest_is_told() -> None:
    app = made(house(*["nuoc"] * (SHOWN_MAX + 2), "don"), "en")
    async with running(app) as pilot:
        await press(pilot, *HISTORY)
        assert len(shown(app)) == SHOWN_MAX
        assert "3 older answers" in seen(app)
        await press(pilot, "slash", *"don")
        assert shown(app) == ["don"]


async def test_without_an_answer_it_says_so_and_leads_back() -> None:
    app = made(house(), "vi")
    async with running(app) as pilot:
        await press(pilot, *HISTORY)
        assert "Chưa trả lời câu nào." in seen(app)
        await press(pilot, "f3")
        assert "Nothing has been answered yet." in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, PracticeScreen)


async def test_an_answer_is_marked_and_opened_by_its_letter() -> None:
    app = made(house("nuoc", "tien", "don"), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, *HISTORY)
        for expected in (HistoryScreen, PastAnswerScreen):
            await press(pilot, "g")
            assert isinstance(app.screen, JumpScreen)
            places = sorted((target.place.y, target.place.x, code) for code, target in app.screen.acts.items())
            await press(pilot, *places[4][2])
            assert isinstance(app.screen, expected)
        assert "Tiền nạo vét" in seen(app).splitlines()[0]
