"""A facilitator's orders in an exercise: once each, from any program and any thread; and the news of other programs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.exercise.clock import ManualClock
from simulator.exercise.errors import GoesOnElsewhere
from simulator.exercise.exercise import Exercise
from simulator.journal.errors import JournalFull
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import Journal
from simulator.scenario.assessment import Assessment
from simulator.session.events import (
    DeadlinePassed,
    Event,
    Extended,
    IllegalEvent,
    Injected,
    LineChosen,
    Pressed,
    order_of,
)
from simulator.session.press import Press
from simulator.session.room_inject import RoomInject
from simulator.session.state import SessionState, canonical
from tests.exercise.stories import HASH, LIMIT_MS, FailingJournal, begun, briefing, played_to_the_end, round_and_round

NEWS = RoomInject(1, "The river rises.", "Flood", "Radio")
ASSESSED = Assessment({"accuracy": 3}, (), (), 75, "podium-1")


def elsewhere(exercise: Exercise, journal: Journal) -> Exercise:
    """The same session in another program."""
    return Exercise.resume(exercise.scenario, HASH, journal, exercise.session_id, ManualClock())


def test_each_order_is_recorded_and_told_once() -> None:
    journal = MemoryJournal()
    exercise, _ = begun(journal)
    told: list[Event] = []
    exercise.subscribe(lambda event, state: told.append(event))
    for _ in range(2):
        exercise.inject(NEWS)
        exercise.extend(30_000, 2)
        exercise.ask("hang", "Who answers for it?", ["accuracy"], 3)
    assert [type(event) for event in told] == [Injected, Extended, Pressed]
    assert exercise.state.orders == (1, 2, 3)
    assert tuple(entry.event for entry in journal.entries(exercise.session_id)) == exercise.events
    assert exercise.question.text == "Who answers for it?"


def test_more_time_is_counted_by_the_clock() -> None:
    exercise, clock = begun()
    clock.pass_time(LIMIT_MS)
    exercise.extend(30_000, 1)
    assert exercise.time_left_ms == 30_000
    assert not exercise.let_time_pass()
    clock.pass_time(30_000)
    assert exercise.let_time_pass()


def test_a_question_waits_while_a_press_stands_and_nothing_comes_after_the_end() -> None:
    exercise, _ = begun()
    exercise.ask("hang", "Who answers for it?", ["accuracy"], 1)
    with pytest.raises(IllegalEvent, match="answer that question first"):
        exercise.ask("hang", "And when?", ["accuracy"], 2)
    exercise.answer("The province.", ASSESSED)
    exercise.ask("hang", "And when?", ["accuracy"], 2)
    assert [press.id for press in exercise.state.pressed] == ["press_1", "press_2"]
    ended = played_to_the_end(MemoryJournal())
    with pytest.raises(IllegalEvent, match="has ended"):
        ended.inject(NEWS)
    assert ended.state.orders == ()


def test_an_answer_that_was_written_for_another_question_is_refused() -> None:
    exercise, _ = begun()
    exercise.ask("hang", "Who answers for it?", ["accuracy"], 1)
    with pytest.raises(IllegalEvent, match="answer that question first"):
        exercise.answer("The river.", ASSESSED, "q1")
    assert not exercise.state.answers
    exercise.answer("The province.", ASSESSED, "press_1")
    assert exercise.state.answers[-1].scene == "press_1"


def test_nothing_is_there_to_take_back_though_a_facilitator_has_acted() -> None:
    exercise, _ = begun()
    exercise.inject(NEWS)
    assert not exercise.can_take_back
    with pytest.raises(IllegalEvent, match="nothing to take back"):
        exercise.take_back()


def test_an_order_survives_a_take_back_and_is_not_carried_out_again() -> None:
    journal = MemoryJournal()
    exercise, clock = begun(journal)
    clock.pass_time(5_000)
    exercise.choose_line("owns")
    clock.pass_time(5_000)
    exercise.inject(NEWS)
    exercise.ask("hang", "Who answers for it?", ["accuracy"], 2)
    exercise.take_back()
    assert (exercise.state.scene, exercise.state.orders, exercise.state.answers) == ("q1", (1, 2), ())
    exercise.inject(NEWS)
    assert len(exercise.events) == 5
    exercise.answer("The province.", ASSESSED)
    assert exercise.time_left_ms == LIMIT_MS
    assert canonical(elsewhere(exercise, journal).state) == canonical(exercise.state)


def test_another_programs_order_is_no_rival_of_a_step() -> None:
    journal = MemoryJournal()
    ours, clock = begun(journal)
    theirs = elsewhere(ours, journal)
    theirs.clock.start_from(9 * LIMIT_MS)  # Its clock must not take of the trainee's time.
    theirs.inject(NEWS)
    theirs.extend(1_000, 2)
    clock.pass_time(4_000)
    state = ours.choose_line("owns")
    assert (state.orders, state.answers[-1].at) == ((1, 2), 4_000)
    assert theirs.refresh()
    assert theirs.events == ours.events


def test_a_step_does_not_pass_over_a_question_that_another_program_put() -> None:
    journal = MemoryJournal()
    ours, _ = begun(journal)
    elsewhere(ours, journal).ask("hang", "Who answers for it?", ["accuracy"], 1)
    with pytest.raises(IllegalEvent, match="answer that question first"):
        ours.choose_line("owns")
    assert ours.question.text == "Who answers for it?"


def test_an_order_that_another_program_has_carried_out_is_done() -> None:
    journal = MemoryJournal()
    ours, _ = begun(journal)
    theirs = elsewhere(ours, journal)
    theirs.choose_line("owns")
    theirs.inject(NEWS)
    ours.inject(NEWS)
    ours.inject(RoomInject(2, "More."))
    assert [order_of(event) for event in ours.events] == [0, 0, 1, 2]
    assert theirs.refresh()
    assert canonical(theirs.state) == canonical(ours.state)


def test_an_order_whose_confirmation_was_lost_is_recorded_once() -> None:
    journal = FailingJournal()
    exercise, _ = begun(journal)
    journal.cut_off = True
    with pytest.raises(JournalFull):
        exercise.inject(NEWS)
    journal.cut_off = False
    exercise.inject(NEWS)
    assert [order_of(entry.event) for entry in journal.entries(exercise.session_id)] == [0, 1]


def test_refresh_takes_over_what_fits_tells_of_it_and_raises_nothing() -> None:
    journal = MemoryJournal()
    ours, _ = begun(journal)
    theirs = elsewhere(ours, journal)
    assert not ours.refresh()
    told: list[tuple[Event, SessionState]] = []
    ours.subscribe(lambda event, state: told.append((event, state)))
    theirs.choose_line("owns")
    theirs.take_back()
    assert ours.refresh()
    assert [event for event, _ in told] == list(theirs.events[1:])
    assert told[-1][1] == ours.state
    journal.append(ours.session_id, 3, LineChosen("q9", "from_another_version", 5))
    assert not ours.refresh()
    assert len(ours.events) == 3


def test_observers_may_act_and_all_are_told_in_order() -> None:
    exercise, _ = begun()
    told: list[str] = []

    def acts(event: Event, state: SessionState) -> None:
        told.append(type(event).__name__)
        if isinstance(event, LineChosen):
            exercise.inject(NEWS)

    exercise.subscribe(acts)
    exercise.subscribe(lambda event, state: told.append(type(event).__name__.lower()))
    exercise.choose_line("owns")
    assert told == ["LineChosen", "linechosen", "Injected", "injected"]


def test_steps_orders_and_news_from_many_threads_leave_one_record() -> None:
    """Nothing is lost, nothing comes twice, and every program ends with the same state."""
    journal, story = MemoryJournal(), round_and_round()
    ours, _ = begun(journal, story)
    theirs = elsewhere(ours, journal)
    told: list[Event] = []
    ours.subscribe(lambda event, state: told.append(event))
    start = Barrier(6)

    def steps() -> None:
        start.wait()
        for _ in range(40):
            with suppress(IllegalEvent, GoesOnElsewhere):
                ours.choose_line("owns")
            with suppress(IllegalEvent, GoesOnElsewhere):
                ours.take_option("do")
            with suppress(IllegalEvent, GoesOnElsewhere):
                ours.go_on()

    def orders(exercise: Exercise) -> None:
        start.wait()
        for order in range(1, 41):
            exercise.inject(RoomInject(order, "News."))

    def refreshes(exercise: Exercise) -> None:
        start.wait()
        for _ in range(40):
            exercise.refresh()

    with ThreadPoolExecutor(6) as threads:
        acts = (steps, lambda: orders(ours), lambda: orders(theirs), lambda: refreshes(ours), lambda: refreshes(theirs))
        for done in [*map(threads.submit, acts), threads.submit(orders, ours)]:
            done.result()
    ours.refresh()
    theirs.refresh()
    assert ours.events == theirs.events == tuple(entry.event for entry in journal.entries(ours.session_id))
    assert sorted(ours.state.orders) == list(range(1, 41))
    assert tuple(told) == ours.events[1:]
    assert canonical(elsewhere(ours, journal).state) == canonical(ours.state) == canonical(theirs.state)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["line", "option", "on", "words", "back", "silence", "extend", "inject", "ask", "refresh"]),
        st.booleans(),
        st.integers(1, 5),
        st.sampled_from([0, 700, LIMIT_MS]),
    ),
    max_size=25,
)


def _act(exercise: Exercise, what: str, order: int) -> object:
    scene = exercise.state.press.id if exercise.state.press else exercise.state.scene
    match what:
        case "line":
            return exercise.choose_line("owns")
        case "option":
            return exercise.take_option("do")
        case "on":
            return exercise.go_on()
        case "words":
            return exercise.answer("So.", ASSESSED)
        case "back":
            return exercise.take_back()
        case "silence":
            return exercise.submit(DeadlinePassed(scene, exercise.clock.now_ms()))
        case "extend":
            return exercise.extend(order * 1_000, order)
        case "inject":
            return exercise.inject(RoomInject(order, "News."))
        case "ask":
            return exercise.ask("hang", "Who answers for it?", ["accuracy"], order)
    return exercise.refresh()


@settings(max_examples=150)
@given(ACTS)
def test_two_programs_that_act_in_turn_agree_on_one_record(acts: list[tuple[str, bool, int, int]]) -> None:
    journal = MemoryJournal()
    ours, _ = begun(journal, briefing())
    pair = (ours, elsewhere(ours, journal))
    for what, mine, order, wait in acts:
        exercise = pair[mine]
        assert isinstance(exercise.clock, ManualClock)
        exercise.clock.pass_time(wait)
        with suppress(IllegalEvent, GoesOnElsewhere):
            _act(exercise, what, order)
        assert exercise.time_left_ms is None or exercise.time_left_ms >= 0
    for exercise in pair:
        exercise.refresh()
    events = tuple(entry.event for entry in journal.entries(ours.session_id))
    orders = [order_of(event) for event in events if order_of(event)]
    assert len(set(orders)) == len(orders)
    assert sorted(ours.state.orders) == sorted(orders)
    assert pair[0].events == pair[1].events == events
    assert canonical(elsewhere(ours, journal).state) == canonical(pair[0].state) == canonical(pair[1].state)


def test_a_journalist_who_presses_later_finds_a_number_that_is_free() -> None:
    journal = MemoryJournal()
    exercise = Exercise.begin(briefing(), HASH, journal, ManualClock(), seed=7, presses=True)
    exercise.choose_line("denies")
    first = exercise.state.press
    assert first is not None
    exercise.choose_line(first.lines[0].id)
    if exercise.state.press is not None:
        exercise.choose_line(exercise.state.press.lines[0].id)
    exercise.ask("hang", "Who answers for it?", ["accuracy"], 1)
    asked = exercise.state.press
    assert isinstance(asked, Press)
    while exercise.can_take_back:
        exercise.take_back()
    assert (exercise.state.scene, exercise.state.press) == ("q1", asked)
    exercise.answer("The province.", ASSESSED)
    exercise.choose_line("denies")
    assert exercise.state.press is not None
    assert exercise.state.press.id not in ("press_1", asked.id)
    assert canonical(elsewhere(exercise, journal).state) == canonical(exercise.state)


class Overtaken(MemoryJournal):
    """Another program puts the facilitator's question just before the next press is recorded."""

    rival: Exercise | None = None

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        rival, self.rival = self.rival, None if isinstance(event, Pressed) else self.rival
        if rival is not None and isinstance(event, Pressed):
            rival.refresh()
            rival.ask("hang", "Who answers for it?", ["accuracy"], 1)
        super().append(session, number, event, ending)


def test_an_answer_stays_accepted_though_a_facilitator_is_quicker_than_the_journalist() -> None:
    journal = Overtaken()
    exercise = Exercise.begin(briefing(), HASH, journal, ManualClock(), seed=7, presses=True)
    journal.rival = elsewhere(exercise, journal)
    state = exercise.choose_line("denies")
    assert state.answers[-1].choice == "denies"
    assert state.press is not None
    assert state.press.is_facilitators
