"""Regrading: 10,000 stored answers graded anew by one process and by two, in one run.

    python -m tests.benchmarks.regrading [--answers N] [--jobs 1,2]

The whole command is timed: reading the record, replaying its sessions, beginning the processes, loading the models. No
sentence stands in two answers, so that none is known from before; answers are of some 60 words. On a machine that has
other things to do the clock says little; so the second ratio is reckoned from processor time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, cycle, islice

from simulator.commands.house import LocalHouse
from simulator.exercise.record import new_header
from simulator.journal.port import Journal
from simulator.loading.loader import Loaded
from simulator.scenario.assessment import Assessment
from simulator.scenario.rubric import overall
from simulator.scenario.scenes import Decision, Ending, Inject, Question
from simulator.session.advance import advance, before_start
from simulator.session.asked import present
from simulator.session.events import AnswerGiven, Continued, Event, OptionTaken, Started
from simulator.session.view import view
from tests.grading.material import Source, marked_answers

SCENARIOS = ("lu-quet-na-lai", "chemical-spill-nam-ta")
SOURCES: tuple[Source, ...] = ("dev", "own", "brief")
SENTENCES = 4


def sentences() -> Iterator[str]:
    """Sentences of the calibration material, over and over, each with a number that none before had."""
    known = [sentence for source in SOURCES for one in marked_answers(source) for sentence in one.sentences]
    for number, sentence in zip(count(1), cycle(known), strict=False):
        yield f"{sentence.rstrip('.!?')} (mục {number})."


def session(loaded: Loaded, seed: int, said: Iterator[str]) -> tuple[Event, ...]:
    """The events of a session in which every question is answered in own words."""
    scenario = loaded.scenario
    events: list[Event] = [Started(seed)]
    state = advance(scenario, before_start(scenario), events[0])
    while not isinstance(scene := present(scenario, state), Ending):
        if isinstance(scene, Question):
            levels = dict.fromkeys(scene.skills, 2)
            graded = Assessment(levels, (), (), overall(levels, ()), "podium-0")
            events.append(AnswerGiven(scene.id, " ".join(islice(said, SENTENCES)), graded, state.at + 1_000))
        elif isinstance(scene, Decision):
            first = next(offer.id for offer in view(scenario, state).offers if offer.open)
            events.append(OptionTaken(scene.id, first, state.at + 1_000))
        elif isinstance(scene, Inject):
            events.append(Continued(scene.id, state.at + 1_000))
        state = advance(scenario, state, events[-1])
    return tuple(events)


def fill(journal: Journal, house: LocalHouse, answers: int) -> int:
    """Record sessions with so many answers; returns how many sessions they took."""
    loaded = [house.loaded(name) for name in SCENARIOS]
    said, made, stored = sentences(), 0, 0
    while stored < answers:
        one = loaded[made % len(loaded)]
        events = session(one, made, said)
        header = new_header(one.scenario, one.source_hash, journal, made, "benchmark", source=str(one.path))
        journal.begin(replace(header, id=f"{header.id}-{made}"), events, "end")
        stored += sum(isinstance(event, AnswerGiven) for event in events)
        made += 1
    return made


@dataclass(frozen=True, slots=True)
class Timed:
    """A run of the command: seconds in all and for grading alone, seconds of processor time, and how many answers."""

    seconds: float
    grading: float
    processor: float
    answers: int

    def told(self, jobs: int) -> str:
        rate, each = self.answers / self.seconds, 1_000 * self.processor / self.answers
        reading = self.seconds - self.grading
        return (
            f"  {jobs} {'process  ' if jobs == 1 else 'processes'} {self.seconds:8.1f} s {rate:7.1f} answers a second"
            f" {reading:6.1f} s of it before grading, {each:6.1f} ms of processor time an answer"
        )


def regraded(jobs: int) -> Timed:
    """The command, by so many processes."""
    command = [sys.executable, "-m", "simulator", "regrade", "--all", "--jobs", str(jobs), "--format", "json"]
    begun, before = time.perf_counter(), os.times()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, after = time.perf_counter() - begun, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    outcome = json.loads(done.stdout)
    return Timed(seconds, outcome["seconds"], processor, outcome["graded"])


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--answers", type=int, default=10_000)
    options.add_argument("--jobs", default="1,2")
    given = options.parse_args()
    all_jobs = [int(jobs) for jobs in given.jobs.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PODIUM_DATA_DIR"] = folder
        house = LocalHouse()
        sessions = fill(house.journal, house, given.answers)
        house.journal.close()
        print(f"{given.answers} answers in {sessions} sessions, {os.cpu_count()} cores", flush=True)
        times = []
        for jobs in all_jobs:
            times.append(regraded(jobs))
            print(times[-1].told(jobs), flush=True)
    print(f"  by the clock the last is {times[0].seconds / times[-1].seconds:.2f} times as fast as the first")
    print(f"  on cores with nothing else to do: {free(times[0], 1) / free(times[-1], all_jobs[-1]):.2f} times")


def free(timed: Timed, jobs: int) -> float:
    """Seconds on cores with nothing else to do: what is graded side by side takes its share of processor time."""
    # What comes before the grading slows down on a busy machine as all does.
    slowed = max(1.0, timed.seconds / (timed.processor / jobs))
    reading = (timed.seconds - timed.grading) / slowed
    return reading + (timed.processor - reading) / jobs


if __name__ == "__main__":
    main()
