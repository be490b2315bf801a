"""Every act of the facilitator's, by its key: what the room is told, and that nothing written is lost."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from simulator.errors import MachineError
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.workshop.console.app import ConsoleApp
from simulator.workshop.console.form import FormScreen
from simulator.workshop.console.screen import ConsoleScreen
from simulator.workshop.room import events as e
from tests.tui.house import press, running, seen, told, until
from tests.workshop.console.desk import FakeDesk, console, full_room, note


def screen(app: ConsoleApp) -> ConsoleScreen:
    assert isinstance(app.screen, ConsoleScreen), app.screen
    return app.screen


def last(desk: FakeDesk) -> e.RoomEvent:
    """What was said to the room last."""
    return desk.said[-1]


async def confirm(pilot: Pilot[None]) -> None:
    """Say yes to what is asked."""
    assert isinstance(pilot.app.screen, ConfirmScreen)
    await press(pilot, "tab", "enter")


async def write(pilot: Pilot[None], field: str, text: str) -> None:
    pilot.app.screen.query_one(f"#field-{field}").focus()
    await press(pilot, *("space" if sign == " " else sign for sign in text))


async def test_pause_and_resume_are_one_key() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "p")
        assert desk.room.state.paused
        await until(pilot, lambda: "paused" in seen(app))
        await press(pilot, "p")
        assert [one.kind for one in desk.said[-2:]] == ["paused", "resumed"]


async def test_a_waiting_room_is_started_and_then_goes_on_step_by_step() -> None:
    desk = FakeDesk("A", "B", pace="in_step", waits=True)
    app = console(desk)
    async with running(app) as pilot:
        assert "not started" in seen(app)
        await press(pilot, "n", "n")
        assert desk.said[-2:] == [e.WentOn(gate=1), e.WentOn(gate=2)]


async def test_two_facilitators_who_go_on_at_once_open_one_gate() -> None:
    desk = FakeDesk("A", pace="in_step")
    app = console(desk)
    async with running(app) as pilot:
        desk.other_node_says(e.WentOn(gate=2))
        await press(pilot, "n")
        assert [one for one in desk.said if isinstance(one, e.WentOn)] == [e.WentOn(gate=2)]


async def test_at_their_own_pace_nobody_is_moved_on() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "n")
        assert not any(isinstance(one, e.WentOn) for one in desk.said)


async def test_a_hint_goes_to_the_marked_seat() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "down", "h")
        await write(pilot, "text", "Nghe lại câu hỏi")
        await press(pilot, "f9")
        screen(app)
        assert last(desk) == e.Hinted(text="Nghe lại câu hỏi", to=("s2",))


async def test_a_hint_goes_to_the_ticked_seats() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "space", "down", "space", "h")
        await write(pilot, "text", "ok")
        await press(pilot, "f9")
        assert last(desk) == e.Hinted(text="ok", to=("s1", "s3"))


async def test_what_could_not_be_sent_stays_in_the_form() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "h")
        await write(pilot, "text", "giữ lấy")
        desk.rooms.trouble = MachineError("the record is out of reach")
        await press(pilot, "f9")
        assert isinstance(app.screen, FormScreen)
        assert told(app) == ["The record is out of reach"]
        await press(pilot, "escape", "h")
        assert isinstance(app.screen, FormScreen)
        assert app.screen.values["text"] == "giữ lấy"
        desk.rooms.trouble = None
        await press(pilot, "f9")
        assert last(desk) == e.Hinted(text="giữ lấy", to=("s1",))
        await press(pilot, "h")
        assert isinstance(app.screen, FormScreen)
        assert app.screen.values["text"] == ""


async def test_sending_does_not_overtake_what_was_typed_before_it() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "h")
        for key in (*"nghe", "f9"):
            app.simulate_key(key)
        await until(pilot, lambda: told(app) == ["Sent."])
        assert last(desk) == e.Hinted(text="nghe", to=("s1",))


async def test_an_empty_form_is_not_sent() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        before = len(desk.said)
        await press(pilot, "h", "f9")
        assert isinstance(app.screen, FormScreen)
        assert len(desk.said) == before


async def test_more_time_for_everybody() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "e", "f9")
        assert last(desk) == e.Extended(seconds=60)


async def test_more_time_for_whoever_is_ticked() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "space", "e", "tab", "right", "f9")
        assert last(desk) == e.Extended(seconds=30, to=("s1",))


async def test_time_is_not_given_to_an_observer_alone() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "end", "space", "e", "f9")
        assert isinstance(app.screen, FormScreen)
        assert not any(isinstance(one, e.Extended) for one in desk.said)
        assert told(app) == ["Nobody who plays is marked."]


async def test_news_written_on_the_spot() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "i")
        await write(pilot, "headline", "Tin mới")
        await write(pilot, "text", "Nước lên")
        await press(pilot, "f9")
        assert last(desk) == e.Injected(text="Nước lên", headline="Tin mới")


async def test_an_inject_of_the_scenario_is_brought_in_and_ticked() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "4", "down", "enter", "f9")
        said = last(desk)
        assert isinstance(said, e.Injected)
        assert (said.scene, said.headline, said.to) == ("yard", "Khe Ten gặp báo chí tại sân xã", ())
        await until(pilot, lambda: "✓1" in seen(app))


async def test_a_question_in_a_journalists_name() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "5", "enter")
        await write(pilot, "text", "Ai trực?")
        await press(pilot, "f9")
        assert last(desk) == e.Asked(journalist="hang", text="Ai trực?", skills=("accuracy", "empathy", "transparency"))


async def test_a_question_is_graded_on_one_skill_at_least() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "a")
        await write(pilot, "text", "Ai trực?")
        assert isinstance(app.screen, FormScreen)
        for chip in app.screen.query("FilterChip"):
            if getattr(chip, "key", "").startswith("skill-"):
                chip.value = ""  # type: ignore[attr-defined]
        await press(pilot, "f9")
        assert isinstance(app.screen, FormScreen)
        assert not any(isinstance(one, e.Asked) for one in desk.said)


async def test_a_seat_is_removed_and_restored_after_a_question() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "down", "r", "escape")
        assert not desk.room.state.seats["s2"].removed
        await press(pilot, "r")
        assert desk.room.state.seats["s2"].name in seen(app)
        assert "from the room?" in seen(app)
        await confirm(pilot)
        assert last(desk) == e.SeatRemoved(seat="s2")
        await press(pilot, "r")
        await confirm(pilot)
        assert last(desk) == e.SeatRestored(seat="s2")


async def test_a_verdict_keeps_what_was_changed_with_the_reason() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "down", "o")
        assert isinstance(app.screen, FormScreen)
        await press(pilot, "f9")
        assert isinstance(app.screen, FormScreen), "a reason is needed"
        await write(pilot, "reason", "Nói rõ rồi")
        await press(pilot, "f9")
        assert told(app)[-1] == "Nothing has been changed yet."
        chips = {getattr(chip, "key", ""): chip for chip in app.screen.query("FilterChip")}
        chips["flag-blame"].focus()
        await press(pilot, "right")
        chips["skill-accuracy"].focus()
        await press(pilot, "left", "f9")
        screen(app)
    assert desk.verdicts == [("session-s2-1", 1, {"accuracy": 4}, (), "Nói rõ rồi")]


async def test_pin_and_link_are_shown_only_when_asked_for() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        assert "4711" not in seen(app)
        await press(pilot, "l")
        assert "4711" in seen(app)
        assert "/seat/s1-token" in seen(app)


async def test_the_debrief_of_a_seat_and_back_to_the_room() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "escape")
        screen(app)


async def test_the_next_scenario_after_a_question() -> None:
    desk = full_room(programme=("sat-lo-khe-ten", "acid"))
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "x", "enter")
        await confirm(pilot)
        assert last(desk) == e.NextRun(place=1)


async def test_one_scenario_has_no_next() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        await press(pilot, "x")
        screen(app)


async def test_roles_rotate_at_all_tables_or_at_those_of_ticked_seats() -> None:
    desk = FakeDesk(*"ABCDEFGH", tables=True)
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "t")
        assert last(desk) == e.Rotated()
        await press(pilot, "end", "space", "t")
        assert last(desk) == e.Rotated(table="t2")


async def test_the_speaker_is_chosen_and_the_ratings_are_shown() -> None:
    desk = FakeDesk("A", "B", "C", pace="hot_seat")
    app = console(desk)
    async with running(app, size=(140, 40)) as pilot:
        await press(pilot, "down", "k")
        assert last(desk) == e.SpeakerChosen(seat="s2")
        exercise = desk.play("s2", "-", "owns")
        desk.room.say(e.HallRated(seat="s1", session=exercise.session_id, answer=1, levels={"accuracy": 2}))
        desk.catch_up()
        await press(pilot, "2", "v")
        assert last(desk) == e.RatingsShown(session=exercise.session_id, answer=1)
        assert "One rating of the hall" in seen(app)


async def test_the_room_is_closed_only_when_confirmed() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "c", "enter")
        assert not desk.room.state.closed
        await press(pilot, "c")
        await confirm(pilot)
        assert last(desk) == e.Closed()
        assert "closed" in seen(app)
        await press(pilot, "p", "i")
        screen(app)
        assert last(desk) == e.Closed(), "nothing begins in a closed room"


async def test_a_note_is_told_of_and_answered_with_a_hint() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        note(desk, "s3", "Không nghe rõ")
        await until(pilot, lambda: "7 Notes•" in seen(app))
        await press(pilot, "7")
        assert "Không nghe rõ" in seen(app)
        assert "•" not in seen(app)
        await press(pilot, "enter")
        await write(pilot, "text", "Sửa rồi")
        await press(pilot, "f9")
        assert last(desk) == e.Hinted(text="Sửa rồi", to=("s3",))


async def test_the_hot_wash_is_edited_put_and_answered() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "8", "enter")
        assert isinstance(app.screen, FormScreen)
        app.screen.query_one("#field-text").text = ""  # type: ignore[attr-defined]
        await press(pilot, "f9", "end", "enter")
        await write(pilot, "text", "Còn gì nữa?")
        await press(pilot, "f9", "s")
        await confirm(pilot)
        said = last(desk)
        assert isinstance(said, e.HotWashAsked)
        assert (len(said.questions), said.questions[-1]) == (5, "Còn gì nữa?")
        assert said.questions[0] == "What was hardest to answer, and why?"
        desk.room.say(e.HotWashAnswered(seat="s1", answers=("Câu về còi", "", "", "", "")))
        await until(pilot, lambda: "answered by 1 of 5" in seen(app))
        await press(pilot, "home")
        assert "Câu về còi" in seen(app)


@pytest.mark.parametrize("name", ["", "Bà Hoa"])
async def test_an_objective_is_rated_under_the_raters_name(name: str) -> None:
    desk = full_room()
    app = console(desk, name=name)
    async with running(app) as pilot:
        await press(pilot, "6", "enter", "f9")
        assert told(app) == ["Choose a mark: P, S, M or U."]
        chip = app.screen.query_one("FilterChip")
        chip.focus()
        await press(pilot, "right")
        await write(pilot, "note", "Rõ")
        await press(pilot, "f9")
        await until(pilot, lambda: "Rõ" in seen(app))
    rated = desk.ratings("session-s1-1")
    assert [(one.rating.objective, one.rating.mark, one.rating.by) for one in rated] == [
        (1, "P", name or "Facilitator")
    ]


async def test_an_answer_that_did_harm_holds_a_rating_at_m() -> None:
    desk = full_room()
    desk.play("s5", "-", "blames")
    desk.catch_up()
    desk.rate("session-s5-1", 1, "P", "", "X")
    app = console(desk)
    async with running(app, size=(140, 40)) as pilot:
        await press(pilot, "end", "up", "6")
        await until(pilot, lambda: "P→M" in seen(app))
        assert "counts as M" in seen(app)
