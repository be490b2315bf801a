"""The hall of a hot seat: follows the speaker, rates by the rubric, and compares once it may."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.rubric import SKILLS
from simulator.workshop.room import events as e
from simulator.workshop.room.state import RoomState
from simulator.workshop.seat.app import SeatApp
from simulator.workshop.seat.hall import HallScreen
from simulator.workshop.seat.hall_rating import Hall
from simulator.workshop.seat.press_room import SeatPressRoomScreen
from tests.tui.house import press, seen, told, until
from tests.tui.test_hostile_text import H
from tests.workshop.seat.desk import channel
from tests.workshop.seat.table_room import NAMES, TableRoom, acts, seats


def hot_seat(*names: str, mode: str = "practice") -> TableRoom:
    room = TableRoom(*(names or NAMES[:3]), pace="hot_seat", mode=mode)
    room.live.say(e.SpeakerChosen(seat="s1"))
    return room


def hall(app: SeatApp) -> HallScreen:
    assert isinstance(app.screen, HallScreen)
    return app.screen


def rated(room: TableRoom, seat: str, *levels: int, answer: int = 1) -> e.HallRated:
    skills = ("accuracy", "empathy", "transparency")
    given = dict(zip(skills, levels, strict=True))
    return e.HallRated.model_validate(
        {"seat": seat, "session": room.session.session_id, "answer": answer, "levels": given}
    )


async def test_the_hall_rates_and_then_sees_how_close_it_is() -> None:
    room = hot_seat()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        assert isinstance(an.screen, SeatPressRoomScreen)
        assert "Hot seat: An" in seen(binh)
        await press(first, "enter", "1", "enter")
        await until(second, lambda: hall(binh).does == "rates")
        assert "An answers" in seen(binh)
        assert "Còi của xã hỏng từ tháng trước." in seen(binh)
        assert "grader" not in seen(binh)
        await press(second, "enter")
        assert "Give every skill a level first." in told(binh)
        await press(second, "4", "1", "right", "enter")
        sent = room.live.state.ratings[room.session.session_id, 1]["s2"]
        assert sent == {"accuracy": 4, "empathy": 1, "transparency": 2}
        assert "You and the grader: 3 of 3 levels within one; 0.3 levels apart on average." in seen(binh)
        await press(second, "enter")
        assert "the answer comes next" in seen(binh)


async def test_what_the_others_rate_comes_in_and_not_before_one_has_rated() -> None:
    room = hot_seat(*NAMES)
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh, size=(140, 40)) as pilots:
        await press(pilots[0], "enter", "1", "enter")
        await until(pilots[1], lambda: hall(binh).does == "rates")
        await acts(room, pilots, rated(room, "s3", 0, 4, 2))
        assert "hall" not in seen(binh).lower().replace("podium", "")
        await press(pilots[1], "3", "3", "3", "enter")
        assert "2 in the hall have rated." in seen(binh)
        await acts(room, pilots, rated(room, "s4", 4, 4, 4))
        await until(pilots[1], lambda: "3 in the hall have rated." in seen(binh))
        assert "2.3 ±1.7  0×1 3×1 4×1" in seen(binh)


async def test_a_click_and_the_arrows_rate_too() -> None:
    room = hot_seat()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        await press(first, "enter", "1", "enter")
        await until(second, lambda: hall(binh).does == "rates")
        rows = seen(binh).splitlines()
        row = next(y for y, line in enumerate(rows) if "Empathy" in line)
        await second.click(offset=(rows[row].index(" 4 ") + 1, row))
        await press(second, "up", "right", "right", "down", "down", "left")
        assert hall(binh)._sheet.levels == {"empathy": 4, "accuracy": 3, "transparency": 2}


async def test_shown_by_the_facilitator_it_is_seen_by_all_and_rated_no_more() -> None:
    room = hot_seat()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as pilots:
        await press(pilots[0], "enter", "1", "enter")
        await until(pilots[1], lambda: hall(binh).does == "rates")
        shown = e.RatingsShown(session=room.session.session_id, answer=1)
        await acts(room, pilots, rated(room, "s3", 3, 1, 2), shown)
        await until(pilots[1], lambda: "One in the hall has rated." in seen(binh))
        assert "grader" in seen(binh)


async def test_an_examination_keeps_the_grader_back_until_it_is_shown() -> None:
    room = hot_seat(mode="exam")
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as pilots:
        await press(pilots[0], "enter", "1", "enter")
        await until(pilots[1], lambda: hall(binh).does == "rates")
        await press(pilots[1], "3", "3", "3", "enter")
        assert "The grader's levels are told in the debrief." in seen(binh)
        assert "You and the grader" not in seen(binh)
        await acts(room, pilots, e.RatingsShown(session=room.session.session_id, answer=1))
        await until(pilots[1], lambda: "You and the grader" in seen(binh))


async def test_an_observer_sees_the_same_and_does_not_rate() -> None:
    room = hot_seat()
    room.live.say(e.SeatTaken(seat="s4", name="Quan", pin="1234", observer=True))
    an, quan = room.app("s1"), room.app("s4")
    async with seats(room, an, quan) as pilots:
        await press(pilots[0], "enter", "1", "enter")
        await until(pilots[1], lambda: hall(quan).does == "compares")
        assert "Nobody has rated this answer yet." in seen(quan)
        await press(pilots[1], "3", "3", "3", "enter")
        assert not room.live.state.ratings


async def test_a_rating_that_could_not_be_recorded_is_still_there_to_be_sent() -> None:
    from simulator.errors import MachineError

    room = hot_seat()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        await press(first, "enter", "1", "enter")
        await until(second, lambda: hall(binh).does == "rates")
        await press(second, "3", "2", "1")
        room.rooms.trouble = MachineError("the disk is full")
        await press(second, "enter")
        assert hall(binh).does == "rates"
        room.rooms.trouble = None
        await press(second, "enter")
        assert hall(binh).does == "compares"


async def test_whoever_rates_is_not_interrupted_by_the_next_answer() -> None:
    room = hot_seat()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        await press(first, "enter", "1", "enter")
        await until(second, lambda: hall(binh).does == "rates")
        await press(second, "3")
        await press(first, "enter", "1", "enter", "enter", "1", "enter")
        await asyncio.sleep(0.3)
        await until(second, lambda: len(hall(binh).state.answers) == 2)
        assert hall(binh).hall.at == 1
        await press(second, "3", "3", "enter")
        assert "Another answer has been given meanwhile." in seen_all(binh)
        await press(second, "enter")
        assert (hall(binh).hall.at, hall(binh).does) == (2, "rates")
        assert "Nguyên nhân là gì?" in seen(binh)


def seen_all(app: SeatApp) -> str:
    """What is shown and what one has to scroll to."""
    lines = app.screen.query_one("#said").__getattribute__("_pane").lines
    return seen(app) + "".join(strip.text for strip in lines)


async def test_another_speaker_is_followed_from_then_on() -> None:
    room = hot_seat()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as pilots:
        await acts(room, pilots, e.SpeakerChosen(seat="s2"))
        await until(pilots[0], lambda: isinstance(an.screen, HallScreen))
        assert isinstance(binh.screen, SeatPressRoomScreen)
        assert "Hot seat: Bình" in seen(an)


async def test_hostile_names_in_the_hall_are_data() -> None:
    room = hot_seat("[bold]An[/]", "Bình")
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        assert "Hot seat: [bold]An[/]" in seen(binh)
        await press(first, "enter", "f5")
        an.screen.query_one("#words").load_text(H)  # type: ignore[attr-defined]
        await press(first, "f9")
        await until(second, lambda: hall(binh).does == "rates")
        assert "[bold red]x[/] {name}" in seen(binh)
        assert not {"\x1b", "\x07", "\x9b"} & set(seen(binh))


STEPS = st.lists(st.tuples(st.sampled_from(["follow", "go_on"]), st.integers(0, 5), st.booleans()), max_size=12)


@given(STEPS)
def test_the_hall_is_never_beyond_the_answers_there_are(steps: list[tuple[str, int, bool]]) -> None:
    at, answers = Hall(), 0
    for kind, count, busy in steps:
        if kind == "follow":
            answers = count
            at = at.follow("a", answers, busy)
        else:
            at = at.go_on(answers)
        assert at.at <= answers
        assert at.done <= answers


def test_another_session_begins_at_its_own_answers() -> None:
    assert Hall("a", 3, 3).follow("b", 1, busy=True) == Hall("b", 1, 0)
    assert Hall("a", 2, 1).does(RoomState(), "s1") == "compares", "a seat that is not there rates nothing"
    assert SKILLS


async def test_what_the_hall_has_heard_is_not_taken_back_for_its_ratings_are_of_that_answer() -> None:
    room = hot_seat()
    an = room.app("s1")
    async with seats(room, an) as (pilot,):
        await press(pilot, "enter", "1", "enter")
        assert room.session.can_take_back
        assert an.screen.check_action("take_back", ()) is False
        await press(pilot, "u", "enter")
        assert len(room.session.state.answers) == 1


async def test_the_hall_is_read_the_question_the_answer_its_own_levels_and_how_close_it_is() -> None:
    room = hot_seat()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        assert heard(binh) == ["Sân xã, trời còn mưa"]
        await press(first, "enter")
        await until(second, lambda: len(heard(binh)) == 2)
        assert heard(binh)[1].endswith("asks:")
        await press(first, "1", "enter")
        await until(second, lambda: hall(binh).does == "rates")
        assert "An answers. Còi của xã hỏng từ tháng trước." in channel(binh).spoken[-1]
        await press(second, "4")
        assert channel(binh).spoken[-1] == "Accuracy: 4, exemplary\nEmpathy: no level yet"
        await press(second, "1", "2", "enter")
        assert "You and the grader: 3 of 3 levels within one" in channel(binh).spoken[-1]


def heard(app: SeatApp) -> list[str]:
    """The first line of all that was read aloud."""
    return [text.split("\n")[0] for text in channel(app).spoken]
