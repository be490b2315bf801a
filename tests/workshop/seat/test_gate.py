"""In step: how far a session may go by itself."""

from __future__ import annotations

import pytest

from simulator.exercise.exercise import Exercise
from simulator.workshop.room.state import RoomState
from simulator.workshop.seat.gate import authored_answers, waits_for_room
from tests.tui.house import FakeHouse, begun


def asked(exercise: Exercise) -> None:
    exercise.ask("hang", "Và bây giờ thì sao?", ("accuracy",), 9)


def test_answers_to_questions_that_press_do_not_count() -> None:
    exercise = begun(FakeHouse(), "-", "owns")
    asked(exercise)
    exercise.answer("x", FakeHouse().grade(exercise, "x"))
    assert len(exercise.state.answers) == 2
    assert authored_answers(exercise.state) == 1


@pytest.mark.parametrize(
    ("pace", "gate", "steps", "waits"),
    [
        ("in_step", 1, ("-",), False),
        ("in_step", 1, ("-", "owns"), True),
        ("in_step", 2, ("-", "owns"), False),
        ("in_step", 0, ("-",), False),
        ("own_pace", 1, ("-", "owns"), False),
    ],
)
def test_one_waits_once_as_many_are_answered_as_the_gate_lets_through(
    pace: str, gate: int, steps: tuple[str, ...], waits: bool
) -> None:
    exercise = begun(FakeHouse(), *steps)
    assert waits_for_room(RoomState(pace=pace, gate=gate), exercise.state) is waits  # type: ignore[arg-type]


def test_a_question_that_presses_is_answered_before_the_gate() -> None:
    exercise = begun(FakeHouse(), "-", "owns")
    asked(exercise)
    assert not waits_for_room(RoomState(pace="in_step", gate=1), exercise.state)
