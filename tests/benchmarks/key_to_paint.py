"""Key to paint in the press room: the real program in a terminal, a shipped scenario, one player.

    python -m tests.benchmarks.key_to_paint [RUNS]

Measures from the writing of a key to the first bytes painted, for marking another line, for giving an answer (its
aftermath appears) and for going on (the next scene appears). Bar: p95 of all keys at most 30 ms. Two more tables are
for comparison: one leaves out what the program waited for a core on a busy machine, one runs to the last byte of the
paint. What is on the table is known from a session that is played alongside.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.memory import MemoryJournal
from simulator.loading.loader import load
from simulator.loading.shelf import find
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Inject, Question
from simulator.session.view import View, view
from simulator.tui.widgets.told import told_of
from tests.benchmarks.terminal import Terminal

SCENARIO = "lu-quet-na-lai"
BAR_MS = 30.0
QUIET_SECONDS = 0.12
"""A paint is over when nothing has come for so long; the next key is pressed then."""

Key = tuple[str, str]
"""What a key is pressed for, and its bytes."""

MARK, ANSWER, GO_ON = "marking another line", "giving an answer", "going on"
DOWN, UP, ENTER = "\x1b[B", "\x1b[A", "\r"


def keys(scenario: Scenario, seed: int) -> Iterator[Key]:
    """The keys of one session, from its first scene to its ending; a different open line is said from seed to seed."""
    journal, clock = MemoryJournal(), ManualClock()
    exercise = Exercise.begin(scenario, "", journal, clock, seed=seed, time_scale=0, presses=True)
    turn = seed
    while not exercise.ended:
        table = view(exercise.scenario, exercise.state)
        if isinstance(table.scene, Inject):
            exercise.go_on()
            yield GO_ON, ENTER
            continue
        turn += 1
        yield from _choosing(table, turn)
        chosen = table.offers[_open(table)[turn % len(_open(table))]].id
        if isinstance(table.scene, Question):
            exercise.choose_line(chosen)
        else:
            exercise.take_option(chosen)
        if told_of(exercise) is not None:
            yield ANSWER, ENTER
        yield GO_ON, ENTER


def _open(table: View) -> list[int]:
    return [place for place, offer in enumerate(table.offers) if offer.open]


def _choosing(table: View, turn: int) -> Iterator[Key]:
    places = _open(table)
    # No line is marked before the first key.
    for key in (DOWN,) * len(places) + (UP,) * (len(places) - 1):
        yield MARK, key
    chosen = places[turn % len(places)]
    if chosen != places[0]:
        yield MARK, str(chosen + 1)


class Figures(NamedTuple):
    """Of one key, in milliseconds: to the first byte painted, that less the wait for a core, and to the last byte."""

    first: float
    undisturbed: float
    last: float


def timed(terminal: Terminal, key: str) -> Figures | None:
    """Press a key and wait until it is painted; None if nothing is."""
    waited, begun = waits(terminal.pid), time.perf_counter()
    terminal.press(key)
    first = terminal.first_output(1.0)
    if first is None:
        return None
    waited = waits(terminal.pid) - waited
    last = terminal.settle(QUIET_SECONDS) - begun
    return Figures(first * 1000, max(0.0, first * 1000 - waited), max(first, last) * 1000)


def waits(pid: int) -> float:
    """Milliseconds for which the main thread stood ready while others had the cores; 0 where that is not told."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e6
    except OSError:
        return 0.0


def main() -> int:
    """Play a few sessions and print; the exit code says whether the bar is kept."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    scenario = load(find(SCENARIO)).scenario
    measured: dict[str, list[Figures]] = defaultdict(list)
    for seed in range(1, runs + 1):
        for what, figures in _session(scenario, seed):
            measured[what].append(figures)
    print(f"{SCENARIO}, {runs} sessions, load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    overall = _table("key to first painted byte, ms", measured, "first")
    _table("the same less the wait for a core", measured, "undisturbed")
    _table("key to last painted byte, ms", measured, "last")
    kept = overall <= BAR_MS
    print(f"\np95 overall {overall:.1f} ms, bar {BAR_MS:.0f} ms: {'kept' if kept else 'NOT kept'}")
    return 0 if kept else 1


def _session(scenario: Scenario, seed: int) -> Iterator[tuple[str, Figures]]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PODIUM_DATA_DIR": folder, "PODIUM_CACHE_DIR": folder, "PODIUM_LANGUAGE": "en"}
        command = [sys.executable, "-m", "simulator", "play", SCENARIO, "--seed", str(seed), "--time-scale", "0"]
        terminal = Terminal(command, environment)
        try:
            terminal.wait_for("Into the press room")
            terminal.settle(0.3)
            terminal.press(ENTER)
            terminal.wait_for("Dossier")
            terminal.settle(0.5)
            for what, key in keys(scenario, seed):
                if (measured := timed(terminal, key)) is not None:
                    yield what, measured
        finally:
            terminal.close()


def _table(title: str, measured: dict[str, list[Figures]], column: str) -> float:
    """Print one column of the figures; returns the 95th percentile of all."""
    rows = {name: [getattr(figures, column) for figures in of_name] for name, of_name in measured.items()}
    rows["overall"] = [figure for figures in rows.values() for figure in figures]
    print(f"\n{title:34}{'keys':>6}{'p50':>8}{'p95':>8}{'max':>8}")
    for name, row in rows.items():
        p95 = statistics.quantiles(row, n=20, method="inclusive")[-1]
        print(f"  {name:32}{len(row):>6}{statistics.median(row):>8.1f}{p95:>8.1f}{max(row):>8.1f}")
    return float(p95)


if __name__ == "__main__":
    sys.exit(main())
