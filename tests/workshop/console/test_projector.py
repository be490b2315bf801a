"""The projector: how to join, then walls and spreads without a name, ratings and closing questions, by itself."""

from __future__ import annotations

import pytest
from textual.content import Content

from simulator.workshop.console.app import ProjectorApp
from simulator.workshop.console.cards import Cards
from simulator.workshop.console.projected import frames
from simulator.workshop.console.projector import ProjectorScreen
from simulator.workshop.room import events as e
from tests.tui.house import press, running, seen, settled, until
from tests.workshop.console.desk import FakeDesk, console, full_room

NAMES = ("Lan Anh", "Minh", "Thảo", "Quốc Bảo", "Yến", "Giám sát viên")


def kinds(desk: FakeDesk) -> list[str]:
    desk.catch_up()
    return [one.kind for one in frames(desk.room.state, desk.watch.sessions)]


def test_before_the_start_it_shows_how_to_join() -> None:
    assert kinds(FakeDesk("A", waits=True)) == ["join"]


def test_answers_are_shown_once_two_thirds_have_given_theirs() -> None:
    desk = FakeDesk("A", "B", "C", "D", "E")
    for owner in ("s1", "s2", "s3"):
        desk.play(owner, "-", "owns")
    assert kinds(desk) == ["join"]
    desk.play("s4", "-", "late")
    assert kinds(desk) == ["wall", "spread"]


def test_two_answers_are_never_shown() -> None:
    desk = FakeDesk("A", "B")
    desk.play("s1", "-", "owns")
    desk.play("s2", "-", "owns")
    assert kinds(desk) == ["join"]


def test_in_an_exam_no_grade_is_shown_before_everybody_has_finished() -> None:
    desk = FakeDesk("A", "B", "C", mode="exam")
    for owner in ("s1", "s2", "s3"):
        desk.play(owner, "-", "owns")
    assert kinds(desk) == ["wall"]
    for owner in ("s1", "s2", "s3"):
        desk.play(owner, "publish", "plain")
    assert kinds(desk) == ["wall", "spread"]


def test_ratings_are_shown_until_the_speaker_has_answered_again() -> None:
    desk = FakeDesk("A", "B", pace="hot_seat")
    desk.room.say(e.SpeakerChosen(seat="s1"))
    session = desk.play("s1", "-", "owns").session_id
    desk.room.say(e.HallRated(seat="s2", session=session, answer=1, levels={"accuracy": 3}))
    assert kinds(desk) == ["wall"], "the grade would tell the hall what to give"
    desk.room.say(e.RatingsShown(session=session, answer=1))
    assert kinds(desk) == ["ratings"]
    desk.play("s1", "publish", "plain")
    assert kinds(desk) == ["wall"]


def test_the_closing_questions_come_before_everything_else() -> None:
    desk = full_room()
    desk.room.say(e.HotWashAsked(questions=("Còn gì?",)))
    assert kinds(desk) == ["hot_wash"]
    desk.room.say(e.Closed())
    assert kinds(desk) == ["closed"]


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_nobody_is_named_on_any_picture(size: tuple[int, int]) -> None:
    desk = full_room()
    desk.play("s4", "late")
    desk.catch_up()
    app = console(desk, kind=ProjectorApp)
    async with running(app, size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, ProjectorScreen)
        seen_kinds = set()
        for _ in range(6):
            seen_kinds.add(screen.frame.kind)
            assert not any(name in seen(app) for name in NAMES)
            screen.turn()
            await settled(pilot)
        assert seen_kinds == {"wall", "spread"}


async def test_it_follows_the_room_without_a_key() -> None:
    desk = full_room()
    app = console(desk, kind=ProjectorApp)
    async with running(app) as pilot:
        desk.room.say(e.HotWashAsked(questions=("Còn gì nữa không?",)))
        await until(pilot, lambda: "Còn gì nữa không?" in seen(app))
        await press(pilot, "p", "c")
        assert not desk.room.state.paused


def test_cards_stand_side_by_side_where_there_is_room() -> None:
    cards = Cards(tuple((Content(f"n{n}"), Content("chữ " * 60)) for n in range(5)))
    assert "n1" in cards.lines(80)[0].plain
    assert "n1" not in cards.lines(50)[0].plain
    for width in (20, 50, 80, 140):
        assert max(line.cell_length for line in cards.lines(width)) <= width
