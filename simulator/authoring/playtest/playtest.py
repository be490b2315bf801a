"""A playtest: many runs, the personas in turn, each round with the next seed; and what was counted over them.

A run in which chance had no part is the same with every seed: it is played once and counted for each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.authoring.playtest.bots import bot_of
from simulator.authoring.playtest.own_words import OwnWords
from simulator.authoring.playtest.personas import PERSONAS, Persona
from simulator.authoring.playtest.run import Failure, Run, Runner
from simulator.loading.collector import collector_off
from simulator.scenario.model import Scenario
from simulator.scenario.situation import mean_overall
from simulator.session.compiled import compiled
from simulator.session.events import SEED_MAX
from simulator.session.state import SessionState

FAILURES_MOST = 20
"""So many runs that failed are kept; of the others only their number."""

Progress = Callable[[int], object]


@dataclass(slots=True)
class Outcomes:
    """What came of one persona's runs that ended: how often each ending and each final figure."""

    runs: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    score: Counter[int] = field(default_factory=Counter)
    trust: Counter[int] = field(default_factory=Counter)
    heat: Counter[int] = field(default_factory=Counter)

    def count(self, state: SessionState, times: int) -> None:
        """Count a run's last state."""
        self.runs += times
        self.endings[state.scene] += times
        self.score[mean_overall(state.answers)] += times
        self.trust[state.trust] += times
        self.heat[state.heat] += times


@dataclass(slots=True)
class Playtest:
    """What a playtest came to. `hits` counts (scene, choice); the choice is empty at injects and endings.

    `failures` are the first runs that failed, each of them once; `failed` is how many did, over all seeds.
    """

    scenario: Scenario
    runs: int
    seed: int
    hits: Counter[tuple[str, str]] = field(default_factory=Counter)
    personas: dict[Persona, Outcomes] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    failed: int = 0
    own_words: OwnWords | None = None
    spoken: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each sample was said, by scene and choice; in `hits` it counts as an answer in own words."""

    def count(self, persona: Persona, run: Run, times: int) -> None:
        """Count a run so many times."""
        for step in run.state.path:
            self.hits[step[:2]] += times
        for said in run.spoken:
            self.spoken[said] += times
        if run.failure is None:
            self.hits[run.state.scene, ""] += times
            self.personas[persona].count(run.state, times)
            return
        self.failed += times
        if len(self.failures) < FAILURES_MOST:
            self.failures.append(run.failure)


def playtest(
    scenario: Scenario,
    runs: int,
    seed: int = 0,
    progress: Progress = lambda done: None,
    own_words: OwnWords | None = None,
) -> Playtest:
    """Play so many runs; `progress` is told how many more are done each time. With `own_words` bots say samples."""
    result = Playtest(scenario, runs, seed, own_words=own_words)
    with collector_off():  # a run leaves no cycles, and many tuples to walk
        for number, persona in enumerate(PERSONAS):
            result.personas[persona] = Outcomes()
            _play(result, persona, len(range(number, runs, len(PERSONAS))), progress)
    return result


def _play(result: Playtest, persona: Persona, runs: int, progress: Progress) -> None:
    """All runs of one persona."""
    bot = bot_of(persona, compiled(result.scenario), result.own_words)
    runner = Runner(result.scenario, persona, bot, result.own_words)
    for number in range(runs):
        run = runner.run((result.seed + number) % (SEED_MAX + 1))
        times = 1 if run.by_chance else runs - number
        result.count(persona, run, times)
        progress(times)
        if not run.by_chance:
            return
