"""The course: the agenda with one's place in it, its steps, and the self-assessment."""

from __future__ import annotations

import pytest

from simulator.errors import MachineError
from simulator.language.catalogue import Tongue
from simulator.practice.place import StepPlace
from simulator.tui.app import PodiumApp
from simulator.tui.screens.answered import AnsweredScreen
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.course import CourseScreen, opening
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.ending import EndingScreen
from simulator.tui.screens.jump import JumpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.screens.preparation import PreparationScreen
from simulator.tui.screens.self_assessment import SelfAssessmentScreen
from simulator.tui.widgets.agenda import StepItem
from simulator.tui.widgets.learn_line import LearnLine
from simulator.tui.widgets.marked_list import MarkedList
from simulator.tui.widgets.statement import StatementItem
from tests.tui.house import FakeHouse, made, press, room, running, seen, told
from tests.tui.learning import Shelf


def house(*done: str) -> FakeHouse:
    """A house with the short course, of which some steps are done."""
    found = FakeHouse(shelf=Shelf())
    for step in done:
        found.learning.step_done("hai-buoi", step)
    return found


def at(house: FakeHouse, step: str) -> StepPlace:
    found = house.learning.course().place.at(step)
    assert found is not None
    return found


def marked(app: PodiumApp) -> str:
    """The step under the mark."""
    item = app.screen.query_one("#agenda", MarkedList).highlighted_child
    assert isinstance(item, StepItem)
    return item.one.step.id


@pytest.mark.parametrize(
    ("tongue", "words"),
    [
        ("vi", ("Khóa hai buổi", "Buổi một", "▸ 08:00  Tự đánh giá", "○ 08:15  Trao đổi", "bước tiếp theo")),
        (
            "en",
            ("A course of two mornings", "The first morning", "▸ 08:00  Yourself", "○ 08:15  A talk", "this is next"),
        ),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_the_agenda_stands_with_the_next_step_marked(
    tongue: Tongue, words: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = made(house(), tongue)
    async with running(app, size) as pilot:
        await press(pilot, "c")
        assert isinstance(app.screen, CourseScreen)
        for word in words:
            assert word in seen(app)
        assert marked(app) == "before"


async def test_what_is_done_is_ticked_and_what_comes_next_is_marked() -> None:
    app = made(house("before", "talk"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c")
        assert "✓ 08:15  A talk" in seen(app)
        assert marked(app) == "slide"
        assert "2 of 6 steps done" in seen(app)


async def test_the_mark_passes_over_the_days() -> None:
    app = made(house("before", "talk", "slide"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c", "down")
        assert marked(app) == "exam"
        assert "Passed from 60 of 100 on." in seen(app)
        await press(pilot, "up")
        assert marked(app) == "two"


async def test_a_talk_is_done_by_a_key_and_the_mark_goes_on() -> None:
    app = made(found := house("before"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c")
        assert "About the ditch." in seen(app)
        await press(pilot, "x")
        assert at(found, "talk").standing == "done"
        assert marked(app) == "slide"
        await press(pilot, "up", "enter")
        assert isinstance(app.screen, CourseScreen), "it is done already"


async def test_a_self_assessment_cannot_be_waved_through() -> None:
    app = made(found := house(), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c", "x")
        assert at(found, "before").standing == "ahead"


@pytest.mark.parametrize(
    ("done", "step"), [(("before", "talk"), "slide"), (("before", "talk", "slide", "two"), "exam")]
)
async def test_what_is_played_cannot_be_waved_through(done: tuple[str, ...], step: str) -> None:
    app = made(found := house(*done), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c")
        assert marked(app) == step
        await press(pilot, "x")
    assert at(found, step).standing == "ahead"


async def test_a_talk_is_not_done_by_wanting_to_begin_it() -> None:
    app = made(found := house("before"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c", "enter")
        assert told(app) == ["This takes place among people: X once it is over."]
    assert at(found, "talk").standing == "ahead"


async def test_the_mark_is_seen_again_after_a_step_was_left() -> None:
    app = made(house("before", "talk"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c", "enter", "enter", "escape", "y")
        assert isinstance(app.screen, CourseScreen)
        item = app.screen.query_one("#agenda", MarkedList).highlighted_child
        assert item is not None
        assert item.highlighted


async def test_statements_are_answered_by_numbers_and_kept_on_finish() -> None:
    app = made(found := house(), "vi")
    async with running(app, (80, 24)) as pilot:
        await press(pilot, "c", "enter")
        assert isinstance(app.screen, SelfAssessmentScreen)
        assert "Tôi chỉ nói điều đã xác minh." in seen(app)
        await press(pilot, "4")
        assert "Còn 1 câu." in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SelfAssessmentScreen)
        assert told(app) == ["Còn câu chưa trả lời."]
        await press(pilot, "2", "right")
        assert "Đã trả lời hết" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, CourseScreen)
    assert at(found, "before").ratings == {"accuracy": 4, "empathy": 3}


async def test_a_self_assessment_that_is_left_is_not_kept() -> None:
    app = made(found := house(), "en")
    async with running(app) as pilot:
        await press(pilot, "c", "enter", "4", "2", "escape")
        assert isinstance(app.screen, CourseScreen)
    assert at(found, "before").standing == "ahead"


async def test_a_number_on_the_scale_can_be_clicked_and_jumped_to() -> None:
    app = made(house(), "en")
    async with running(app, (100, 30)) as pilot:
        await press(pilot, "c", "enter")
        first, second = app.screen.query(StatementItem)
        spot = [*second.spots()][4]
        await pilot.click(second, offset=(spot.x + second.gutter.left, spot.y + second.gutter.top))
        assert (first.rating, second.rating) == (0, 5)
        await pilot.click(second, offset=(spot.x + second.gutter.left, second.gutter.top))
        assert second.rating == 5, "the statement itself is no number"
        [*first.spots()][2].act()
        await pilot.pause()
        assert first.rating == 3


async def test_less_is_never_under_one_nor_more_over_five() -> None:
    app = made(house(), "en")
    async with running(app) as pilot:
        await press(pilot, "c", "enter", "left")
        item = app.screen.query(StatementItem).first()
        assert item.rating == 1
        await press(pilot, *["right"] * 6)
        assert item.rating == 5


async def test_both_self_assessments_stand_side_by_side() -> None:
    found = house("talk")
    found.learning.step_done("hai-buoi", "before", {"accuracy": 2, "empathy": 1})
    found.learning.step_done("hai-buoi", "after", {"accuracy": 4, "empathy": 3})
    app = made(found, "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c", "up", "up")
        assert marked(app) == "before"
        assert "■■··· 2   ■■■■· 4" in seen(app)
        assert "■···· 1   ■■■·· 3" in seen(app)


async def test_a_scenario_is_briefed_in_the_steps_mode_which_cannot_be_changed() -> None:
    app = made(found := house("before", "talk"), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "c", "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "◔ Guided" in seen(app).splitlines()[0]
        await press(pilot, "m")
        assert "◔ Guided" in seen(app).splitlines()[0]
        await press(pilot, "enter")
        assert room(app).exercise.state.mode == "guided"
        assert at(found, "slide").sessions == (room(app).exercise.session_id,)
        assert app.mode == "practice", "what was chosen for the library stays"


async def test_leaving_the_press_room_leads_back_to_the_course_and_the_session_is_gone_on_with() -> None:
    app = made(found := house("before", "talk"), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "c", "enter", "enter")
        session = room(app).exercise.session_id
        await press(pilot, "escape", "y")
        assert isinstance(app.screen, CourseScreen)
        assert "◐" in seen(app)
        assert "waits to be resumed" in seen(app)
        await press(pilot, "enter", "enter")
        assert room(app).exercise.session_id == session
    assert at(found, "slide").sessions == (session,)


async def test_what_came_of_a_step_is_told_and_its_debrief_opened() -> None:
    app = made(house("before", "talk"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(
            pilot, "c", "enter", "enter", "enter", "2", "enter", "enter", "1", "enter", "enter", "1", "enter", "enter"
        )
        assert isinstance(app.screen, EndingScreen)
        assert "Back" in seen(app).splitlines()[-1]
        await press(pilot, "escape")
        assert isinstance(app.screen, CourseScreen)
        assert marked(app) == "two"
        await press(pilot, "up")
        assert "What came of it" in seen(app)
        assert "Khe Ten: lời xin lỗi có giờ có chỗ" in seen(app)
        assert "of 100" in seen(app)
        await press(pilot, "d")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, CourseScreen)


@pytest.mark.parametrize(("line", "verdict"), [("2", "passed"), ("4", "not passed")])
async def test_an_exam_tells_whether_it_was_passed(line: str, verdict: str) -> None:
    app = made(found := house("before", "talk", "slide", "two"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c", "enter")
        assert "● Exam" in seen(app).splitlines()[0]
        await press(pilot, "enter", "enter", line, "enter", "enter", "2", "enter")
        choice = "1" if line == "2" else "2"
        await press(pilot, choice, "enter", "enter", "escape")
        assert isinstance(app.screen, CourseScreen)
        await press(pilot, "up")
        assert marked(app) == "exam"
        assert verdict in seen(app)
        assert ("not passed" in seen(app)) == (verdict != "passed")
    assert found.learning.course().results["exam"].passed is (verdict == "passed")


async def test_a_step_can_be_prepared_for_in_its_own_mode() -> None:
    app = made(found := house("before", "talk"), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "c", "enter", "p")
        assert isinstance(app.screen, PreparationScreen)
        assert "◔ Guided" in seen(app).splitlines()[0]
        await press(pilot, "f9")
        assert room(app).exercise.state.mode == "guided"
    assert len(at(found, "slide").sessions) == 1


async def test_questions_are_put_one_after_another_until_there_are_enough() -> None:
    app = made(found := house("before", "talk", "slide"), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "c", "enter")
        for number in (1, 2):
            assert isinstance(app.screen, CaseScreen)
            await press(pilot, "enter")
            assert isinstance(app.screen, OwnWordsScreen)
            await press(pilot, "x", "f9")
            await press(pilot, "enter")
            assert isinstance(app.screen, AnsweredScreen)
            assert len(at(found, "two").ended) == number
            assert ("Next question" in seen(app).splitlines()[-1]) == (number == 1)
            await press(pilot, "enter")
        assert isinstance(app.screen, CourseScreen)
        assert marked(app) == "exam"
        await press(pilot, "up", "enter")
        assert isinstance(app.screen, CourseScreen), "they are answered"
    asked = {answer.question_id for answer in found.learning.answered()}
    assert len(asked) == 2


async def test_the_library_tells_of_the_course_and_a_click_opens_it() -> None:
    app = made(house("before"), "en")
    async with running(app) as pilot:
        assert "Course: next, A talk" in seen(app)
        (spot,) = [spot for spot in app.screen.query_one(LearnLine).spots() if spot.x > 0]
        await pilot.click(LearnLine, offset=(spot.x, 0))
        await press(pilot, "up")
        assert isinstance(app.screen, CourseScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_library_without_courses_or_questions_has_no_line() -> None:
    app = made(FakeHouse(), "en")
    async with running(app):
        assert not app.screen.query_one(LearnLine).display


async def test_a_course_that_cannot_be_read_is_told_of() -> None:
    found = house()
    found.shelf.courses.clear()
    app = made(found, "en")
    async with running(app) as pilot:
        await press(pilot, "c")
        assert isinstance(app.screen, CourseScreen)
        assert "No course is called" in seen(app)
        await press(pilot, "enter", "x", "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_record_that_refuses_keeps_one_at_the_step() -> None:
    app = made(found := house("before", "talk"), "en")
    async with running(app) as pilot:
        await press(pilot, "c")
        found.trouble = MachineError("no room on the disk")
        await press(pilot, "enter")
        assert isinstance(app.screen, CourseScreen)
        assert told(app) == ["No room on the disk"]


async def test_the_course_is_told_in_the_other_language_at_once() -> None:
    app = made(house(), "vi")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "c", "f3")
        assert "A course of two mornings" in seen(app)
        assert "The second morning" in seen(app)


async def test_podium_course_opens_it_and_begins_a_step() -> None:
    app = made(house("before"), "en")
    app._opens = opening("hai-buoi", "slide")
    async with running(app, (120, 40)) as pilot:
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, CourseScreen)


async def test_a_talk_that_podium_course_begins_is_marked_and_not_done_by_that() -> None:
    app = made(found := house(), "en")
    app._opens = opening("", "talk")
    async with running(app, (120, 40)):
        assert isinstance(app.screen, CourseScreen)
        assert marked(app) == "talk"
    assert at(found, "talk").standing == "ahead"


async def test_a_step_is_marked_and_begun_by_its_letter() -> None:
    app = made(house(), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "c", "g")
        assert isinstance(app.screen, JumpScreen)
        rows = sorted((target.place.y, code) for code, target in app.screen.acts.items())
        await press(pilot, *rows[2][1])
        assert marked(app) == "slide", "no letter stands on a day"
        await press(pilot, "g", *rows[2][1])
        assert isinstance(app.screen, BriefingScreen)


async def test_a_course_that_has_changed_keeps_what_was_done_of_it() -> None:
    found = house("before", "talk")
    found.journal.remark("course/hai-buoi", "course.done", "", '{"step": "gone_since"}')
    app = made(found, "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "c")
        assert "2 of 6 steps done" in seen(app)
