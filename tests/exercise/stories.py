"""The scenarios that exercises are tested with, and a journal that fails when told to."""

from __future__ import annotations

from collections.abc import Callable

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.errors import JournalFull
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import Journal
from simulator.scenario.model import Scenario
from simulator.session.events import Event
from tests.builders import decision, inject, line, question, scenario, silence, variable

HASH = "hash-of-today"
LIMIT_MS = 60_000


def briefing(**changes: object) -> Scenario:
    """q1 (60 s to answer) -> i1 -> d1 -> q2 -> end."""
    return scenario(
        question("q1", line("owns"), line("denies", flags=["blame"]), time_limit=60, silence=silence(), then="i1"),
        inject("i1", then="d1"),
        decision("d1", then="q2"),
        question("q2", line("thanks", effects=["told = told + 1"]), line("leaves")),
        variables=[variable("told")],
        **changes,
    )


def round_and_round() -> Scenario:
    """q1 -> d1 -> i1 -> q1, for ever."""
    return scenario(
        question("q1", line("owns", effects=["told = told + 1"]), line("denies", effects=["told = 0"]), then="d1"),
        decision("d1", then="i1"),
        inject("i1", then="q1"),
        variables=[variable("told")],
    )


def begun(journal: Journal | None = None, story: Scenario | None = None) -> tuple[Exercise, ManualClock]:
    """An exercise at its first question, with seed 7."""
    clock = ManualClock()
    return Exercise.begin(story or briefing(), HASH, journal or MemoryJournal(), clock, seed=7), clock


def played_to_the_end(journal: Journal) -> Exercise:
    """owns, on, do, thanks; a second each."""
    exercise, clock = begun(journal)
    steps: tuple[Callable[[], object], ...] = (
        lambda: exercise.choose_line("owns"),
        exercise.go_on,
        lambda: exercise.take_option("do"),
        lambda: exercise.choose_line("thanks"),
    )
    for step in steps:
        clock.pass_time(1_000)
        step()
    return exercise


class FailingJournal(MemoryJournal):
    """Refuses an append while `full`; while `cut_off` it records, but the confirmation is lost."""

    full = False
    cut_off = False

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        if self.full:
            raise JournalFull("here")
        super().append(session, number, event, ending)
        if self.cut_off:
            raise JournalFull("there")
