"""Taking a session up again: as it was, after the scenario changed, and when another program went on with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.exercise.clock import ManualClock
from simulator.exercise.errors import GoesOnElsewhere, NeverBegun, OtherScenario
from simulator.exercise.exercise import Drift, Exercise
from simulator.exercise.record import new_header
from simulator.journal.errors import JournalFull, UnknownSession
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import Journal
from simulator.scenario.model import Scenario
from simulator.session.events import Continued, Event, LineChosen, Started
from simulator.session.state import canonical
from tests.builders import inject, line, question, scenario
from tests.exercise.stories import HASH, LIMIT_MS, FailingJournal, begun, briefing, played_to_the_end


def resumed(exercise: Exercise, journal: Journal, story: Scenario | None = None, source_hash: str = HASH) -> Exercise:
    return Exercise.resume(story or briefing(), source_hash, journal, exercise.session_id, ManualClock())


def shortened() -> Scenario:
    """`briefing` after its author let the decision go, and renamed a line."""
    return scenario(
        question("q1", line("admits", was=["owns"]), line("denies"), then="i1"), inject("i1", then="q3"), question("q3")
    )


def test_a_session_is_taken_up_byte_for_byte_at_every_step() -> None:
    journal = MemoryJournal()
    exercise, clock = begun(journal)
    steps: tuple[Callable[[], object], ...] = (
        lambda: exercise.choose_line("denies"),
        exercise.take_back,
        lambda: exercise.choose_line("owns"),
        exercise.go_on,
        lambda: exercise.take_option("wait"),
        exercise.take_back,
        exercise.take_back,
        exercise.go_on,
        lambda: exercise.take_option("do"),
        lambda: exercise.choose_line("leaves"),
    )
    for step in steps:
        clock.pass_time(700)
        step()
        again = resumed(exercise, journal)
        assert canonical(again.state) == canonical(exercise.state)
        assert again.events == exercise.events
        assert again.header == exercise.header
        assert again.drift is None
        assert again.time_left_ms == exercise.time_left_ms


def test_the_time_away_costs_nothing() -> None:
    journal = MemoryJournal()
    exercise, clock = begun(journal)
    clock.pass_time(50_000)
    assert resumed(exercise, journal).time_left_ms == LIMIT_MS
    exercise.choose_line("owns")
    assert resumed(exercise, journal).clock.now_ms() == 50_000


def test_a_session_taken_up_goes_on_in_the_same_record() -> None:
    journal = MemoryJournal()
    exercise, _ = begun(journal)
    exercise.choose_line("owns")
    again = resumed(exercise, journal)
    again.go_on()
    assert len(journal.sessions()) == 1
    assert resumed(exercise, journal).events == again.events


def test_an_ended_session_is_still_ended() -> None:
    journal = MemoryJournal()
    assert resumed(played_to_the_end(journal), journal).ended


def test_a_changed_scenario_that_still_fits_goes_on_in_the_same_record() -> None:
    journal = MemoryJournal()
    exercise, _ = begun(journal)
    exercise.choose_line("owns")
    again = resumed(exercise, journal, briefing(title="A better title"), "another hash")
    assert again.drift == Drift(unfit=0, branch_of="")
    assert again.session_id == exercise.session_id
    assert again.events == exercise.events


def test_a_changed_scenario_that_does_not_fit_leaves_the_old_record_whole() -> None:
    journal = MemoryJournal()
    exercise, clock = begun(journal)
    clock.pass_time(1_000)
    exercise.choose_line("owns")
    exercise.go_on()
    exercise.take_option("wait")
    exercise.choose_line("leaves")
    before = journal.entries(exercise.session_id)

    again = resumed(exercise, journal, shortened(), "another hash")
    assert again.drift == Drift(unfit=2, branch_of=exercise.session_id)
    assert again.state.scene == "q3"
    assert again.session_id != exercise.session_id
    assert again.events == (Started(7), LineChosen("q1", "admits", 1_000), Continued("i1", 1_000))
    assert (again.header.branch_of, again.header.scenario_hash) == (exercise.session_id, "another hash")
    again.choose_line("good")

    assert journal.entries(exercise.session_id) == before
    taken_up = Exercise.resume(shortened(), "another hash", journal, again.session_id, ManualClock())
    assert taken_up.drift is None
    assert canonical(taken_up.state) == canonical(again.state)


def test_the_branch_is_what_is_resumed_from_then_on() -> None:
    journal = MemoryJournal()
    exercise, _ = begun(journal)
    exercise.choose_line("owns")
    exercise.go_on()
    exercise.take_option("wait")
    branch = resumed(exercise, journal, shortened(), "another hash")
    newest = journal.latest_open("tiny")
    assert newest is not None
    assert newest.header.id == branch.session_id


def test_a_branch_that_cannot_be_recorded_changes_nothing() -> None:
    class Full(MemoryJournal):
        def begin(self, *written: object, **more: object) -> None:
            if self.sessions():
                raise JournalFull("here")
            super().begin(*written, **more)  # type: ignore[arg-type]

    journal = Full()
    exercise, _ = begun(journal)
    exercise.choose_line("owns")
    exercise.go_on()
    exercise.take_option("wait")
    with pytest.raises(JournalFull):
        resumed(exercise, journal, shortened(), "another hash")
    assert len(journal.sessions()) == 1


def test_another_scenarios_session_is_refused() -> None:
    journal = MemoryJournal()
    exercise, _ = begun(journal)
    with pytest.raises(OtherScenario, match="“tiny”, not to “other”"):
        resumed(exercise, journal, briefing(id="other"))


def test_an_unknown_session_is_refused() -> None:
    with pytest.raises(UnknownSession):
        Exercise.resume(briefing(), HASH, MemoryJournal(), "nobody's", ManualClock())


@pytest.mark.parametrize("opening", [(), (Continued("i1", 5),), (Started(0, 5_000),)])
def test_a_record_without_a_beginning_is_refused(opening: tuple[Event, ...]) -> None:
    journal = MemoryJournal()
    header = new_header(briefing(), HASH, journal, 7)
    journal.begin(header, opening)
    with pytest.raises(NeverBegun):
        Exercise.resume(briefing(), HASH, journal, header.id, ManualClock())


def test_when_another_program_went_on_its_steps_are_taken_over_and_said_so() -> None:
    journal = MemoryJournal()
    ours, _ = begun(journal)
    theirs = resumed(ours, journal)
    theirs.choose_line("denies")
    theirs.go_on()
    told: list[Event] = []
    ours.subscribe(lambda event, state: told.append(event))
    with pytest.raises(GoesOnElsewhere, match="meanwhile: 2"):
        ours.choose_line("owns")
    assert ours.events == theirs.events
    assert canonical(ours.state) == canonical(theirs.state)
    assert tuple(told) == theirs.events[1:]
    ours.take_option("do")
    assert resumed(ours, journal).events == ours.events


def test_what_another_program_did_is_not_taken_over_where_it_does_not_fit() -> None:
    journal = MemoryJournal()
    ours, _ = begun(journal)
    journal.append(ours.session_id, 1, LineChosen("q9", "from_another_version", 5))
    before = ours.state
    with pytest.raises(GoesOnElsewhere):
        ours.choose_line("owns")
    assert ours.state is before
    assert len(ours.events) == 1


def test_a_step_whose_confirmation_was_lost_is_recorded_once() -> None:
    journal = FailingJournal()
    exercise, clock = begun(journal)
    journal.cut_off = True
    with pytest.raises(JournalFull):
        exercise.choose_line("owns")
    assert exercise.state.scene == "q1"
    journal.cut_off = False
    clock.pass_time(800)
    exercise.choose_line("owns")
    assert exercise.state.scene == "i1"
    assert exercise.events == (Started(7), LineChosen("q1", "owns", 0))
    assert resumed(exercise, journal).events == exercise.events


def test_a_lost_confirmation_is_no_licence_for_another_line() -> None:
    journal = FailingJournal()
    exercise, _ = begun(journal)
    journal.cut_off = True
    with pytest.raises(JournalFull):
        exercise.choose_line("owns")
    journal.cut_off = False
    with pytest.raises(GoesOnElsewhere):
        exercise.choose_line("denies")
    assert exercise.events[1:] == (LineChosen("q1", "owns", 0),)
