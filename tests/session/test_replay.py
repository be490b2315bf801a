"""Replay: undo, renamed scenes and lines, and a stop at the first step that no longer fits."""

from __future__ import annotations

import pytest

from simulator.scenario.model import Scenario
from simulator.session.advance import before_start
from simulator.session.events import (
    Continued,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    OptionTaken,
    Started,
    TakenBack,
)
from simulator.session.replay import renamed, replay, standing, states
from simulator.session.state import canonical
from tests.builders import decision, inject, line, option, question, scenario, silence
from tests.session.playing import events_of, played

A, B, C = (LineChosen(f"q{number}", "x", number) for number in range(3))
START, BACK = Started(0), TakenBack(9)


@pytest.mark.parametrize(
    ("events", "stand"),
    [
        ([], []),
        ([START], [START]),
        ([START, A, B], [START, A, B]),
        ([START, A, B, BACK], [START, A]),
        ([START, A, BACK, B, C], [START, B, C]),
        ([START, A, B, BACK, BACK, C], [START, C]),
        ([START, A, BACK, BACK, BACK], [START]),
        ([START, BACK, A], [START, A]),
        ([BACK, START, A], [START, A]),
    ],
)
def test_a_step_taken_back_is_cut_but_never_the_start(events: list[Event], stand: list[Event]) -> None:
    assert standing(events) == tuple(stand)


def old() -> Scenario:
    return scenario(
        question("ask", line("own"), line("other"), time_limit=9, silence=silence(), then="hear"),
        inject("hear", then="act"),
        decision("act", option("now"), option("later")),
    )


def new() -> Scenario:
    """The same story with every id changed."""
    return scenario(
        question(
            "asked",
            line("owns", was=["own"]),
            line("others"),
            was=["ask"],
            time_limit=9,
            silence=silence(),
            then="heard",
        ),
        inject("heard", was=["hear"], then="acted"),
        decision("acted", option("at_once", was=["now"]), option("later"), was=["act"]),
    )


EVENTS: list[Event] = [Started(0), LineChosen("ask", "own", 1), Continued("hear", 2), OptionTaken("act", "now", 3)]


def test_a_replay_is_the_fold_of_its_events() -> None:
    assert canonical(replay(old(), EVENTS).state) == canonical(list(states(old(), EVENTS))[-1])
    assert [state.scene for state in states(old(), EVENTS)] == ["ask", "hear", "act", "end"]


def test_nothing_is_replayed_to_the_state_before_the_start() -> None:
    assert replay(old(), []).state == before_start(old())


def test_renamed_scenes_and_choices_are_followed() -> None:
    again = replay(new(), EVENTS)
    assert again.state.scene == "end"
    assert again.rest == ()
    assert again.fitted == (
        Started(0),
        LineChosen("asked", "owns", 1),
        Continued("heard", 2),
        OptionTaken("acted", "at_once", 3),
    )


def test_todays_ids_are_left_as_they_are() -> None:
    for event in (DeadlinePassed("asked", 9_000), LineChosen("asked", "others", 1), Started(0), TakenBack(1)):
        assert renamed(new(), event) == event
    assert renamed(new(), DeadlinePassed("ask", 9_000)) == DeadlinePassed("asked", 9_000)


def test_an_id_that_is_in_use_again_is_not_followed() -> None:
    story = scenario(
        question("first", line("x", was=["y"]), line("y"), was=["second"], then="second"),
        question("second"),
    )
    assert renamed(story, LineChosen("second", "good", 1)) == LineChosen("second", "good", 1)
    assert renamed(story, LineChosen("first", "y", 1)) == LineChosen("first", "y", 1)


@pytest.mark.parametrize(
    "misfit",
    [
        LineChosen("q1", "gone", 2_000),
        LineChosen("gone", "x", 2_000),
        OptionTaken("q1", "x", 2_000),
        LineChosen("q1", "x", 500),
        Started(0),
    ],
)
def test_a_replay_stops_at_the_first_step_that_does_not_fit(misfit: Event) -> None:
    story = scenario(*(question(f"q{number}", line("x"), then=f"q{number + 1}") for number in range(3)), question("q3"))
    good = events_of(("q0", "x"), ("q1", "x"), ("q2", "x"))
    again = replay(story, [*good[:2], misfit, *good[2:]])
    assert again.fitted == tuple(good[:2])
    assert again.rest == (misfit, *good[2:])
    assert canonical(again.state) == canonical(replay(story, good[:2]).state)
    with pytest.raises(IllegalEvent):
        list(states(story, [*good[:2], misfit]))


def test_undo_and_a_misfit_together() -> None:
    story = scenario(question("q0", line("x"), then="q1"), question("q1"))
    events = [*events_of(("q0", "x")), TakenBack(2_000), LineChosen("q0", "gone", 3_000), TakenBack(4_000)]
    again = replay(story, events)
    assert (again.state.scene, again.rest) == ("q0", ())
    assert played(story).scene == "q0"
