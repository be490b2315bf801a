"""Answering in one's own words: writing, the draft, saying it, and time running out meanwhile."""

from __future__ import annotations

import asyncio
import unicodedata

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from simulator.errors import MachineError
from simulator.session.advance import ANSWER_MAX
from simulator.session.events import AnswerGiven, DeadlinePassed, TakenBack
from simulator.tui.app import PodiumApp
from simulator.tui.house import Draft
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.dossier import DossierScreen
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.screens.press_room import PressRoomScreen
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.page import MEASURE
from simulator.tui.widgets.stage import Stage
from tests.builders import question, scenario, silence
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled, told, until
from tests.tui.story import LIMIT_MS

TIMED = ("-", "owns", "keep")


def at_the_question(house: FakeHouse, *steps: str) -> PodiumApp:
    return made(house, exercise=begun(house, *(steps or ("-",))))


def area(app: PodiumApp) -> OrderedArea:
    """The field, which must be in sight."""
    assert isinstance(app.screen, OwnWordsScreen)
    return app.screen.query_one(OrderedArea)


async def paste(pilot: Pilot[None], text: str) -> None:
    app = pilot.app
    assert isinstance(app, PodiumApp)
    area(app).post_message(Paste(text))
    await settled(pilot)


def length(app: PodiumApp) -> str:
    return str(app.screen.query_one("#length", Static).content)


async def test_an_answer_is_written_said_graded_and_recorded() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5")
        assert "Còi báo sạt lở sao không kêu" in seen(app), "the question stays in sight"
        await press(pilot, *"xin", "space", *"loi", "f9")
        assert room(app).looking_back
        given = house.journal_events()[-1]
        assert isinstance(given, AnswerGiven)
        assert (given.text, given.assessment.grader) == ("xin loi", "podium-1/lexical")
        assert house.graded == ["xin loi"]


@pytest.mark.parametrize("keys", [("w",), ("5", "enter"), ("down", "down", "down", "down", "enter")])
async def test_the_field_is_opened_in_several_ways(keys: tuple[str, ...]) -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        assert "F5 Trả lời bằng lời của mình…" in seen(app)
        await press(pilot, *keys)
        assert area(app).has_focus


async def test_the_field_is_opened_with_the_mouse() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        row = next(y for y, line in enumerate(seen(app).splitlines()) if "F5 Trả lời" in line)
        for _ in range(2):
            await pilot.click(offset=(10, row))
        await settled(pilot)
        assert area(app).has_focus


async def test_there_is_no_field_where_nothing_is_asked() -> None:
    app = at_the_question(FakeHouse(), "-", "owns")
    async with running(app) as pilot:
        await press(pilot, "f5")
        assert room(app).table.scene.id == "log"
        assert "bằng lời của mình" not in seen(app)


async def test_enter_begins_a_line_and_the_length_is_told() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5")
        assert length(app) == ""
        await press(pilot, *"mot", "enter", *"hai")
        assert area(app).text == "mot\nhai"
        assert length(app) == "nói mất khoảng 1 giây, 2 âm tiết"
        await press(pilot, "f3")
        assert length(app) == "about 1 s to say, 2 syllables"
        assert "Enter: new line" in seen(app)


async def test_nothing_is_sent_of_an_empty_answer() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", "f9", "space", "enter", "ctrl+s")
        assert "Chưa có gì để nói." in seen(app)
        assert house.graded == []
        assert not told(app), "it is told quietly"
        await press(pilot, "a")
        assert "Chưa có gì để nói." not in seen(app)


async def test_escape_keeps_the_draft_and_the_list_shows_it() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac", "escape")
        assert "(nháp: “bac”)" in seen(app)
        await press(pilot, "f5", "x")
        assert area(app).text == "bacx", "the cursor stands at its end"
        await press(pilot, "escape")
        assert house.graded == []


async def test_the_draft_is_there_after_a_new_start() -> None:
    house = FakeHouse()
    app = at_the_question(house)
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac", "escape", "escape")
        assert "Bản nháp chưa nói vẫn được giữ" in seen(app)
        await press(pilot, "y")
    later = made(house, exercise=house.resume(house.journal.sessions()[0].header.id))
    async with running(later) as pilot:
        await press(pilot, "f5")
        assert area(later).text == "bac"


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 5, 8, 13, 21])
async def test_a_field_that_is_still_being_laid_out_ahead_can_be_opened(steps: int) -> None:
    house = FakeHouse()
    app = at_the_question(house)
    async with running(app) as pilot:
        field = room(app).free.field_ahead()
        assert field is not None
        app._get_screen(field)
        for _ in range(steps):
            await asyncio.sleep(0)
        # As F5 does it, but for the reading of the draft, which may take no time at all.
        room(app).call_next(room(app).free._open, Draft("opening", "bac"))
        await settled(pilot)
        await press(pilot, "x")
        assert app.screen is field
        assert area(app).text == "bacx", "what was kept is there, and written on"


async def test_a_field_that_is_taken_down_tells_no_length_any_more() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", "x")
        field = app.screen
        assert isinstance(field, OwnWordsScreen)
        await field.remove_children()
        field._tell_length()
        assert not field.query(OrderedArea)


async def test_the_draft_is_kept_while_it_is_written() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac")
        await until(pilot, lambda: [*house.drafts.values()] == [Draft("opening", "bac")])


async def test_quitting_with_a_draft_says_that_it_is_not_said() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac", "ctrl+q")
        assert isinstance(app.screen, ConfirmScreen)
        assert "Bản nháp chưa nói vẫn được giữ" in seen(app)
        await press(pilot, "n")
        assert area(app).text == "bac"
        assert [*house.drafts.values()] == [Draft("opening", "bac")]


async def test_the_dossier_is_one_key_away_and_leaves_the_draft() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac", "f2")
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "escape", "x")
        assert area(app).text == "bacx"


async def test_letters_are_letters_and_not_the_press_rooms_keys() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", *"duwm1", "question_mark")
        assert area(app).text == "duwm1?"


async def test_many_lines_are_pasted_in_whole_letters() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5")
        await paste(pilot, unicodedata.normalize("NFD", "Sạt lở\r\nKhe Ten\rhôm qua\n"))
        assert area(app).text == "Sạt lở\nKhe Ten\nhôm qua\n"


async def test_what_is_beyond_the_most_is_left_out_and_told() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5")
        await paste(pilot, "a " * ANSWER_MAX)
        assert len(area(app).text) == ANSWER_MAX
        assert told(app) == ["Câu trả lời dài tối đa 20.000 ký tự; phần vượt quá đã bị bỏ."]
        await press(pilot, "b")
        assert len(area(app).text) == ANSWER_MAX
        await press(pilot, "backspace", "b")
        assert area(app).text.endswith("ab")


async def test_a_second_f9_sends_nothing_and_the_state_is_told() -> None:
    app = at_the_question(house := FakeHouse(), *TIMED)
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac")
        house.gate.clear()
        app.simulate_key("f9")
        app.simulate_key("f9")
        await asyncio.sleep(1.3)
        assert "Đang đọc câu trả lời…" in seen(app)
        assert area(app).read_only
        for key in ("x", "backspace", "f9", "escape", "f2"):
            app.simulate_key(key)
        await asyncio.sleep(0.3)
        assert area(app).text == "bac"
        house.clock.pass_time(LIMIT_MS)
        house.gate.set()
        await settled(pilot)
        assert room(app).looking_back
        assert house.graded == ["bac"]
        (given,) = [event for event in house.journal_events() if isinstance(event, AnswerGiven)]
        assert given.at < LIMIT_MS, "the time it took to grade is not the trainee's"


async def test_time_running_out_is_silence_and_what_was_written_is_shown() -> None:
    app = at_the_question(house := FakeHouse(), *TIMED)
    async with running(app) as pilot:
        await press(pilot, "f5", *"chua", "space", *"xong", "f2")
        house.clock.pass_time(20_000)
        await press(pilot, "f2")
        await until(pilot, lambda: "0:40" in seen(app))
        house.clock.pass_time(40_000)
        await until(pilot, lambda: isinstance(app.screen, PressRoomScreen))
        assert isinstance(house.journal_events()[-1], DeadlinePassed)
        assert "đã hết giờ" in seen(app)
        assert "chua xong" in seen(app)


async def test_after_taking_the_silence_back_one_goes_on_writing() -> None:
    asked = question("q1", time_limit=60, silence=silence(), then="q2")
    app = made(house := FakeHouse(scenario(asked, question("q2"))), exercise=house.begin("tiny"))
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac")
        house.clock.pass_time(LIMIT_MS)
        await until(pilot, lambda: isinstance(app.screen, PressRoomScreen))
        await press(pilot, "u", "right", "enter", "f5")
        assert area(app).text == "bac"
        assert "1:00" in seen(app)


async def test_an_answer_taken_back_is_at_hand_to_be_written_better() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac", "f9")
        assert not any(draft.text for draft in house.drafts.values()), "what is said is no draft"
        await press(pilot, "u", "right", "enter")
        assert isinstance(house.journal_events()[-1], TakenBack)
        await press(pilot, "f5")
        assert area(app).text == "bac"


async def test_going_on_forgets_what_was_written() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac", "escape", "2", "enter")
        assert room(app).free.draft_for("opening") == "bac", "for the line may be taken back"
        await press(pilot, "enter")
        assert room(app).table.scene.id == "log"
        assert room(app).free.draft_for("opening") == ""
        assert [*house.drafts.values()] == [Draft()]


async def test_a_grader_that_fails_is_told_of_and_nothing_is_lost() -> None:
    app = at_the_question(house := FakeHouse(), *TIMED)
    async with running(app) as pilot:
        await press(pilot, "f5", *"bac")
        house.trouble = MachineError("the grader's calibration is missing")
        await press(pilot, "f9")
        assert len(told(app)) == 1
        assert (area(app).text, area(app).read_only) == ("bac", False)
        house.clock.pass_time(5_000)
        await until(pilot, lambda: "0:55" in seen(app))
        house.trouble = None
        await press(pilot, "f9")
        assert room(app).looking_back


async def test_a_grader_that_cannot_be_made_ready_is_told_of_when_it_is_needed() -> None:
    app = at_the_question(house := FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "f5", "escape")
        house.trouble = MachineError("the grader's calibration is missing")
        await press(pilot, "f5", "a")
        assert area(app).text == "a"
        assert not told(app)
        await press(pilot, "f9")
        assert len(told(app)) == 1
        assert area(app).text == "a"


@pytest.mark.parametrize("size", [(80, 24), (140, 40), (50, 14)])
async def test_everything_fits(size: tuple[int, int]) -> None:
    app = at_the_question(FakeHouse(), *TIMED)
    async with running(app, size) as pilot:
        await press(pilot, "f5", *"bac")
        for words in ("Nguyên nhân là gì?", "bac", "âm tiết", "1:00", "F9 Nói câu này", "Esc Câu soạn sẵn"):
            assert words in seen(app)
        await press(pilot, "f3")
        for words in ("syllables", "F9 Say it", "Esc Prepared lines"):
            assert words in seen(app)


async def test_the_mark_stays_where_it_was() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        await press(pilot, "2", "f5", "a", "escape")
        assert app.screen.query_one(Stage).place == 1


async def test_another_window_on_the_same_answer_is_told_of_once() -> None:
    house = FakeHouse()
    app = made(house, "en", exercise=begun(house, "-"))
    async with running(app) as pilot:
        await press(pilot, "f5", "a", "escape")
        assert not told(app)
        house.other_window = True
        await press(pilot, "f5", "b", "escape", "f5", "c", "escape")
        assert sum("in another window too" in message for message in told(app)) == 1


async def test_texts_of_two_windows_are_told_when_they_are_read_in() -> None:
    house = FakeHouse()
    exercise = begun(house, "-")
    house.drafts[exercise.session_id] = Draft("opening", "one\n\n* * *\n\ntwo", beside=2)
    app = made(house, "en", exercise=exercise)
    async with running(app) as pilot:
        await press(pilot, "f5")
        assert any("Two windows wrote this answer" in message for message in told(app))
        assert "two" in app.screen.query_one(OrderedArea).text


async def test_what_could_not_be_said_since_another_window_answered_is_at_hand_at_the_next_question() -> None:
    house = FakeHouse()
    exercise = begun(house, "-")
    other = house.resume(exercise.session_id)
    app = made(house, "en", exercise=exercise)
    async with running(app) as pilot:
        await press(pilot, "f5", *"17")
        other.choose_line("owns")
        await press(pilot, "f9")
        assert any("Your answer was not said" in message for message in told(app))
        assert room(app) is app.screen
        assert room(app).free.draft == "17"


async def test_a_line_is_no_wider_than_can_be_read_and_the_keys_stand_apart() -> None:
    app = at_the_question(FakeHouse(), "-")
    async with running(app, (200, 50)) as pilot:
        await press(pilot, "f5")
        assert area(app).content_size.width <= MEASURE
    app = at_the_question(FakeHouse(), "-")
    async with running(app, (120, 36)) as pilot:
        await press(pilot, "f5")
        assert "F9 Nói câu này  Esc Câu soạn sẵn  F2 Hồ sơ" in seen(app)


async def test_colours_changed_while_the_field_is_open_are_its_own_when_it_is_opened_again() -> None:
    app = at_the_question(FakeHouse())
    async with running(app) as pilot:
        first = app.theme
        await press(pilot, "f5", "f4", "escape")
        while app.theme != first:
            await press(pilot, "f4")
        await press(pilot, "f5")
        shown = {style.bgcolor for strip in app.screen._compositor.render_strips() for _, style, _ in strip if style}
        await press(pilot, "escape")
        fresh = OwnWordsScreen(room(app).free)
        await app.push_screen(fresh)
        await settled(pilot)
        anew = {style.bgcolor for strip in fresh._compositor.render_strips() for _, style, _ in strip if style}
        assert shown == anew
