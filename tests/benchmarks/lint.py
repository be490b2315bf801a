"""How fast a large scenario is linted, and whether ten times the scenes take ten times as long.

`python -m tests.benchmarks lint`. CPU time, beyond loading, best of several rounds. The findings' places are measured
apart: they are looked up only where something was found, and cost one more reading of the file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from simulator.authoring.lint.checks import CHECKS
from simulator.authoring.lint.lint import lint
from simulator.authoring.lint.subject import Linted
from simulator.loading import events, limits, source
from simulator.loading.collector import collector_off
from simulator.loading.loader import read_bytes
from simulator.scenario.model import Scenario
from tests.benchmarks.generate import scenario_text
from tests.benchmarks.loading_speed import best, plain_loop

BAR = 0.3
"""Seconds of CPU for a thousand scenes."""

NEAR_LINEAR = 15
"""How many times as long ten times the scenes may take."""

TODAY = date(2026, 11, 26)


def loaded(scenes: int) -> tuple[Scenario, bytes]:
    """A generated scenario, larger than a file may be."""
    for room in (limits, source, events):
        for name in ("SIZE_MAX", "NODES_MAX"):
            if hasattr(room, name):
                setattr(room, name, 10**9)
    data = scenario_text(scenes).encode()
    scenario, problems = read_bytes(data, Path("generated.yaml"))
    assert scenario is not None, problems
    return scenario, data


def checking(scenario: Scenario, data: bytes) -> Callable[[], int]:
    """All checks over a scenario; how many flaws they find."""
    text = data.decode()

    def check() -> int:
        with collector_off():
            subject = Linted(scenario, text, TODAY)
            return sum(1 for check in CHECKS for _ in check.check(subject))

    return check


def main() -> int:
    """Measure and tell; 1 if a bar is missed."""
    loop = best(plain_loop)
    taken = {}
    for scenes in (1_000, 10_000):
        scenario, data = loaded(scenes)
        taken[scenes] = best(checking(scenario, data))
        print(f"{scenes:6} scenes, checks   {taken[scenes] * 1000:8.1f} ms   {taken[scenes] / loop:6.2f} loops")
        if scenes == 1_000:
            whole = best(partial(lint, scenario, data, "generated.yaml", TODAY))
            print(f"{scenes:6} scenes, and places {whole * 1000:6.1f} ms   {whole / loop:6.2f} loops")
    ratio = taken[10_000] / taken[1_000]
    print(f"ten times the scenes take {ratio:.1f} times as long")
    return int(taken[1_000] > BAR or ratio > NEAR_LINEAR)


if __name__ == "__main__":
    sys.exit(main())
