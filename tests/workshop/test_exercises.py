"""Owners' sessions: one for each and run however many nodes begin it, shared at a table, with orders once each."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from simulator.errors import UsageError
from simulator.journal.connect import OpenedWorkshop, open_workshop
from simulator.session.room_inject import RoomInject
from simulator.workshop.room import events as e
from tests.workshop.nodes import node, open_room


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedWorkshop]:
    opened = open_workshop(f"sqlite:///{tmp_path}/room.sqlite3")
    yield opened
    opened.close()


def test_a_seat_s_session_is_begun_once_and_taken_up_elsewhere(opened: OpenedWorkshop) -> None:
    open_room(opened)
    one, other = node(opened), node(opened)
    here = one.desk("s1").exercise()
    assert one.desk("s1").exercise() is here
    there = other.desk("s1").exercise()
    assert (there.session_id, there.state) == (here.session_id, here.state)
    assert opened.journal.header(here.session_id).learner == "Người 1"
    assert one.live.catch_up().session("s1") == here.session_id


def test_many_that_begin_at_once_on_two_nodes_come_to_one_session_each(opened: OpenedWorkshop) -> None:
    open_room(opened, seats=4, tables=True)
    nodes = [node(opened), node(opened)]
    desks = [nodes[n % 2].desk(f"s{n % 4 + 1}") for n in range(8)]
    with ThreadPoolExecutor(8) as threads:
        exercises = list(threads.map(lambda desk: desk.exercise(), desks))
    assert len({one.session_id for one in exercises}) == 1
    assert len(opened.journal.session_ids()) == 1
    assert opened.journal.header(exercises[0].session_id).learner == "Người 1, Người 2, Người 3, Người 4"


def test_a_node_that_dies_after_it_agreed_on_an_id_leaves_the_session_to_others(opened: OpenedWorkshop) -> None:
    open_room(opened)
    one = node(opened)
    one.live.say(e.Begun(owner="s1", run=1, session="agreed-and-died"))
    assert node(opened).desk("s1").exercise().session_id == "agreed-and-died"


def test_nothing_new_begins_in_a_closed_room_and_what_was_begun_goes_on(opened: OpenedWorkshop) -> None:
    open_room(opened)
    one = node(opened)
    begun = one.desk("s1").exercise()
    one.live.say(e.Closed())
    assert node(opened).desk("s1").exercise().session_id == begun.session_id
    with pytest.raises(UsageError):
        one.desk("s2").exercise()


def test_each_run_has_sessions_of_its_own(opened: OpenedWorkshop) -> None:
    open_room(opened, programme=("lu-quet-na-lai", "chemical-spill-nam-ta"))
    one = node(opened)
    first = one.desk("s1").exercise()
    one.live.say(e.NextRun(place=1))
    second = one.desk("s1").exercise()
    assert first.session_id != second.session_id
    assert (first.scenario.id, second.scenario.id) == ("lu-quet-na-lai", "chemical-spill-nam-ta")


def test_orders_come_into_a_session_once_however_often_and_wherever_they_are_applied(opened: OpenedWorkshop) -> None:
    open_room(opened)
    one, other = node(opened), node(opened)
    desk = one.desk("s1")
    exercise = desk.exercise()
    one.live.say(e.Injected(text="Trời lại mưa to.", headline="Mưa lớn trở lại"))
    journalist = exercise.scenario.cast.journalists[0].id
    one.live.say(e.Asked(journalist=journalist, text="Vì sao chậm?", skills=("timeliness",)))
    for _ in range(2):
        desk.apply_orders(exercise)
    elsewhere = other.desk("s1")
    elsewhere.apply_orders(elsewhere.exercise())
    events = [entry.event for entry in opened.journal.entries(exercise.session_id)]
    assert [type(event).__name__ for event in events] == ["Started", "Injected", "Pressed"]
    assert exercise.state.press is not None
    assert exercise.state.press.text == "Vì sao chậm?"


def test_a_question_of_the_facilitator_s_waits_for_who_writes(opened: OpenedWorkshop) -> None:
    open_room(opened)
    one = node(opened)
    desk = one.desk("s1")
    exercise = desk.exercise()
    journalist = exercise.scenario.cast.journalists[0].id
    one.live.say(e.Asked(journalist=journalist, text="Vì sao chậm?", skills=("timeliness",), to=("s1",)))
    desk.apply_orders(exercise, questions=False)
    assert exercise.state.press is None
    desk.apply_orders(exercise)
    assert exercise.state.press is not None
    second = one.desk("s2")
    second.apply_orders(second.exercise())
    assert second.exercise().state.press is None


def test_more_time_for_what_has_no_limit_does_not_come_to_a_later_question(opened: OpenedWorkshop) -> None:
    open_room(opened)
    one = node(opened)
    desk = one.desk("s1")
    exercise = desk.exercise()
    assert exercise.time_left_ms is None
    one.live.say(e.Extended(seconds=60))
    desk.apply_orders(exercise)
    (order,) = (given.number for given in one.live.state.orders_for("s1"))
    assert order in exercise.state.orders
    assert exercise.state.extra_ms == 0
    assert node(opened).desk("s1").exercise().state.orders == (order,)


def test_a_session_that_went_on_at_another_node_is_taken_up_where_it_stands(opened: OpenedWorkshop) -> None:
    open_room(opened)
    one, other = node(opened), node(opened)
    here = one.desk("s1").exercise()
    there = other.desk("s1").exercise()
    there.inject(RoomInject(5, "Trời lại mưa to."))
    assert here.state.injected == ()
    assert one.desk("s1").exercise() is here
    assert here.state == there.state


def test_every_seat_of_a_table_can_be_told_its_story_in_another_language(opened: OpenedWorkshop) -> None:
    open_room(opened, tables=True)
    one = node(opened)
    first, second = one.desk("s1"), one.desk("s2")
    exercise = first.exercise()
    assert second.exercise() is exercise
    second.house.speak("en")
    assert second.house.retold(exercise.scenario).language == "en"
    assert exercise.scenario.language == "vi"


def test_what_one_at_a_table_writes_the_others_read(opened: OpenedWorkshop) -> None:
    open_room(opened, tables=True)
    one, other = node(opened), node(opened)
    exercise = one.desk("s1").exercise()
    scene = exercise.state.scene
    other.desk("s2").suggest(scene, "Nói con số đã kiểm chứng trước.")
    (read,) = one.desk("s1").suggestions(scene)
    assert (read.seat, read.name, read.role, read.text) == (
        "s2",
        "Người 2",
        "fact_checker",
        "Nói con số đã kiểm chứng trước.",
    )
    assert one.desk("s2").suggestions(scene) == ()


def test_a_draft_is_found_on_another_node(opened: OpenedWorkshop) -> None:
    from simulator.tui.house import Draft

    open_room(opened)
    one, other = node(opened).desk("s1"), node(opened).desk("s1")
    session = one.exercise().session_id
    one.house.keep_draft(session, Draft("q1", "Chúng tôi đang"))
    assert other.house.draft(session) == Draft("q1", "Chúng tôi đang")
    other.house.keep_draft(session, Draft())
    assert one.house.draft(session) == Draft()
