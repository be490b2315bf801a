"""The lobby: waiting, coming in, leaving, coming back, the next run, the end, and being removed."""

from __future__ import annotations

from simulator.errors import MachineError
from simulator.tui.screens.debrief import DebriefScreen
from simulator.workshop.room import events as e
from simulator.workshop.seat.ending import SeatEndingScreen
from simulator.workshop.seat.lobby import LobbyScreen, RemovedScreen
from simulator.workshop.seat.press_room import SeatPressRoomScreen
from tests.tui.house import press, seen, told, until
from tests.workshop.seat.desk import FakeDesk, channel, happens, seated, sitting

TO_THE_END = ("enter", "2", "enter", "enter", "1", "enter", "enter", "1", "enter", "enter")


async def test_one_waits_for_the_start_and_is_taken_in_by_it() -> None:
    app = seated(desk := FakeDesk(waits=True))
    async with sitting(app) as pilot:
        assert isinstance(app.screen, LobbyScreen)
        for words in ("An", "ABC234", "Here now: 1", "Waiting for the facilitator to begin.", "4821"):
            assert words in seen(app)
        assert not desk.begun, "nobody's session begins before the room does"
        await happens(pilot, app, e.WentOn(gate=1))
        assert isinstance(app.screen, SeatPressRoomScreen)


async def test_who_comes_meanwhile_is_counted() -> None:
    app = seated(FakeDesk(waits=True))
    async with sitting(app) as pilot:
        await happens(pilot, app, e.SeatTaken(seat="s2", name="Bình", pin="1111"))
        await until(pilot, lambda: "Here now: 2" in seen(app))


async def test_at_ones_own_pace_one_is_in_the_press_room_at_once_and_told_the_pin() -> None:
    app = seated(FakeDesk())
    async with sitting(app):
        assert isinstance(app.screen, SeatPressRoomScreen)
        assert "Your PIN is 4821" in seen(app)


async def test_ctrl_q_leads_to_the_lobby_and_enter_back_with_the_clock_standing_meanwhile() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5", *"bac", "f2", "ctrl+q")
        assert isinstance(app.screen, LobbyScreen)
        assert "The press room is ready." in seen(app)
        before = desk.house.clock.now_ms()
        desk.house.clock.pass_time(5_000)
        assert desk.house.clock.now_ms() == before
        await press(pilot, "ctrl+q")
        assert app.is_running
        assert "Close this page" in told(app)[0]
        await press(pilot, "enter", "f5", "x")
        assert app.screen.query_one("#words").text == "bacx"  # type: ignore[attr-defined]


async def test_in_an_exam_the_lobby_stops_no_clock() -> None:
    app = seated(desk := FakeDesk(mode="exam"))
    async with sitting(app) as pilot:
        await press(pilot, "enter", "ctrl+q")
        before = desk.house.clock.now_ms()
        desk.house.clock.pass_time(5_000_000)
        assert desk.house.clock.now_ms() > before
        assert not desk.begun[1].state.answers
        await press(pilot, "enter")
        await until(pilot, lambda: len(desk.begun[1].state.answers) == 1)


async def test_leaving_by_escape_asks_and_speaks_of_the_lobby() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "escape")
        assert "from the lobby" in " ".join(seen(app).replace("│", "").split())
        await press(pilot, "y")
        assert isinstance(app.screen, LobbyScreen)


async def test_there_is_no_way_to_a_library() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, *TO_THE_END)
        assert isinstance(app.screen, SeatEndingScreen)
        assert "Library" not in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        assert "Library" not in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, LobbyScreen)
        assert "You have come to the end." in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, LobbyScreen)
        await press(pilot, "d")
        assert isinstance(app.screen, DebriefScreen)


async def test_the_next_run_takes_everybody_along_and_leaves_the_former_debrief() -> None:
    app = seated(desk := FakeDesk(programme=("sat-lo-khe-ten", "acid")))
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5", *"bac")
        await happens(pilot, app, e.NextRun(place=1))
        assert isinstance(app.screen, SeatPressRoomScreen)
        assert app.screen.exercise.scenario.id == "acid"
        assert desk.house.drafts[desk.begun[1].session_id].text == "bac"
        await press(pilot, "escape", "y")
        assert "Scenario 2 of 2" in seen(app)
        await press(pilot, "d")
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.exercise.session_id == desk.begun[1].session_id


async def test_a_press_room_that_cannot_be_prepared_is_told_and_tried_again() -> None:
    desk = FakeDesk()
    desk.house.trouble = MachineError("the record cannot be reached")
    app = seated(desk)
    async with sitting(app) as pilot:
        assert isinstance(app.screen, LobbyScreen)
        assert "tried again: The record cannot be reached" in " ".join(seen(app).replace("▌", "").split())
        desk.house.trouble = None
        await until(pilot, lambda: isinstance(app.screen, SeatPressRoomScreen))


async def test_removed_is_a_curtain_and_the_end_of_the_channel() -> None:
    app = seated(FakeDesk())
    async with sitting(app) as pilot:
        await happens(pilot, app, e.SeatRemoved(seat="s1"))
        assert isinstance(app.screen, RemovedScreen)
        assert "The facilitator has removed this seat." in seen(app)
        assert channel(app).ends == ["The facilitator has removed this seat."]


async def test_that_somebody_else_is_removed_changes_nothing() -> None:
    app = seated(FakeDesk(e.SeatTaken(seat="s2", name="Bình", pin="1111")))
    async with sitting(app) as pilot:
        await happens(pilot, app, e.SeatRemoved(seat="s2"))
        assert isinstance(app.screen, SeatPressRoomScreen)
        assert not channel(app).ends


async def test_in_a_closed_room_nothing_more_is_recorded_and_the_debrief_can_be_read() -> None:
    app = seated(desk := FakeDesk())
    async with sitting(app) as pilot:
        await press(pilot, "enter", "2")
        await happens(pilot, app, e.Closed())
        await press(pilot, "enter")
        assert not desk.begun[1].state.answers
        assert any("closed" in message for message in told(app))
        await press(pilot, "ctrl+q")
        assert "The room is closed." in seen(app)
        await press(pilot, "d")
        assert isinstance(app.screen, DebriefScreen)


async def test_a_seat_opened_anew_comes_back_to_its_very_place_and_its_draft() -> None:
    desk = FakeDesk()
    app = seated(desk)
    async with sitting(app) as pilot:
        await press(pilot, "enter", "f5", *"bac", "escape")
    again = seated(desk)
    async with sitting(again):
        assert again.screen.query_one("#words").text == "bac"  # type: ignore[attr-defined]
        assert "4821" not in seen(again), "whoever has begun knows the PIN"
