"""How fast the engine steps: `python -m tests.benchmarks.engine_steps`.

A session of about fifty answers is played over and over on a generated scenario of a thousand scenes,
through the public `advance` and with its events made anew, in CPU time and with the collector on. The
ratio to a plain loop of fixed work, timed in the same run, lets machines be compared. Scenes are compiled
when they are first reached: everything is played once before the clock starts, and the first session, which
compiles its fifty scenes, has a figure of its own. `--json` prints the bare figures.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence

from simulator.scenario.model import Scenario
from simulator.session.advance import advance, before_start
from simulator.session.events import Event, LineChosen, Started
from simulator.session.replay import replay
from simulator.session.state import SessionState
from tests.builders import Written, line, question, scenario, variable

SCENES = 1_000
STEPS = 50
SESSIONS = 400
ROUNDS = 7
REPLAYED = 40

LINES = ("owns", "informs", "denies")


def thousand_scenes() -> Scenario:
    """Questions in a ring, from each of which three lines lead on, mostly by two conditional ways."""
    questions = [_question(number) for number in range(SCENES)]
    return scenario(*questions, id="thousand", start="q0", variables=[variable("promises")])


def _question(number: int) -> Written:
    onward = f"q{(number + 1) % SCENES}"
    ways = [
        {"when": "level(empathy) <= 0", "go": "end"},
        {"when": "flag(blame) and trust < 3", "go": f"q{(number + 7) % SCENES}"},
        {"go": onward},
    ]
    return question(
        f"q{number}",
        line("owns", levels={"accuracy": 4, "empathy": 3}, effects=["promises += 1"] if number % 4 == 0 else []),
        line("informs", levels={"accuracy": 3, "empathy": 2}, when="heat <= 100"),
        line("denies", levels={"accuracy": 1, "empathy": 1}, flags=["blame"] if number % 3 == 0 else []),
        then=onward if number % 5 == 0 else ways,
    )


def script(seed: int, steps: int) -> list[tuple[str, int]]:
    """Which line is given when: varied with seed and step, so that trust stays in the middle."""
    return [(LINES[(seed + step * step) % 3], step * 1000) for step in range(steps)]


def play(thousand: Scenario, seed: int, given: Iterable[tuple[str, int]]) -> SessionState:
    """One session from its start."""
    state = advance(thousand, before_start(thousand), Started(seed))
    for line_id, at in given:
        state = advance(thousand, state, LineChosen(state.scene, line_id, at))
    return state


def play_all(thousand: Scenario, scripts: Sequence[list[tuple[str, int]]]) -> None:
    """Every script as one session."""
    for seed, given in enumerate(scripts):
        play(thousand, seed, given)


def plain_loop() -> int:
    """Fixed work in plain Python, of the kind a step is made of: calls, tuples, look-ups."""
    table = {str(number): number for number in range(100)}
    total = 0
    kept: tuple[object, ...] = ()
    for number in range(100_000):
        kept = (number, total, kept[:2])
        total = _added(total, table[str(number % 100)])
    return total


def _added(total: int, more: int) -> int:
    return (total + more) % 1_000_003


def seconds(work: Callable[[], object]) -> float:
    """The CPU time that the work takes once."""
    before = time.process_time()
    work()
    return time.process_time() - before


def best(work: Callable[[], object]) -> float:
    """The least CPU time of ROUNDS: what the machine can do when nobody else is on it."""
    return min(seconds(work) for _ in range(ROUNDS))


def measured() -> dict[str, float]:
    """All figures, by name."""
    thousand, scripts = thousand_scenes(), [script(seed, STEPS) for seed in range(SESSIONS)]
    steps = SESSIONS * (STEPS + 1)
    cold = seconds(lambda: play(thousand, 0, scripts[0]))
    play_all(thousand, scripts)
    stepping, plain = best(lambda: play_all(thousand, scripts)), best(plain_loop)
    steps_taken = play(thousand, 0, script(0, REPLAYED)).path
    events: list[Event] = [Started(0), *(LineChosen(step.scene, step.choice, step.at) for step in steps_taken)]
    return {
        "steps_per_second": steps / stepping,
        "steps_per_second_cold": (STEPS + 1) / cold,
        "steps_per_plain_loop": steps / stepping * plain,
        "replay_of_40_answers_ms": best(lambda: replay(thousand, events)) * 1000,
    }


LABELS = {
    "steps_per_second": "steps a second, scenes compiled beforehand",
    "steps_per_second_cold": "steps a second in the first session, which compiles its scenes",
    "steps_per_plain_loop": "steps in the time of one plain loop of 100,000 rounds",
    "replay_of_40_answers_ms": "milliseconds to replay a session of 40 answers",
}


def main(arguments: Sequence[str]) -> None:
    figures = measured()
    if "--json" in arguments:
        sys.stdout.write(json.dumps(figures) + "\n")
        return
    for name, figure in figures.items():
        sys.stdout.write(f"{figure:12,.2f}  {LABELS[name]}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
