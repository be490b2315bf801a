"""Whole sessions with presses: alike for the same answers, unlike for others, recorded, resumed and taken back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.exercise.pressing import press_upon
from simulator.journal.codec import decode, encode
from simulator.journal.errors import JournalFull
from simulator.journal.memory import MemoryJournal
from simulator.loading.loader import load
from simulator.loading.shelf import find
from simulator.reports.debrief import debrief
from simulator.scenario.model import Scenario
from simulator.session.counterfactual import what_if
from simulator.session.events import Event, Pressed
from simulator.session.replay import replay
from simulator.session.state import SessionState, canonical
from tests.builders import line
from tests.exercise.pressing.stories import HASH, begun, flagged, play_by_grade, say, story
from tests.session.moves import tries
from tests.session.scenarios import CASES, Case

SHIPPED = ("lu-quet-na-lai", "chemical-spill-nam-ta")


def shipped(id_: str) -> Scenario:
    return load(find(id_)).scenario


def hostile(count: int = 4) -> Scenario:
    return story("hostile", line("good", levels={"accuracy": 4}), flagged("blame", "it was them"), count=count)


@pytest.mark.parametrize("id_", SHIPPED)
def test_the_same_answers_and_seed_give_the_same_session(id_: str) -> None:
    tale = shipped(id_)
    one, other = begun(tale, seed=11), begun(tale, seed=11)
    assert play_by_grade(one, best=False) == play_by_grade(other, best=False)
    assert canonical(one.state) == canonical(other.state)
    assert one.state.pressed


@pytest.mark.parametrize("id_", SHIPPED)
@pytest.mark.parametrize("seed", range(5))
def test_other_answers_give_another_session(id_: str, seed: int) -> None:
    tale = shipped(id_)
    best, worst = begun(tale, seed=seed), begun(tale, seed=seed)
    well, badly = play_by_grade(best, best=True), play_by_grade(worst, best=False)
    # Turn by turn: what the one is asked when the other is asked something else.
    other = sum(one != another for one, another in zip(well, badly, strict=False))
    assert other >= min(len(well), len(badly)) / 2
    # And as sets, whatever the order: the author's own backbone is common to all sessions.
    assert len(set(well) ^ set(badly)) >= 0.45 * len(set(well) | set(badly))
    assert best.state.scene != worst.state.scene


@pytest.mark.parametrize("id_", SHIPPED)
def test_nobody_presses_in_the_same_words_twice_and_every_press_is_recorded(id_: str) -> None:
    exercise = begun(shipped(id_), seed=3)
    play_by_grade(exercise, best=False)
    texts = [press.text for press in exercise.state.pressed]
    assert len(set(texts)) == len(texts) >= 5
    recorded = [decode(encode(event), "s1", 0) for event in exercise.events]
    assert tuple(recorded) == exercise.events
    assert canonical(replay(exercise.scenario, recorded).state) == canonical(exercise.state)


@pytest.mark.parametrize("id_", SHIPPED)
def test_the_debrief_and_the_counterfactual_know_presses(id_: str) -> None:
    exercise = begun(shipped(id_), seed=3)
    play_by_grade(exercise, best=False)
    read = debrief(exercise.scenario, exercise.events)
    assert [asked.scene for asked in read.questions] == [answer.scene for answer in exercise.state.answers]
    assert {press.text for press in exercise.state.pressed} <= {asked.question for asked in read.questions}
    for number, asked in enumerate(read.questions, 1):
        found = what_if(exercise.scenario, exercise.events, number, asked.best.id)
        assert found.scene == asked.scene
        assert found.instead.ending is not None


def test_what_came_of_the_same_answers_comes_again_in_the_counterfactual() -> None:
    exercise = begun(hostile())
    for choice in ("good", "bad"):
        say(exercise, choice)
    say(exercise, "a")
    found = what_if(exercise.scenario, exercise.events, 1, "bad")
    assert "press_1" in {answer.scene for answer in found.instead.answers}


def test_a_session_is_taken_up_while_a_press_stands() -> None:
    journal = MemoryJournal()
    exercise = begun(hostile(), journal)
    say(exercise, "bad")
    again = Exercise.resume(exercise.scenario, HASH, journal, exercise.session_id, ManualClock())
    assert again.state == exercise.state
    assert again.state.press is not None
    say(again, "a")
    assert again.state.answers[-1].scene == "press_1"


def test_a_session_left_between_answer_and_press_is_pressed_when_taken_up() -> None:
    journal = CutOff()
    exercise = begun(hostile(), journal)
    say(exercise, "bad")
    assert exercise.state.press is None
    journal.cut_off = False
    again = Exercise.resume(exercise.scenario, HASH, journal, exercise.session_id, ManualClock())
    assert again.state.press is not None


def test_an_answer_stands_where_its_press_cannot_be_recorded() -> None:
    exercise = begun(hostile(), CutOff())
    say(exercise, "bad")
    say(exercise, "good")
    assert [answer.choice for answer in exercise.state.answers] == ["bad", "good"]


def test_the_answer_to_a_press_is_taken_back_to_the_press() -> None:
    exercise = begun(hostile())
    say(exercise, "bad")
    standing = exercise.state
    say(exercise, "a")
    exercise.take_back()
    assert canonical(exercise.state) == canonical(standing)


def test_with_an_answer_its_press_and_rating_are_taken_back() -> None:
    exercise = begun(hostile())
    first = exercise.state
    say(exercise, "bad")
    exercise.rate(3)
    assert exercise.state.press is not None
    exercise.take_back()
    assert canonical(exercise.state) == canonical(first)
    assert not exercise.can_take_back


def test_the_scene_behind_a_press_gets_its_full_time_afterwards() -> None:
    exercise = begun(hostile())
    say(exercise, "bad")
    assert exercise.time_left_ms is None
    assert isinstance(exercise.clock, ManualClock)
    exercise.clock.pass_time(90_000)
    assert not exercise.let_time_pass()
    exercise.choose_line("a")
    while exercise.state.press:
        exercise.choose_line("a")
    assert exercise.time_left_ms == 30_000


def test_forty_questions_with_presses_replay_in_twenty_milliseconds() -> None:
    tale = story(
        "hostile",
        *(flagged("blame", f"it was them {n}") | {"id": f"bad{n}"} for n in range(3)),
        count=40,
    )
    exercise = begun(tale)
    play_by_grade(exercise, best=False)
    assert sum(isinstance(event, Pressed) for event in exercise.events) == 3
    replay(tale, exercise.events)
    taken = min(_seconds(tale, exercise.events) for _ in range(5))
    assert taken <= 0.02


@settings(max_examples=150)
@given(CASES)
def test_whatever_is_played_pressing_never_fails_and_its_presses_are_legal(case: Case) -> None:
    for made in tries(case):
        if made.after is not None:
            _press_and_answer(case.scenario, made.after)


def _press_and_answer(tale: Scenario, state: SessionState) -> None:
    from simulator.session.advance import advance
    from simulator.session.events import LineChosen
    from simulator.session.view import view

    while (press := press_upon(tale, state)) is not None:
        assert press == press_upon(tale, state)
        stands = advance(tale, state, Pressed(press, state.at))
        table = view(tale, stands)
        assert (table.scene.id, table.deadline, table.own_words) == (press.id, None, True)
        state = advance(tale, stands, LineChosen(press.id, table.offers[-1].id, state.at))
        assert (state.press, state.scene, state.minutes) == (None, stands.scene, stands.minutes + 1)


class CutOff(MemoryJournal):
    """Keeps everything but presses."""

    cut_off = True

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        if self.cut_off and isinstance(event, Pressed):
            raise JournalFull("here")
        super().append(session, number, event, ending)


def _seconds(tale: Scenario, events: tuple[Event, ...]) -> float:
    begun_at = time.perf_counter()
    replay(tale, events)
    return time.perf_counter() - begun_at
