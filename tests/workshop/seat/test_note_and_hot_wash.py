"""A private note, and the closing questions."""

from __future__ import annotations

from simulator.errors import MachineError
from simulator.workshop.room import events as e
from simulator.workshop.seat.hot_wash import HotWashScreen
from simulator.workshop.seat.lobby import LobbyScreen
from simulator.workshop.seat.note import NoteScreen
from simulator.workshop.seat.press_room import SeatPressRoomScreen
from tests.tui.house import press, seen, told
from tests.workshop.seat.desk import FakeDesk, channel, happens, seated, sitting

EVIL = "[bold]An[/] \u202e$primary"


async def test_a_note_is_sent_and_leads_back() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5", "f7", *"hi", "f9")
        assert desk.said[-1] == e.Noted(seat="s1", text="hi")
        assert not isinstance(app.screen, NoteScreen)
        assert told(app) == ["Your note has been sent to the facilitator."]
        await press(pilot, "f7")
        assert app.screen.query_one("#note").text == ""  # type: ignore[attr-defined]


async def test_an_empty_note_is_not_sent() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "f7", "space", "f9")
        assert isinstance(app.screen, NoteScreen)
        assert not [event for event in desk.said if isinstance(event, e.Noted)]


async def test_a_note_that_could_not_be_sent_stays_in_the_field() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        desk.rooms.trouble = MachineError("the record cannot be reached")
        await press(pilot, "f7", *"hi", "f9")
        assert app.screen.query_one("#note").text == "hi"  # type: ignore[attr-defined]
        assert len(told(app)) == 1
        await press(pilot, "escape")
        assert isinstance(app.screen, SeatPressRoomScreen)
        desk.rooms.trouble = None
        await press(pilot, "f7", "f9")
        assert desk.said[-1] == e.Noted(seat="s1", text="hi")
        assert channel(app).drafts == [True, False]


async def test_closing_questions_are_offered_answered_and_answered_anew() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await happens(pilot, app, e.HotWashAsked(questions=("What went [red]well?", "What did not?")))
        assert isinstance(app.screen, SeatPressRoomScreen), "nothing comes up by itself"
        assert "Closing questions" in seen(app)
        await press(pilot, "f8", "enter")
        assert isinstance(app.screen, HotWashScreen)
        assert "What went [red]well?" in seen(app)
        await press(pilot, *"ok", "tab", *"no", "f9")
        assert desk.said[-1] == e.HotWashAnswered(seat="s1", answers=("ok", "no"))
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, LobbyScreen)
        await press(pilot, "h", "end", "x", "f9")
        assert desk.said[-1] == e.HotWashAnswered(seat="s1", answers=("okx", "no"))


async def test_closing_answers_that_could_not_be_sent_are_there_the_next_time() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await happens(pilot, app, e.HotWashAsked(questions=("What?",)))
        desk.rooms.trouble = MachineError("the record cannot be reached")
        await press(pilot, "f8", "h", *"ok", "f9")
        assert isinstance(app.screen, HotWashScreen)
        await press(pilot, "escape", "h")
        assert app.screen.query_one("#closing-1").text == "ok"  # type: ignore[attr-defined]


async def test_after_the_close_no_answer_is_sent() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await happens(pilot, app, e.HotWashAsked(questions=("What?",)))
        await press(pilot, "f8", "h", *"ok")
        await happens(pilot, app, e.Closed())
        await press(pilot, "f9")
        assert isinstance(desk.said[-1], e.Closed)


async def test_on_a_phone_the_fields_and_the_lobby_can_be_used() -> None:
    app = seated(desk := FakeDesk(waits=True))
    async with sitting(app, (46, 20)) as pilot:
        assert "4821" in seen(app)
        await happens(pilot, app, e.HotWashAsked(questions=tuple(f"Question {number}?" for number in range(1, 9))))
        await press(pilot, "h")
        assert "1. Question 1?" in seen(app)
        await press(pilot, *["tab"] * 7, *"last")
        assert "8. Question 8?" in seen(app)
        await press(pilot, "f9")
        assert desk.said[-1].answers[-1] == "last"  # type: ignore[union-attr]


async def test_a_hostile_name_is_text() -> None:
    app = seated(FakeDesk(waits=True, name=EVIL))
    async with sitting(app):
        assert "[bold]An[/] \ufffd$primary" in seen(app)
        assert "Lớp [bold]tập huấn" in seen(app)
