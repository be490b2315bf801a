"""What the facilitator of a workshop does to a session: more time, news, a question of their own; each order once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Scenario
from simulator.session.advance import advance, deadline
from simulator.session.asked import present_id, press_of
from simulator.session.compiled import compiled
from simulator.session.counterfactual import what_if
from simulator.session.events import (
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    Extended,
    IllegalEvent,
    Injected,
    LineChosen,
    Prepared,
    Pressed,
    Rated,
    Started,
    TakenBack,
    order_of,
)
from simulator.session.press import Press, PressLine, next_number, press_id
from simulator.session.replay import replay, standing
from simulator.session.room_inject import RoomInject
from simulator.session.state import SessionState, canonical
from simulator.session.view import headlines, view
from tests.builders import ending, inject, line, question, scenario, silence
from tests.session.moves import attempt, is_ended, tries
from tests.session.playing import begun, go_on, played
from tests.session.presses import PRESS
from tests.session.scenarios import CASES, Case

STORY = scenario(
    question("q1", line("x"), line("y"), then="q2"),
    question("q2", line("x"), line("y"), time_limit=10, silence=silence(), takes=5, then="i1"),
    inject("i1", headline="Rain.", takes=30, then="q3"),
    question("q3", line("x"), line("y"), then="over"),
    ending("over"),
)
ASSESSED = Assessment({"accuracy": 3}, (), (), 75, "podium-1")


def asks(order: int, number: int = 1) -> Press:
    return Press(press_id(number), "hang", "facilitator", "Who answers for it?", (), ("accuracy",), (), order)


def left(state: SessionState) -> int | None:
    return deadline(compiled(STORY).scene(state.scene), state)


def test_a_question_is_given_more_time_and_the_next_one_is_not() -> None:
    state = played(STORY, "x")
    limit = left(state)
    assert limit is not None
    more = advance(STORY, state, Extended(60_000, state.at + 1, 5))
    more = advance(STORY, more, Extended(1_000, more.at, 6))
    assert (left(more), more.orders, more.extra_ms) == (limit + 61_000, (5, 6), 61_000)
    with pytest.raises(IllegalEvent, match="has not run out"):
        advance(STORY, more, DeadlinePassed("q2", limit))
    after = advance(STORY, more, LineChosen("q2", "x", limit + 61_000))
    assert after.extra_ms == 0


def test_a_press_with_a_limit_is_given_more_time_and_what_waits_behind_it_is_not() -> None:
    state = advance(STORY, begun(STORY), Pressed(asks(1), 5))._replace(clocked=True)
    limit = left(state)
    more = advance(STORY, state, Extended(5_000, 6, 2))
    assert limit is not None
    assert left(more) == limit + 5_000
    after = advance(STORY, more, DeadlinePassed("press_1", limit + 5_000))
    assert (after.scene, after.press, after.extra_ms) == ("q1", None, 0)
    assert left(after) == after.at + 180_000


@pytest.mark.parametrize("ms", [0, 999, 3_600_001])
def test_more_time_is_a_second_to_an_hour(ms: int) -> None:
    with pytest.raises(IllegalEvent, match="1 second to 60 minutes"):
        advance(STORY, played(STORY, "x"), Extended(ms, 90_000, 1))


def test_where_nothing_has_a_limit_there_is_no_more_time() -> None:
    for state in (begun(STORY), begun(STORY, time_scale=0), played(STORY, "x", "x")):
        with pytest.raises(IllegalEvent, match="nothing here has a time limit"):
            advance(STORY, state, Extended(1_000, state.at, 1))


def test_news_is_told_at_once_and_stays_in_the_ticker() -> None:
    state = played(STORY, "x", "x")
    brought = RoomInject(3, "The river  rises\nfast.", "", "Radio")
    state = advance(STORY, state, Injected(brought, state.at + 5))
    table = view(STORY, state)
    assert [one.text for one in table.brought] == [brought.text]
    told = [(one.text, one.by, one.time) for one in table.headlines[-2:]]
    assert told == [("Rain.", "", table.time), ("The river rises fast.", "Radio", table.time)]
    later = go_on(STORY, state, "")
    assert view(STORY, later).brought == ()
    assert view(STORY, later).headlines[: len(table.headlines)] == table.headlines


def test_long_news_without_a_headline_is_cut_at_a_word_in_the_ticker() -> None:
    state = advance(STORY, begun(STORY), Injected(RoomInject(1, "word " * 100), 1))
    text = headlines(STORY, state)[-1].text
    assert len(text) < 130
    assert text.endswith("word …")


@pytest.mark.parametrize(
    "news",
    [RoomInject(1, " "), RoomInject(1, "x" * 2_001), RoomInject(1, "x", "y" * 201), RoomInject(1, "x", "", "z" * 201)],
)
def test_news_has_bounds(news: RoomInject) -> None:
    with pytest.raises(IllegalEvent, match="characters"):
        advance(STORY, begun(STORY), Injected(news, 1))


def test_a_facilitator_asks_before_the_first_answer_at_an_inject_and_right_after_a_press() -> None:
    for state in (begun(STORY), played(STORY, "x", "x"), played(STORY, "x")):
        asked = advance(STORY, state, Pressed(asks(1), state.at + 7))
        table = view(STORY, asked)
        assert (present_id(asked), table.scene.id, table.offers, table.own_words) == ("press_1", "press_1", (), True)
        assert table.time == view(STORY, state).time
        with pytest.raises(IllegalEvent, match="no “x” here"):
            advance(STORY, asked, LineChosen("press_1", "x", asked.at))
        with pytest.raises(IllegalEvent):
            advance(STORY, asked, Continued(state.scene, asked.at))
        answered = advance(STORY, asked, AnswerGiven("press_1", "The province.", ASSESSED, asked.at + 40_000))
        assert (answered.scene, answered.press, answered.entered_at) == (state.scene, None, asked.at + 40_000)
        assert answered.answers[-1].overall == 75


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"text": " "}, "1 to 600 characters"),
        ({"text": "x" * 601}, "1 to 600 characters"),
        ({"journalist": ""}, "one of the scenario's journalists"),
        ({"journalist": "nobody"}, "one of the scenario's journalists"),
        ({"skills": ()}, "1 to 5 skills"),
        ({"skills": ("accuracy", "accuracy")}, "1 to 5 skills"),
        ({"skills": ("charm",)}, "1 to 5 skills"),
        ({"skills": ("accuracy", "clarity", "empathy", "mandate", "respect", "rebuttal")}, "1 to 5 skills"),
        ({"id": "q1"}, "no question"),
        ({"lines": (PressLine("a", "One.", {}),)}, "no question"),
    ],
)
def test_a_question_out_of_bounds_is_refused_with_its_reason(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(IllegalEvent, match=told):
        advance(STORY, begun(STORY), Pressed(replace(asks(1), **changes), 1))


def test_only_a_facilitators_press_has_an_order() -> None:
    state = played(STORY, "x")
    with pytest.raises(IllegalEvent, match="no question"):
        advance(STORY, state, Pressed(replace(PRESS, order=1), state.at))


def events_of_every_kind(order: int, at: int) -> list[Event]:
    return [Extended(1_000, at, order), Injected(RoomInject(order, "News."), at), Pressed(asks(order, 9), at)]


def test_an_order_is_carried_out_once_whatever_it_is() -> None:
    state = advance(STORY, played(STORY, "x"), Injected(RoomInject(4, "News."), 90_000))
    for event in events_of_every_kind(4, state.at):
        with pytest.raises(IllegalEvent, match="order 4 has been carried out"):
            advance(STORY, state, event)
    for event in events_of_every_kind(0, state.at):
        with pytest.raises(IllegalEvent, match="from 1"):
            advance(STORY, state, event)


def test_nothing_comes_before_the_start_at_an_ending_or_before_its_time() -> None:
    ended = played(STORY, "x", "x", "", "x")
    for at in (ended.at, ended.at + 1):
        for event in events_of_every_kind(1, at):
            with pytest.raises(IllegalEvent, match="has ended"):
                advance(STORY, ended, event)
    for event in events_of_every_kind(1, 5):
        with pytest.raises(IllegalEvent, match="backwards"):
            advance(STORY, played(STORY, "x"), event)


def test_what_came_from_outside_survives_a_take_back_and_the_scene_has_its_full_time_again() -> None:
    events: list[Event] = [
        Started(0),
        LineChosen("q1", "x", 1_000),
        LineChosen("q2", "x", 2_000),
        Injected(RoomInject(1, "News."), 3_000),
        Rated(2, 3_500),
        Pressed(asks(2), 4_000),
        Extended(5_000, 5_000, 3),
        TakenBack(9_000),
    ]
    state = replay(STORY, [*events[:6], events[-1]]).state
    assert (state.scene, state.press, state.entered_at, state.at) == ("q2", asks(2), 1_000, 1_000)
    assert (state.orders, len(state.answers), state.injected[0].after) == ((1, 2), 1, 1)
    kept = standing(events)
    assert [order_of(event) for event in kept] == [0, 0, 1, 2, 3]
    assert kept[-1] == Extended(5_000, 1_000, 3, lapsed=True)
    assert replay(STORY, events).rest == ()
    assert replay(STORY, events).state.extra_ms == 0


def test_a_question_that_survives_waits_behind_the_press_that_comes_back() -> None:
    events: list[Event] = [
        Started(0),
        LineChosen("q1", "x", 1_000),
        Pressed(PRESS, 1_000),
        LineChosen("press_1", "a", 2_000),
        Pressed(asks(8, 2), 3_000),
        TakenBack(4_000),
    ]
    state = replay(STORY, events).state
    assert (state.press, state.behind) == (PRESS, (asks(8, 2),))
    answered = advance(STORY, state, LineChosen("press_1", "b", 5_000))
    assert (answered.press, answered.behind, answered.entered_at) == (asks(8, 2), (), 5_000)
    assert press_of(answered, "press_2") == asks(8, 2)


def test_the_first_take_back_of_an_answer_to_a_facilitator_puts_the_question_again() -> None:
    answer = AnswerGiven("press_1", "The province.", ASSESSED, 9_000)
    events: list[Event] = [Started(0), Pressed(asks(1), 5_000), answer, TakenBack(10_000)]
    state = replay(STORY, events).state
    assert (state.press, state.answers, state.at) == (asks(1), (), 5_000)


def test_a_conference_is_prepared_though_a_facilitator_has_acted_already() -> None:
    state = advance(STORY, begun(STORY), Injected(RoomInject(1, "News."), 5))
    prepared = advance(STORY, state, Prepared((), (), "", None, 10))
    assert prepared.preparation is not None
    events: list[Event] = [
        Started(0),
        Injected(RoomInject(1, "News."), 5),
        Prepared((), (), "", None, 10),
        TakenBack(12),
    ]
    assert replay(STORY, events).state.preparation is None


def test_the_next_number_is_free_though_presses_before_it_were_taken_back() -> None:
    assert next_number(()) == 1
    assert next_number((asks(1, 3), asks(2, 1))) == 4


def test_in_another_course_the_facilitator_does_the_same_after_as_many_steps() -> None:
    events: list[Event] = [
        Started(0),
        LineChosen("q1", "x", 1_000),
        Injected(RoomInject(1, "News."), 2_000),
        Rated(3, 2_500),
        Extended(5_000, 3_000, 2),
        LineChosen("q2", "x", 14_000),
        Pressed(asks(3), 15_000),
        AnswerGiven("press_1", "The province.", ASSESSED, 20_000),
        Continued("i1", 21_000),
        LineChosen("q3", "x", 22_000),
    ]
    found = what_if(STORY, events, 1, "y")
    instead = found.instead.state
    assert [step.scene for step in instead.path] == [step.scene for step in found.done.state.path]
    assert (instead.orders, found.done.state.orders) == ((1, 2, 3), (1, 2, 3))
    assert [one.text for one in instead.injected] == ["News."]
    assert instead.scene == "over"


ORDERS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 3), st.integers(1, 12)), max_size=14)


def _order(state: SessionState, kind: int, order: int) -> Event:
    if kind == 3:
        return TakenBack(state.at)
    number = next_number(state.pressed)
    asked = Pressed(asks(order, number), state.at)
    return (Extended(1_000 * order, state.at, order), Injected(RoomInject(order, "News."), state.at), asked)[kind]


def _lived(case: Case, orders: list[tuple[int, int, int]]) -> tuple[Scenario, list[Event], list[SessionState]]:
    """The case played as an exercise would, with orders and steps taken back in between."""
    moves = [one.event for one in tries(case) if one.after is not None]
    events, made = [moves[0]], [replay(case.scenario, moves[:1]).state]
    for number, move in enumerate([*moves[1:], *moves[1:]]):
        for place, kind, order in orders:
            if place == number:
                _try(case.scenario, events, made, _order(made[-1], kind, order))
        state = made[-1]
        if state.press is not None:
            at = state.at if deadline(compiled(case.scenario).scene(state.scene), state) is None else state.entered_at
            _try(case.scenario, events, made, AnswerGiven(state.press.id, "So.", ASSESSED, max(at, state.at)))
        if getattr(move, "scene", "") == made[-1].scene:
            _try(case.scenario, events, made, replace(move, at=made[-1].at))
    return case.scenario, events, made


def _try(story: Scenario, events: list[Event], made: list[SessionState], event: Event) -> None:
    if isinstance(event, TakenBack):
        if is_ended(story, made[-1]) or not made[-1].path:
            return
        after = replay(story, [*events, event])
        assert after.rest == ()
        made.append(after.state)
        events.append(event)
        return
    before = made[-1]
    state = attempt(story, before, event).after
    if state is not None:
        _compare(story, before, event, state)
        made.append(state)
        events.append(event)


def _compare(story: Scenario, before: SessionState, event: Event, after: SessionState) -> None:
    if isinstance(event, Extended):
        limits = [deadline(compiled(story).scene(state.scene), state) for state in (before, after)]
        assert limits[0] is not None
        assert limits[1] == limits[0] + event.ms
    if order_of(event):
        assert after.orders == (*before.orders, order_of(event))
        assert (after.scene, after.path, after.trust, after.heat) == (
            before.scene,
            before.path,
            before.trust,
            before.heat,
        )


@settings(max_examples=200)
@given(CASES, ORDERS)
def test_whatever_is_taken_back_orders_stay_come_once_and_replay_equals_live(
    case: Case, orders: list[tuple[int, int, int]]
) -> None:
    story, events, made = _lived(case, orders)
    again = replay(story, events)
    assert again.rest == ()
    assert canonical(again.state) == canonical(made[-1])
    carried_out = [order_of(event) for event in events if order_of(event)]
    assert sorted(made[-1].orders) == sorted(carried_out)
    assert len(set(carried_out)) == len(carried_out)
    ids = [press.id for press in made[-1].pressed]
    assert len(set(ids)) == len(ids)
    for state in made:
        assert state.entered_at <= state.at
        view(story, state)
