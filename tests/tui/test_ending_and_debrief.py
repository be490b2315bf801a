"""The ending and the debrief: what became of it, and what to learn from it."""

from __future__ import annotations

import pytest
from textual.content import Content
from textual.widgets import ListView

from simulator.errors import MachineError
from simulator.tui.app import PodiumApp
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.ending import EndingScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.widgets.debrief import SkillRow
from tests.tui.house import FakeHouse, begun, made, press, running, seen

GOOD = ("-", "owns", "publish", "plain")
POOR = ("-", "blames", "keep", "dodges")


def ended(*steps: str) -> tuple[PodiumApp, FakeHouse]:
    house = FakeHouse()
    return made(house, exercise=begun(house, *steps)), house


@pytest.mark.parametrize(
    ("steps", "headline", "outcome"),
    [(GOOD, "Khe Ten: lời xin lỗi có giờ có chỗ", "●"), (POOR, "Khe Ten: bà con bỏ về", "○")],
)
async def test_the_ending_tells_what_became_of_it(steps: tuple[str, ...], headline: str, outcome: str) -> None:
    app, _ = ended(*steps)
    async with running(app):
        assert isinstance(app.screen, EndingScreen)
        assert headline in seen(app)
        assert outcome in seen(app)


async def test_the_ending_leads_to_the_debrief_and_that_to_the_library() -> None:
    app, _ = ended(*GOOD)
    async with running(app) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)
        assert "● Sạt lở Khe Ten" in seen(app)


async def test_escape_leads_from_the_ending_to_the_library() -> None:
    app, _ = ended(*GOOD)
    async with running(app) as pilot:
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_debrief_that_cannot_be_made_leaves_the_ending_on_show() -> None:
    app, house = ended(*GOOD)
    async with running(app) as pilot:
        house.trouble = MachineError("no")
        await press(pilot, "enter")
        assert isinstance(app.screen, EndingScreen)


async def test_the_overview_shows_figures_skills_flags_and_lesson() -> None:
    app, _ = ended(*POOR)
    async with running(app, (100, 50)) as pilot:
        await press(pilot, "enter")
        text = seen(app)
        for words in ("2 câu hỏi", "Chính xác", "Đổ lỗi × 1", "Đổ lỗi thì mất người nghe.", "100 ┤"):
            assert words in text
        assert "1,0" in text, "a decimal comma in Vietnamese"


async def test_the_curves_stand_side_by_side_in_a_wide_window() -> None:
    app, _ = ended(*GOOD)
    async with running(app, (140, 45)) as pilot:
        await press(pilot, "enter")
        assert any(line.count("100 ┤") == 2 for line in seen(app).splitlines())
        await pilot.resize_terminal(80, 45)
        await pilot.pause()
        assert not any(line.count("100 ┤") == 2 for line in seen(app).splitlines())


async def test_the_questions_are_walked_through_with_the_arrow_keys() -> None:
    app, _ = ended(*POOR)
    async with running(app, (100, 50)) as pilot:
        await press(pilot, "enter", "right")
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.tab == "questions"
        assert "Dân không chịu nghe đài" in seen(app)
        assert "Câu trả lời tốt nhất" in seen(app)
        assert "Tôi xin lỗi bà con" in seen(app)
        await press(pilot, "down")
        assert app.screen.query_one("#asked", ListView).index == 1
        assert "Chuyện đó để sau." in seen(app)
        await press(pilot, "up")
        assert "Dân không chịu nghe đài" in seen(app)


async def test_the_answer_is_scrolled_by_page() -> None:
    app, _ = ended(*POOR)
    async with running(app) as pilot:
        await press(pilot, "enter", "right", "space")
        assert app.screen.query_one("#answered").scroll_y > 0


async def test_the_best_line_given_is_said_to_have_been_the_best() -> None:
    app, _ = ended(*GOOD)
    async with running(app, (100, 50)) as pilot:
        await press(pilot, "enter", "right")
        assert "Đây là câu tốt nhất" in seen(app)


async def test_the_path_shows_what_was_taken_and_what_was_not() -> None:
    app, _ = ended(*GOOD)
    async with running(app, (100, 50)) as pilot:
        await press(pilot, "enter", "right", "right")
        text = seen(app)
        assert "▶ Đăng sổ trực lên mạng." in text
        assert "○ Giữ lại, xin ý kiến đã." in text
        assert "○ Khe Ten: bà con bỏ về" in text, "the ending that was missed"


@pytest.mark.parametrize(
    ("width", "drawn"),
    [
        (40, [" Rõ ràng ███ 2,0  1 2 3 4 1 2 3 4 1 2 3", "                  4"]),
        (24, [" Rõ ràng ███ 2,0  1 2 3", " 4 1 2 3 4 1 2 3 4"]),
    ],
)
def test_the_levels_of_many_answers_hang_beside_the_bar_where_there_is_room(width: int, drawn: list[str]) -> None:
    row = SkillRow(Content("Rõ ràng ███ 2,0  "), Content("1 2 3 4 1 2 3 4 1 2 3 4"))
    assert [line.plain.rstrip() for line in row.lines(width)] == drawn
