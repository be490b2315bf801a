"""How fast a long record opens: `python -m tests.benchmarks.learning [SESSIONS] [ANSWERS]`.

An SQLite journal of so many sessions with so many answers each; library, profile, history and course are read from it
as the screens do, in CPU time, best of several rounds, scenarios cached. Each round opens a new house.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from simulator.commands.house import LocalHouse
from simulator.journal.connect import open_journal
from simulator.journal.database import DatabaseJournal
from simulator.journal.port import SessionHeader
from simulator.practice.bank import bank
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.rubric import overall
from simulator.scenario.single import parted
from simulator.session.events import AnswerGiven, Event, LineChosen, Started

ROUNDS = 5
BAR = 0.5
"""Seconds for each."""

SCENARIO = "chemical-spill-nam-ta"


def main(sessions: int, answers: int) -> int:
    """Measure and tell; 1 if the bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(PODIUM_DATA_DIR=f"{folder}/data", PODIUM_CACHE_DIR=f"{folder}/cache", PODIUM_LEARNER="")
        opened = open_journal().journal
        assert isinstance(opened, DatabaseJournal)
        _fill(opened, sessions, answers)
        print(f"{sessions} sessions, {sessions * answers} answers")
        jobs: dict[str, Callable[[LocalHouse], object]] = {
            "library": lambda house: house.library(),
            "answers of the record": lambda house: house.journal.answers(""),
            "profile and history": lambda house: house.learning.practice(),
            "course": lambda house: house.learning.course(),
        }
        missed = 0
        for name, job in jobs.items():
            first, best = _timed(job)
            missed += best > BAR
            print(f"{name:<22} first {first:.3f} s, best {best:.3f} s (bar {BAR} s)")
        return int(missed > 0)


def _timed(job: Callable[[LocalHouse], object]) -> tuple[float, float]:
    times = []
    for _ in range(ROUNDS):
        house = LocalHouse()
        house.speak("vi")
        begun = time.process_time()
        job(house)
        times.append(time.process_time() - begun)
    return times[0], min(times)


def _fill(journal: DatabaseJournal, sessions: int, answers: int) -> None:
    """Half of the sessions are of single questions, in which nothing but one answer is; the others have more."""
    questions, moment = bank("vi"), datetime(2025, 1, 1, 8, 0, tzinfo=UTC)
    clock = (moment + timedelta(minutes=20 * minute) for minute in count())
    journal._now = lambda: next(clock).isoformat(timespec="microseconds")
    for number in range(sessions):
        asked = questions[number % len(questions)]
        scenario = asked.id if number % 2 else SCENARIO
        header = SessionHeader(f"s{number}", scenario, "X", "hash", "vi", 1, journal._now())
        events = [Started(1, 100), *_answers(number, answers, parted(asked.id)[1])]
        journal.begin(header, events, "done" if number % 2 else "empty_chairs")


def _answers(session: int, many: int, scene: str) -> Iterator[Event]:
    """Every other one by a line."""
    for number in range(many):
        at = (number + 1) * 60_000
        if number % 2:
            yield LineChosen("opening", "plain_acid", at)
            continue
        level = (session + number) % 5
        levels = {"accuracy": level, "empathy": 4 - level, "transparency": 2}
        text = "Tôi xin lỗi bà con. 17 giờ có tin tiếp theo tại sân xã, số máy 0200 555 0126. " * 5
        findings = tuple(Finding("says when more will be known", skill, start=0, end=19) for skill in levels)  # type: ignore[arg-type]
        assessment = Assessment(levels, (), findings, overall(levels, ()), "podium-1")  # type: ignore[arg-type]
        yield AnswerGiven(scene, text, assessment, at)


if __name__ == "__main__":
    sizes = [int(text) for text in sys.argv[1:]]
    sys.exit(main(*(sizes or [1_000, 8])))
