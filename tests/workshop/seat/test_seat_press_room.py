"""The press room of a seat: paused, in step, with the facilitator's orders, and always with the room's line."""

from __future__ import annotations

import pytest

from simulator.errors import MachineError
from simulator.session.events import DeadlinePassed
from simulator.tui.screens.dossier import DossierScreen
from simulator.workshop.room import events as e
from simulator.workshop.seat.app import SeatApp
from simulator.workshop.seat.messages import MessagesScreen
from simulator.workshop.seat.own_words import SeatOwnWordsScreen
from simulator.workshop.seat.press_room import SeatPressRoomScreen
from simulator.workshop.seat.room_bar import RoomBar
from tests.tui.house import press, seen, settled, told, until
from tests.workshop.seat.desk import FakeDesk, channel, happens, seated, sitting

TO_THE_GAUGE = ("enter", "2", "enter", "enter", "1", "enter", "enter")
"""To the question that has a time limit of 60 s."""

ASKED = e.Asked(journalist="hang", text="Và người trực ở đâu?", skills=("accuracy",))


def room(app: SeatApp) -> SeatPressRoomScreen:
    assert isinstance(app.screen, SeatPressRoomScreen)
    return app.screen


def line(app: SeatApp) -> str:
    return seen(app).split("\n")[app.screen.query_one(RoomBar).region.y]


async def test_paused_nothing_is_said_or_gone_past_and_the_clock_stands() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, *TO_THE_GAUGE)
        await happens(pilot, app, e.Paused())
        assert "Paused by the facilitator" in line(app)
        assert "⏸ 1:00" in seen(app)
        desk.house.clock.pass_time(100_000)
        await press(pilot, "1", "enter")
        assert len(room(app).exercise.state.answers) == 1
        assert any("paused the room" in message for message in told(app))
        await happens(pilot, app, e.Resumed())
        assert "1:00 left" in seen(app)
        assert not [event for event in desk.house.journal_events() if isinstance(event, DeadlinePassed)]
        await press(pilot, "enter")
        assert len(room(app).exercise.state.answers) == 2


async def test_paused_neither_an_inject_nor_an_aftermath_is_gone_past() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await happens(pilot, app, e.Paused())
        await press(pilot, "enter")
        assert room(app).table.scene.id == "yard"
        await happens(pilot, app, e.Resumed())
        await press(pilot, "enter", "2", "enter")
        await happens(pilot, app, e.Paused())
        await press(pilot, "enter")
        assert room(app).looking_back


async def test_paused_one_goes_on_writing_and_says_it_afterwards() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5", *"ba")
        await happens(pilot, app, e.Paused())
        await press(pilot, "c", "f9")
        assert isinstance(app.screen, SeatOwnWordsScreen)
        assert app.screen.query_one("#words").text == "bac"  # type: ignore[attr-defined]
        assert "Paused by the facilitator" in line(app)
        assert desk.house.graded == []
        await happens(pilot, app, e.Resumed())
        await press(pilot, "f9")
        assert desk.house.graded == ["bac"]
        assert room(app).looking_back


async def test_time_that_is_added_is_seen_in_the_clock_and_the_line() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, *TO_THE_GAUGE)
        await happens(pilot, app, e.Extended(seconds=90))
        assert "2:30 left" in seen(app)
        assert "1:30 more for this question" in line(app)


async def test_news_is_in_the_line_the_ticker_and_in_full_behind_f8_and_no_screen_comes_up_by_itself() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        news = e.Injected(text="The full text of it.", headline="Đê vỡ ở bản Ten", source="Báo Mới")
        await happens(pilot, app, news, e.Hinted(text="Look at fact 1."))
        assert isinstance(app.screen, SeatPressRoomScreen)
        assert "3 new [F8] From the facilitator: Look at fact 1." in line(app)
        assert "Đê vỡ ở bản Ten" in seen(app).split("\n")[-2]
        await press(pilot, "f8")
        assert isinstance(app.screen, MessagesScreen)
        page = seen(app)
        assert page.index("Look at fact 1.") < page.index("Đê vỡ") < page.index("The full text of it.")
        assert "Báo Mới" in page
        await press(pilot, "f8")
        assert "new [F8]" not in line(app)
        assert any("Đê vỡ" in spoken and "The full text" in spoken for spoken in channel(app).spoken)


async def test_a_message_that_comes_while_they_are_open_is_shown_and_read() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "f8")
        await happens(pilot, app, e.Hinted(text="One more."))
        assert "One more." in seen(app)
        await press(pilot, "escape")
        assert "new [F8]" not in line(app)


async def test_hints_are_shown_in_an_exam_too() -> None:
    app = seated(FakeDesk(mode="exam"))
    async with sitting(app) as pilot:
        await happens(pilot, app, e.Hinted(text="Breathe."))
        assert "Breathe." in line(app)


async def test_the_facilitators_question_takes_the_table() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "2")
        await happens(pilot, app, ASKED)
        assert "Và người trực ở đâu?" in seen(app)
        assert room(app).exercise.state.press is not None
        await press(pilot, "f5", *"bac", "f9")
        assert room(app).looking_back
        await press(pilot, "enter")
        assert room(app).table.scene.id == "opening", "and then the scene behind it"


async def test_whoever_writes_is_asked_after_the_answer_is_said() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5", *"ba")
        await happens(pilot, app, ASKED)
        assert isinstance(app.screen, SeatOwnWordsScreen)
        assert "A question waits for the end of this answer" in line(app)
        await press(pilot, "c", "escape")
        assert room(app).exercise.state.press is None, "a draft that lies there is an answer, too"
        await press(pilot, "f5", "f9")
        assert room(app).looking_back
        assert room(app).exercise.state.answers[-1].text == "bac"
        await press(pilot, "enter")
        assert "Và người trực ở đâu?" in seen(app)


async def test_whoever_gives_an_empty_field_up_is_asked_at_once() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5")
        await happens(pilot, app, ASKED)
        assert isinstance(app.screen, SeatOwnWordsScreen)
        await press(pilot, "escape")
        await settled(pilot)
        assert "Và người trực ở đâu?" in seen(app)


async def test_more_time_comes_at_once_even_while_one_writes() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, *TO_THE_GAUGE, "f5", *"bac")
        await happens(pilot, app, ASKED, e.Extended(seconds=60))
        await until(pilot, lambda: "2:00 left" in seen(app))
        assert app.screen.query_one("#words").text == "bac"  # type: ignore[attr-defined]


async def test_in_step_the_aftermath_waits_for_the_room() -> None:
    app = seated(FakeDesk(pace="in_step"))
    async with sitting(app) as pilot:
        await press(pilot, "enter", "2", "enter")
        assert "The facilitator moves the room on" in line(app)
        await press(pilot, "enter", "enter")
        assert room(app).looking_back
        assert any("moves the room on" in message for message in told(app))
        await happens(pilot, app, e.WentOn(gate=2))
        assert not room(app).looking_back
        assert room(app).table.scene.id == "log"
        assert "moves the room on" not in line(app)


async def test_whoever_has_not_answered_yet_is_not_moved_and_waits_for_nothing_afterwards() -> None:
    app = seated(FakeDesk(pace="in_step"))
    async with sitting(app) as pilot:
        await press(pilot, "enter")
        await happens(pilot, app, e.WentOn(gate=2))
        assert room(app).table.scene.id == "opening"
        await press(pilot, "2", "enter")
        assert room(app).looking_back
        await press(pilot, "enter")
        assert room(app).table.scene.id == "log"


async def test_a_gate_that_opens_while_the_dossier_is_open_leaves_it_open() -> None:
    app = seated(FakeDesk(pace="in_step"))
    async with sitting(app) as pilot:
        await press(pilot, "enter", "2", "enter", "f2")
        await happens(pilot, app, e.WentOn(gate=2))
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "escape")
        assert room(app).table.scene.id == "log"
        assert not room(app).looking_back


async def test_a_gate_that_opens_while_the_room_is_paused_takes_on_when_it_goes_on() -> None:
    app = seated(FakeDesk(pace="in_step"))
    async with sitting(app) as pilot:
        await press(pilot, "enter", "2", "enter")
        await happens(pilot, app, e.Paused(), e.WentOn(gate=2))
        assert room(app).looking_back
        await happens(pilot, app, e.Resumed())
        assert room(app).table.scene.id == "log"
        assert not room(app).looking_back


async def test_whoever_comes_back_to_a_closed_gate_does_not_see_what_is_behind_it() -> None:
    desk = FakeDesk(pace="in_step")
    app = seated(desk)
    async with sitting(app) as pilot:
        await press(pilot, "enter", "2", "enter")
    again = seated(desk)
    async with sitting(again) as pilot:
        assert room(again).looking_back
        await happens(pilot, again, e.WentOn(gate=2))
        assert not room(again).looking_back


async def test_at_a_closed_gate_the_facilitators_question_comes_at_once() -> None:
    app = seated(FakeDesk(pace="in_step"))
    async with sitting(app) as pilot:
        await press(pilot, "enter", "2", "enter")
        await happens(pilot, app, ASKED)
        assert "Và người trực ở đâu?" in seen(app)
        await press(pilot, "f5", "x", "f9", "enter")
        assert room(app).looking_back, "and then one waits again"


async def test_a_seat_does_not_stop_the_clock_itself() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, *TO_THE_GAUGE)
        await press(pilot, "f8")
        assert isinstance(app.screen, MessagesScreen)


async def test_the_record_out_of_reach_is_told_and_that_it_is_back() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        desk.trouble = "the record is out of reach"
        desk.told[0]("trouble")
        await settled(pilot)
        assert "what you type is kept" in line(app)
        desk.trouble = ""
        desk.told[0]("trouble")
        await settled(pilot)
        assert "what you type is kept" not in line(app)


async def test_an_order_that_cannot_be_recorded_is_told_and_the_room_stands() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:

        def fails(exercise: object, *, questions: bool = True) -> None:
            raise MachineError("the record cannot be reached")

        desk.apply_orders = fails  # type: ignore[method-assign]
        await happens(pilot, app, ASKED)
        assert room(app).table.scene.id == "yard"
        assert len(told(app)) == 1


async def test_what_is_on_the_table_is_read_aloud_and_then_what_became_of_it() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        assert "Cán bộ nói to" in channel(app).spoken[-1]
        await press(pilot, "enter")
        assert "Còi báo sạt lở sao không kêu" in channel(app).spoken[-1]
        await press(pilot, "2", "enter")
        assert "of 100" in channel(app).spoken[-1]


async def test_the_page_guards_what_is_written_until_it_is_said() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5", *"bac")
        assert channel(app).drafts == [True]
        await press(pilot, "f9")
        assert channel(app).drafts == [True, False]


async def test_the_language_is_ones_own() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await happens(pilot, app, e.Paused())
        await press(pilot, "f3")
        assert "Paused by the facilitator" not in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (140, 40), (46, 20)])
async def test_the_line_is_always_there_and_moves_nothing(size: tuple[int, int]) -> None:
    app = seated(FakeDesk())
    async with sitting(app, size) as pilot:
        await press(pilot, "enter")
        for _ in range(2):
            place = app.screen.query_one(RoomBar).region
            stage = app.screen.query("#stage, #words").first().region
            assert place.height == 1
            assert place.width == size[0]
            await happens(pilot, app, e.Hinted(text="one two three " * 40), e.Paused())
            assert app.screen.query_one(RoomBar).region == place
            assert app.screen.query("#stage, #words").first().region == stage
            await happens(pilot, app, e.Resumed())
            await press(pilot, "f5")


async def test_hostile_messages_are_text() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        evil = "[link=x]a[/link] \x1b]0;b\x07 $primary \u202e"
        await happens(pilot, app, e.Hinted(text=evil), e.Injected(text=evil, headline=evil, source=evil))
        assert "[link=x]a[/link] ␛]0;b␇ $primary" in line(app)
        await press(pilot, "f8")
        assert seen(app).count("[link=x]a[/link] ␛]0;b␇ $primary") == 4
