"""The law of presses: what is legal while one stands, and what an answer to it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.scenario.assessment import Assessment
from simulator.scenario.scenes import Question
from simulator.session.advance import advance
from simulator.session.asked import present, ready_of, scene_of, words_of
from simulator.session.events import (
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    OptionTaken,
    Pressed,
    TakenBack,
)
from simulator.session.replay import standing
from simulator.session.state import SessionState
from simulator.session.view import view
from tests.builders import inject, line, question, scenario, silence
from tests.session.playing import begun, played
from tests.session.presses import PRESS

STORY = scenario(
    question("q1", line("x"), line("y"), then="q2"),
    question("q2", line("x"), line("y"), time_limit=10, silence=silence(), then="i1"),
    inject("i1", then="q3"),
    question("q3", line("x"), line("y")),
)
ASSESSED = Assessment({"accuracy": 3}, (), (), 75, "podium-1")


def pressed(*choices: str) -> SessionState:
    state = played(STORY, *(choices or ("x",)))
    return advance(STORY, state, Pressed(PRESS, state.at))


def test_a_press_is_the_question_on_the_table() -> None:
    state = pressed()
    table = view(STORY, state)
    assert isinstance(table.scene, Question)
    assert (table.scene.id, table.scene.text, table.deadline) == ("press_1", PRESS.text, None)
    assert table.speaker == STORY.journalist_by_id["hang"]
    assert [(offer.id, offer.open) for offer in table.offers] == [("a", True), ("b", True), ("c", True)]
    assert table.own_words
    assert (state.scene, present(STORY, state).id) == ("q2", "press_1")


def test_a_line_answers_it_and_the_scene_behind_it_begins_anew() -> None:
    before = pressed()
    state = advance(STORY, before, LineChosen("press_1", "c", 90_000))
    answer = state.answers[-1]
    assert (answer.scene, answer.choice, answer.flags) == ("press_1", "c", ("false_reassurance",))
    assert state.trust < before.trust
    assert state.heat > before.heat
    assert (state.minutes, state.press, state.pressed) == (before.minutes + 1, None, (PRESS,))
    assert (state.path[-1].scene, state.path[-1].choice) == ("press_1", "c")
    assert view(STORY, state).deadline == 100_000
    assert words_of(STORY, state, answer) == "It is as I said."


def test_ones_own_words_answer_it() -> None:
    state = advance(STORY, pressed(), AnswerGiven("press_1", "I was wrong.", ASSESSED, 90_000))
    assert (state.answers[-1].choice, state.answers[-1].text) == ("own_words", "I was wrong.")
    assert words_of(STORY, state, state.answers[-1]) == "I was wrong."
    assert scene_of(STORY, state, "press_1").id == "press_1"
    assert set(ready_of(STORY, state, "press_1").choices) == {"a", "b", "c"}


@pytest.mark.parametrize(
    "event",
    [
        LineChosen("q2", "x", 90_000),
        AnswerGiven("q2", "Well.", ASSESSED, 90_000),
        DeadlinePassed("q2", 90_000),
        Continued("q2", 90_000),
        OptionTaken("q2", "x", 90_000),
        Pressed(replace(PRESS, id="press_2"), 90_000),
    ],
)
def test_nothing_passes_over_it(event: Event) -> None:
    with pytest.raises(IllegalEvent, match="a journalist is pressing"):
        advance(STORY, pressed(), event)


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (LineChosen("press_1", "z", 90_000), "there is no “z” here"),
        (LineChosen("press_1", "a", 0), "time does not run backwards"),
        (AnswerGiven("press_1", " ", ASSESSED, 90_000), "an answer has one to"),
        (AnswerGiven("press_1", "x", replace(ASSESSED, levels={"respect": 3}), 90_000), "the grades do not belong"),
    ],
)
def test_what_does_not_answer_it_is_refused(event: Event, why: str) -> None:
    with pytest.raises(IllegalEvent, match=why):
        advance(STORY, pressed(), event)


@pytest.mark.parametrize(
    "state",
    [begun(STORY), played(STORY, "x", "x", ""), played(STORY, "x", "x", "", "x")],
    ids=["first", "inject", "end"],
)
def test_nobody_presses_but_upon_an_answer_while_the_story_goes_on(state: SessionState) -> None:
    with pytest.raises(IllegalEvent, match="nobody presses here"):
        advance(STORY, state, Pressed(PRESS, state.at))


@pytest.mark.parametrize(
    "press",
    [
        replace(PRESS, id="q1"),
        replace(PRESS, id="press_0"),
        replace(PRESS, journalist="nobody"),
        replace(PRESS, text=" "),
        replace(PRESS, skills=()),
        replace(PRESS, lines=PRESS.lines[:1]),
        replace(PRESS, lines=(PRESS.lines[0], PRESS.lines[0])),
        replace(PRESS, lines=(PRESS.lines[0], replace(PRESS.lines[1], levels={"accuracy": 5}))),
        replace(PRESS, lines=(PRESS.lines[0], replace(PRESS.lines[1], levels={"respect": 2}))),
        replace(PRESS, lines=(PRESS.lines[0], replace(PRESS.lines[1], flags=("rude",)))),  # type: ignore[arg-type]
    ],
)
def test_what_no_journalist_could_press_with_is_refused(press: object) -> None:
    state = played(STORY, "x")
    with pytest.raises(IllegalEvent, match="this is no question"):
        advance(STORY, state, Pressed(press, state.at))  # type: ignore[arg-type]


def test_the_same_press_does_not_come_twice() -> None:
    state = advance(STORY, pressed(), LineChosen("press_1", "a", 90_000))
    with pytest.raises(IllegalEvent, match="this is no question"):
        advance(STORY, state, Pressed(PRESS, state.at))


def test_a_step_taken_back_takes_its_press_with_it() -> None:
    answer, press, reply = LineChosen("q1", "x", 1), Pressed(PRESS, 1), LineChosen("press_1", "a", 2)
    first = standing([begun_event := played_start(), answer, press, TakenBack(3)])
    assert first == (begun_event,)
    assert standing([begun_event, answer, press, reply, TakenBack(3)]) == (begun_event, answer, press)


def played_start() -> Event:
    from simulator.session.events import Started

    return Started(0)
