"""Conducting a session: steps, time limits, taking back, endings, and what observers are told."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.errors import JournalFull
from simulator.journal.memory import MemoryJournal
from simulator.session.events import (
    SEED_MAX,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    Started,
    TakenBack,
)
from simulator.session.replay import replay
from simulator.session.state import SessionState, canonical
from tests.exercise.stories import HASH, LIMIT_MS, FailingJournal, begun, briefing, played_to_the_end


def recorded(journal: MemoryJournal, exercise: Exercise) -> tuple[Event, ...]:
    return tuple(entry.event for entry in journal.entries(exercise.session_id))


def test_a_session_begins_in_the_record() -> None:
    journal = MemoryJournal()
    exercise = Exercise.begin(briefing(), HASH, journal, ManualClock(), seed=7, time_scale=150, learner="Hạnh")
    assert recorded(journal, exercise) == exercise.events == (Started(7, 150),)
    header = journal.header(exercise.session_id)
    assert header == exercise.header
    assert (header.scenario_id, header.scenario_title, header.scenario_hash) == ("tiny", "A tiny scenario", HASH)
    assert (header.seed, header.language, header.learner, header.branch_of) == (7, "en", "Hạnh", "")
    assert exercise.session_id.startswith(header.begun_at[:10].replace("-", ""))
    assert exercise.drift is None


def test_each_session_has_its_own_id_and_seed() -> None:
    journal = MemoryJournal()
    exercises = [Exercise.begin(briefing(), HASH, journal, ManualClock()) for _ in range(50)]
    assert len({exercise.session_id for exercise in exercises}) == 50
    assert len({exercise.state.seed for exercise in exercises}) == 50
    assert all(0 <= exercise.state.seed <= SEED_MAX for exercise in exercises)


def test_a_session_that_cannot_begin_leaves_no_record() -> None:
    journal = MemoryJournal()
    with pytest.raises(IllegalEvent):
        Exercise.begin(briefing(), HASH, journal, ManualClock(), time_scale=-1)
    assert journal.sessions() == ()


def test_every_step_is_recorded_with_its_active_time() -> None:
    journal = MemoryJournal()
    exercise = played_to_the_end(journal)
    assert [event.at for event in recorded(journal, exercise)] == [0, 1_000, 2_000, 3_000, 4_000]
    assert recorded(journal, exercise) == exercise.events
    assert canonical(replay(exercise.scenario, exercise.events).state) == canonical(exercise.state)


def test_the_ending_is_recorded_with_the_step_that_reached_it() -> None:
    journal = MemoryJournal()
    exercise = played_to_the_end(journal)
    assert exercise.ended
    assert exercise.ending is not None
    assert exercise.ending.id == "end"
    assert [entry.ending for entry in journal.entries(exercise.session_id)] == ["", "", "", "", "end"]
    assert journal.sessions()[0].ended
    assert journal.latest_open() is None


@pytest.mark.parametrize("line", ["thanks", "silence", "", "\ud800"])
def test_an_illegal_step_leaves_no_trace(line: str) -> None:
    journal = MemoryJournal()
    exercise, _ = begun(journal)
    before = exercise.state
    with pytest.raises(IllegalEvent):
        exercise.choose_line(line)
    for step in (exercise.go_on, lambda: exercise.take_option("do"), lambda: exercise.submit(Started(1))):
        with pytest.raises(IllegalEvent):
            step()
    assert exercise.state is before
    assert recorded(journal, exercise) == exercise.events == (Started(7),)


def test_an_observer_is_told_after_the_event_is_recorded() -> None:
    journal = MemoryJournal()
    exercise, _ = begun(journal)
    told: list[tuple[Event, SessionState]] = []

    def observe(event: Event, state: SessionState) -> None:
        assert recorded(journal, exercise)[-1] == event
        assert exercise.state is state
        told.append((event, state))

    unsubscribe = exercise.subscribe(observe)
    exercise.choose_line("owns")
    unsubscribe()
    unsubscribe()
    exercise.go_on()
    assert [event for event, _ in told] == [LineChosen("q1", "owns", 0)]
    assert told[0][1].scene == "i1"


def test_an_observer_may_leave_while_being_told() -> None:
    exercise, _ = begun()
    told: list[str] = []

    def observe_once(event: Event, state: SessionState) -> None:
        told.append("first")
        leave()

    leave = exercise.subscribe(observe_once)
    exercise.subscribe(lambda event, state: told.append("second"))
    exercise.choose_line("owns")
    exercise.go_on()
    assert told == ["first", "second", "second"]


def test_what_cannot_be_recorded_has_not_happened_and_can_be_tried_again() -> None:
    journal = FailingJournal()
    exercise, clock = begun(journal)
    told: list[Event] = []
    exercise.subscribe(lambda event, state: told.append(event))
    before = exercise.state
    journal.full = True
    for _ in range(2):
        with pytest.raises(JournalFull):
            exercise.choose_line("owns")
    assert exercise.state is before
    assert list(exercise.events) == [Started(7)]
    assert told == []
    journal.full = False
    clock.pass_time(500)
    exercise.choose_line("owns")
    assert list(exercise.events) == [Started(7), LineChosen("q1", "owns", 500)]
    assert recorded(journal, exercise) == exercise.events


def test_the_time_left_counts_down_to_nothing() -> None:
    exercise, clock = begun()
    assert exercise.time_left_ms == LIMIT_MS
    clock.pass_time(LIMIT_MS - 1)
    assert exercise.time_left_ms == 1
    assert not exercise.let_time_pass()
    clock.pass_time(5_000)
    assert exercise.time_left_ms == 0
    assert exercise.let_time_pass()
    assert exercise.events[-1] == DeadlinePassed("q1", LIMIT_MS + 4_999)
    assert exercise.time_left_ms is None
    assert not exercise.let_time_pass()


def test_the_time_scale_stretches_the_limit_or_lifts_it() -> None:
    for scale, left in ((200, 2 * LIMIT_MS), (0, None)):
        exercise = Exercise.begin(briefing(), HASH, MemoryJournal(), ManualClock(), seed=7, time_scale=scale)
        assert exercise.time_left_ms == left


def test_a_line_on_the_last_millisecond_counts() -> None:
    exercise, clock = begun()
    clock.pass_time(LIMIT_MS)
    exercise.choose_line("owns")
    assert exercise.events[-1] == LineChosen("q1", "owns", LIMIT_MS)


def test_a_line_after_the_limit_is_silence() -> None:
    exercise, clock = begun()
    clock.pass_time(LIMIT_MS + 1)
    exercise.choose_line("owns")
    assert exercise.events[-1] == DeadlinePassed("q1", LIMIT_MS + 1)
    assert exercise.state.answers[-1].choice == "silence"


def test_a_late_line_for_another_scene_is_still_illegal() -> None:
    exercise, clock = begun()
    clock.pass_time(LIMIT_MS + 1)
    with pytest.raises(IllegalEvent):
        exercise.submit(LineChosen("q2", "thanks", LIMIT_MS + 1))


def test_no_time_passes_while_the_clock_is_paused() -> None:
    exercise, clock = begun()
    clock.pause()
    clock.pass_time(10 * LIMIT_MS)
    assert exercise.time_left_ms == LIMIT_MS


def test_a_step_taken_back_stays_in_the_record() -> None:
    journal = MemoryJournal()
    exercise, clock = begun(journal)
    first = exercise.state
    clock.pass_time(50_000)
    exercise.choose_line("denies")
    clock.pass_time(20_000)
    exercise.take_back()
    assert canonical(exercise.state) == canonical(first)
    assert recorded(journal, exercise)[1:] == (LineChosen("q1", "denies", 50_000), TakenBack(70_000))
    exercise.choose_line("owns")
    assert [answer.choice for answer in exercise.state.answers] == ["owns"]


def test_a_question_taken_back_to_has_its_full_time() -> None:
    exercise, clock = begun()
    clock.pass_time(LIMIT_MS + 1)
    exercise.let_time_pass()
    exercise.take_back()
    assert exercise.time_left_ms == LIMIT_MS
    clock.pass_time(1_000)
    exercise.choose_line("owns")
    assert exercise.state.at == 1_000


def test_steps_can_be_taken_back_up_to_the_start() -> None:
    exercise, _ = begun()
    first = exercise.state
    exercise.choose_line("owns")
    exercise.go_on()
    exercise.take_back()
    assert exercise.can_take_back
    exercise.take_back()
    assert exercise.state == first
    assert not exercise.can_take_back
    with pytest.raises(IllegalEvent, match="nothing to take back"):
        exercise.take_back()


def test_an_ending_is_not_taken_back() -> None:
    exercise = played_to_the_end(MemoryJournal())
    assert not exercise.can_take_back
    with pytest.raises(IllegalEvent, match="has ended"):
        exercise.take_back()


def test_the_record_in_hand_cannot_be_edited() -> None:
    exercise, _ = begun()
    assert isinstance(exercise.events, tuple)
    with pytest.raises(FrozenInstanceError):
        exercise.events[0].at = 5  # type: ignore[misc]
