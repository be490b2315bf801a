"""The events list: planned along the expected path, actual from the session, contingencies with their conditions."""

from __future__ import annotations

import pytest

from simulator.reports.after_action.events import MasterEvent
from simulator.reports.after_action.expected import expected_path
from simulator.reports.after_action.listing import master_events
from simulator.reports.after_action.rating import Rating
from simulator.scenario.assessment import Assessment
from simulator.session.events import AnswerGiven, Event, Injected, LineChosen, Pressed, Started
from simulator.session.press import Press, PressLine
from simulator.session.room_inject import RoomInject
from tests.builders import decision, ending, inject, option, question, scenario
from tests.reports.after_action.sessions import STORY, badly, recorded, well


def by_scene(*sessions: tuple[Event, ...]) -> dict[str, MasterEvent]:
    read = [recorded(events, number=number) for number, events in enumerate(sessions, 1)]
    return {one.scene: one for one in master_events(STORY, read)}


def test_the_expected_path_takes_the_best_lines_and_decides_well() -> None:
    path = expected_path(STORY, seed=7)
    assert [state.scene for state in path] == ["yard", "who_knew", "log", "timed", "money", "good_end"]
    assert {step.choice for step in path[-1].path} >= {"owns", "publish", "go", "sum"}


def test_a_path_that_goes_in_circles_comes_to_an_end() -> None:
    circle = scenario(inject("a", then="b"), inject("b", then="a"), ending("end"))
    assert len(expected_path(circle, seed=1)) == 500


def test_many_decisions_do_not_take_for_ever() -> None:
    options = [option(f"o{number}") for number in range(9)]
    many = [decision(f"d{number}", *options, then=f"d{number + 1}") for number in range(12)]
    path = expected_path(scenario(*many, decision("d12", then="end"), ending("end")), seed=1)
    assert path[-1].scene == "end"


def test_numbers_and_times_without_a_session() -> None:
    events = master_events(STORY)
    assert [one.number for one in events] == list(range(1, len(STORY.scenes) + 1))
    assert {one.standing for one in events} == {"draft"}
    planned = {one.scene: (one.planned, one.time) for one in events}
    assert planned["yard"] == (0, "15:30")
    assert planned["timed"] == (5, "15:35")
    assert planned["aside"] == (None, ""), "off the expected path there is no planned time"


def test_contingencies_stand_behind_what_leads_to_them_with_their_conditions() -> None:
    events = {one.scene: one for one in master_events(STORY)}
    aside, bitter = events["aside"], events["bitter"]
    assert aside.is_contingency
    assert aside.drawn
    assert (aside.trigger, aside.parents) == ("trust < 20", (events["timed"].number,))
    assert aside.number == events["timed"].number + 1
    assert bitter.trigger == "log=wait"
    assert bitter.number == len(events), "endings come last"


def test_what_is_expected_and_from_whom() -> None:
    events = {one.scene: one for one in master_events(STORY)}
    asked = events["who_knew"]
    assert asked.response == "We were late, by three hours."
    assert (asked.sender, asked.note, asked.skills) == ("Hang (Highland News)", "Plain.", ("accuracy", "empathy"))
    assert events["log"].response == "Take publish."
    assert (events["yard"].sender, events["yard"].channel) == ("Un (Head of the hamlet)", "Market square")
    assert events["timed"].limit == 60
    assert events["good_end"].note == "Say it plainly."


def test_actual_times_of_a_session() -> None:
    events = by_scene(badly())
    fired = events["timed"].fired
    assert [(one.session, one.minutes, one.time) for one in fired] == [(1, 5, "15:35")]
    assert fired[0].recorded_at == "2026-11-26T06:03:00+00:00", "when the step before it was recorded"
    assert events["timed"].standing == "complete"
    assert events["aside"].standing == "deferred"


def test_a_session_under_way_has_released_what_is_on_the_table() -> None:
    events = by_scene(badly()[:3])
    assert events["log"].standing == "released"
    assert events["who_knew"].standing == "complete"
    assert events["timed"].standing == "draft"


def test_several_sessions() -> None:
    events = by_scene(badly(), well()[:3])
    assert [one.session for one in events["log"].fired] == [1, 2]
    assert events["log"].standing == "released"
    assert events["aside"].standing == "draft", "one of the sessions may still come there"


def test_objectives_come_from_the_answers_that_observers_name() -> None:
    session = recorded(well(), Rating(2, "P", by="Hoa", answers=(1,)), Rating(1, "P", by="Hoa", answers=(1, 9)))
    events = {one.scene: one for one in master_events(STORY, [session])}
    assert events["who_knew"].objectives == (1, 2)
    assert events["timed"].objectives == ()


def test_a_press_stands_behind_the_question_it_comes_back_to() -> None:
    lines = (PressLine("a", "Yes.", {"accuracy": 4}), PressLine("b", "No.", {"accuracy": 1}))
    press = Press("press_1", "hang", "weak", "And that is all?", (), ("accuracy",), lines)
    pressed = (Started(7, presses=True), *well()[1:3], Pressed(press, 9_000))
    events = by_scene(pressed)
    assert (events["press_1"].kind, events["press_1"].response) == ("press", "Yes.")
    assert events["press_1"].number == events["who_knew"].number + 1
    assert events["press_1"].standing == "released"
    assert events["log"].fired == (), "the scene waits behind the press"


def test_a_facilitators_news_is_listed_once_for_all_sessions_and_their_question_behind_what_was_on_the_table() -> None:
    news = Injected(RoomInject(2, "The bridge is gone.", "", "Radio"), 2_500)
    asked = Pressed(Press("press_1", "hang", "facilitator", "Who answers?", (), ("accuracy",), (), 3), 2_600)
    said = AnswerGiven("press_1", "We do.", Assessment({"accuracy": 3}, (), (), 75), 2_700)
    course = badly()
    place = next(place for place, event in enumerate(course) if isinstance(event, LineChosen))
    led = (*course[:place], news, asked, said, *course[place:])
    events = by_scene(led)
    (brought,) = [one for one in events.values() if one.kind == "news"]
    assert (brought.title, brought.sender, brought.standing) == ("The bridge is gone.", "Radio", "complete")
    assert [one.recorded_at[:16] for one in brought.fired] == [f"2026-11-26T06:{place:02}"]
    own = events["press_1"]
    assert (own.kind, own.response, own.standing) == ("asked", "", "complete")
    assert brought.number == own.number - 1 or brought.number == own.number + 1
    assert [one.session for one in events["who_knew"].fired] == [1], "it stood there before the question and after it"
    both = [one for one in by_scene(led, led).values() if one.kind == "news"]
    assert [[when.session for when in one.fired] for one in both] == [[1, 2]]


@pytest.mark.parametrize("questions", [1, 40])
def test_every_scene_is_listed_once(questions: int) -> None:
    chain = [question(f"q{number}", then=f"q{number + 1}") for number in range(questions)]
    told = scenario(*chain, question(f"q{questions}"), inject("cuts_in", interrupts="trust < 10", then="return"))
    events = master_events(told)
    assert sorted(one.scene for one in events) == sorted(scene.id for scene in told.scenes)
    assert next(one for one in events if one.scene == "cuts_in").trigger == "trust < 10"
