"""Practice: today's questions and why, one after another, and the skill profile."""

from __future__ import annotations

import pytest

from simulator.errors import MachineError
from simulator.language.catalogue import Tongue
from simulator.practice.bank import Wanted
from simulator.tui.app import PodiumApp
from simulator.tui.screens.answered import AnsweredScreen
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.history import HistoryScreen
from simulator.tui.screens.jump import JumpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.screens.practice import PracticeScreen, opening
from simulator.tui.widgets.learn_line import LearnLine
from simulator.tui.widgets.suggestion import SuggestionItem
from tests.tui.house import FakeHouse, made, press, room, running, seen, told
from tests.tui.learning import SET, Shelf


def house(*answered: str, learner: str = "") -> FakeHouse:
    """A house with a bank of four questions, of which some were answered by their good line, a day apart."""
    found = FakeHouse(shelf=Shelf(), learner=learner)
    for question in answered:
        found.begin(f"{SET}/{question}").choose_line("tot")
        found.calendar.pass_days(1)
    return found


def shown(app: PodiumApp) -> list[str]:
    """The questions that are put today."""
    return [item.suggestion.question.id.removeprefix(f"{SET}/") for item in app.screen.query(SuggestionItem)]


@pytest.mark.parametrize(
    ("tongue", "words"),
    [
        ("vi", ("Câu hỏi hôm nay", "chưa luyện lần nào: ", "Hồ sơ kỹ năng", "Mương cạn ở Bản Lầu")),
        ("en", ("Today's questions", "not practised yet: ", "Skill profile", "Mương cạn ở Bản Lầu")),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_three_questions_are_put_with_the_reason(
    tongue: Tongue, words: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = made(house(), tongue)
    async with running(app, size) as pilot:
        await press(pilot, "p")
        assert isinstance(app.screen, PracticeScreen)
        assert len(shown(app)) == 3
        for word in words:
            assert word in seen(app)


async def test_the_profile_has_a_bar_with_its_interval_for_each_skill() -> None:
    app = made(house("nuoc", "nuoc"), "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "p")
        (row,) = [line for line in seen(app).splitlines() if "Accuracy  " in line]
        assert "█" in row
        assert "–4.0)" in row
        assert "Red flags" not in seen(app)
        assert "practised on 2 days" in seen(app)


async def test_no_day_without_practice_is_a_reproach() -> None:
    found = house("nuoc")
    found.calendar.pass_days(9)
    app = made(found, "en")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "p")
        text = seen(app).lower()
        assert "practised on one day" in text
        for word in ("missed", "broken", "streak", "lost", "in a row"):
            assert word not in text


async def test_what_is_due_is_told_and_put() -> None:
    found = house("nuoc", "tien", "don", "dan")
    found.calendar.pass_days(40)
    app = made(found, "en")
    async with running(app, (140, 40)) as pilot:
        assert "topics are due" in seen(app)
        await press(pilot, "p")
        assert "Due again" in seen(app)
        assert "due again: " in seen(app)


async def test_a_question_is_put_after_its_dossier_and_answered_in_own_words_first() -> None:
    app = made(found := house(), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "p", "enter")
        assert isinstance(app.screen, CaseScreen)
        assert "It happened at noon." in seen(app)
        assert not found.journal.sessions(), "nothing has begun"
        await press(pilot, "enter")
        assert isinstance(app.screen, OwnWordsScreen)
        assert "Nhà nào mất lúa" in seen(app)
        await press(pilot, "escape")
        assert "Câu trả lời tốt về bà con." in seen(app)
        await press(pilot, "f5", "x", "f9")
        assert room(app).looking_back
        assert "Model answer" in seen(app).splitlines()[-1]
        await press(pilot, "enter")
        assert isinstance(app.screen, AnsweredScreen)
        assert "The best line: 100 of 100" in seen(app)
        assert "Comes up again: " in seen(app)


async def test_enter_leads_from_question_to_question_and_back_at_the_end() -> None:
    app = made(found := house(), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "p")
        put = shown(app)
        for number in range(3):
            await press(pilot, "enter", "enter", "x", "f9", "enter")
            assert isinstance(app.screen, AnsweredScreen)
            assert ("Next question" in seen(app).splitlines()[-1]) == (number < 2)
        await press(pilot, "enter")
        assert isinstance(app.screen, PracticeScreen)
        assert set(shown(app)) != set(put), "others are needed now"
    assert [answer.scene for answer in found.learning.answered()] == put


async def test_the_marked_question_comes_first() -> None:
    app = made(found := house(), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "p")
        second = shown(app)[1]
        await press(pilot, "down", "enter", "enter", "x", "f9")
    assert found.learning.answered()[0].scene == second


async def test_after_an_answer_one_may_go_back_to_the_library_or_to_its_debrief() -> None:
    app = made(house(), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "p", "enter", "enter", "x", "f9", "enter", "d")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, PracticeScreen)
        await press(pilot, "enter", "enter", "x", "f9", "enter", "l")
        assert isinstance(app.screen, LibraryScreen)
        assert app.round is None


async def test_leaving_a_question_leads_back_to_practice() -> None:
    app = made(house(), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "p", "enter", "escape")
        assert isinstance(app.screen, PracticeScreen)
        await press(pilot, "enter", "enter", "escape", "escape")
        assert "comes up again in practice" in " ".join(seen(app).split())
        await press(pilot, "y")
        assert isinstance(app.screen, PracticeScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_click_marks_a_question_and_a_second_one_puts_it() -> None:
    app = made(house(), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "p")
        third = app.screen.query(SuggestionItem).last()
        await pilot.click(third)
        await press(pilot, "pagedown")
        assert isinstance(app.screen, PracticeScreen)
        await pilot.click(third)
        await press(pilot, "down")
        assert isinstance(app.screen, CaseScreen)


async def test_the_library_tells_what_there_is_to_practise_and_a_click_opens_it() -> None:
    app = made(house(), "en")
    async with running(app) as pilot:
        assert "Daily practice: three questions, five minutes" in seen(app)
        await pilot.click(LearnLine, offset=(2, 0))
        await press(pilot, "h")
        assert isinstance(app.screen, HistoryScreen)
        await press(pilot, "escape", "enter", "enter", "x", "f9", "enter", "l")
        assert "Daily practice: done for today" in seen(app)


async def test_whose_practice_it_is_stands_at_the_top() -> None:
    app = made(house("nuoc", learner="Lò Thị Mây"), "vi")
    async with running(app) as pilot:
        await press(pilot, "p")
        assert "Luyện tập: Lò Thị Mây" in seen(app).splitlines()[0]


async def test_an_empty_bank_says_so_and_does_nothing() -> None:
    app = made(FakeHouse(), "en")
    async with running(app) as pilot:
        await press(pilot, "p")
        assert "The bank has no such question." in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, PracticeScreen)


async def test_a_question_that_cannot_be_begun_is_told_of() -> None:
    app = made(found := house(), "en")
    async with running(app) as pilot:
        await press(pilot, "p", "enter")
        found.trouble = MachineError("no room on the disk")
        await press(pilot, "enter")
        assert isinstance(app.screen, CaseScreen)
        assert told(app) == ["No room on the disk"]
        found.trouble = None
        await press(pilot, "enter")
        assert isinstance(app.screen, OwnWordsScreen)


async def test_podium_practice_opens_it_narrowed_down_or_at_one_question() -> None:
    app = made(house(), "en")
    app._opens = opening(Wanted(skill="rebuttal"), 5)
    async with running(app, (120, 40)):
        assert isinstance(app.screen, PracticeScreen)
        assert shown(app) == ["don"]
    app = made(house(), "en")
    app._opens = opening(question=f"{SET}/dan")
    async with running(app, (120, 40)) as pilot:
        assert isinstance(app.screen, CaseScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, PracticeScreen)


async def test_it_is_told_in_the_other_language_at_once() -> None:
    app = made(house("nuoc"), "vi")
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "p", "f3")
        assert "Today's questions" in seen(app)
        assert "Accuracy" in seen(app)
        await press(pilot, "enter", "f3")
        assert isinstance(app.screen, CaseScreen)
        assert "Vai đảm nhận" in seen(app)


async def test_a_question_is_marked_and_put_by_its_letter() -> None:
    app = made(house("nuoc"), "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "p")
        for expected in (PracticeScreen, CaseScreen):
            await press(pilot, "g")
            assert isinstance(app.screen, JumpScreen)
            third = sorted((target.place.y, code) for code, target in app.screen.acts.items())[2][1]
            await press(pilot, *third)
            assert isinstance(app.screen, expected)
