"""Modes: what each shows and allows, and what the law forbids in an exam."""

from __future__ import annotations

import pytest

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.codec import decode, encode
from simulator.journal.memory import MemoryJournal
from simulator.session.advance import advance, before_start
from simulator.session.events import IllegalEvent, Started, TakenBack
from simulator.session.modes import MODES, Mode, rules_of
from tests.exercise.stories import HASH, briefing


def begun(mode: Mode, time_scale: int = 100, journal: MemoryJournal | None = None) -> Exercise:
    store = journal or MemoryJournal()
    return Exercise.begin(briefing(), HASH, store, ManualClock(), seed=7, time_scale=time_scale, mode=mode)


def test_a_session_without_a_mode_is_practice() -> None:
    state = advance(briefing(), before_start(briefing()), Started(7))
    assert state.mode == "practice"
    written = '{"v":1,"type":"started","seed":7,"time_scale":100,"at":0}'
    assert decode(written, "s1", 0) == Started(7)
    assert encode(Started(7, mode="practice")) == written


@pytest.mark.parametrize("mode", MODES)
def test_the_mode_is_recorded_and_comes_back(mode: Mode) -> None:
    journal = MemoryJournal()
    exercise = begun(mode, journal=journal)
    assert decode(encode(exercise.events[0]), "s1", 0) == Started(7, mode=mode, clocked=mode == "exam")
    again = Exercise.resume(briefing(), HASH, journal, exercise.session_id, ManualClock())
    assert again.state.mode == mode
    assert again.rules == rules_of(mode)


def test_what_is_no_mode_is_refused() -> None:
    with pytest.raises(IllegalEvent, match="there is no mode “easy”"):
        begun("easy")  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["guided", "practice"])
def test_outside_an_exam_steps_are_taken_back_freely(mode: Mode) -> None:
    exercise = begun(mode)
    exercise.choose_line("denies")
    assert exercise.can_take_back
    exercise.take_back()
    assert exercise.state.answers == ()


def test_in_an_exam_nothing_is_taken_back() -> None:
    exercise = begun("exam")
    exercise.choose_line("denies")
    assert not exercise.can_take_back
    with pytest.raises(IllegalEvent, match="in an exam nothing is taken back"):
        exercise.take_back()
    with pytest.raises(IllegalEvent, match="in an exam nothing is taken back"):
        advance(briefing(), exercise.state, TakenBack(9))
    assert [answer.choice for answer in exercise.state.answers] == ["denies"]


@pytest.mark.parametrize("scale", [1, 99])
def test_an_exams_limits_are_never_shortened(scale: int) -> None:
    with pytest.raises(IllegalEvent, match="never shortened"):
        begun("exam", scale)
    assert begun("practice", scale).state.time_scale == scale


def test_an_exams_limits_may_be_stretched() -> None:
    assert begun("exam", 300).time_left_ms == 3 * 60_000


def test_an_exam_shows_nothing_before_its_end() -> None:
    shown = rules_of("exam")
    kept_back = (shown.levels, shown.figures, shown.note, shown.hint, shown.model_answer, shown.take_back, shown.pause)
    assert not any(kept_back)
    assert [rules_of(mode).hint for mode in MODES] == [True, False, False]
