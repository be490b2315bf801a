"""Testing: a play-through's file is rehearsed, and what came otherwise is found with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.loading.playthrough import ExaminedPlaythrough, examine_playthrough
from simulator.loading.problems import Problem
from simulator.scenario.model import Scenario
from simulator.session.differences import Difference
from simulator.session.playthrough import Playthrough
from simulator.session.rehearsal import rehearse, rehearse_with
from simulator.session.view import view

OTHER_SEEDS = range(40)
"""The seeds that are tried where a play-through says that any seed leads to its ending."""


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of one file: problems of the file itself, differences with their lines, and what broke, if anything."""

    path: Path
    scenario: str
    title: str
    problems: tuple[Problem, ...]
    differences: tuple[tuple[int, Difference], ...] = ()
    broke: str = ""

    @property
    def agrees(self) -> bool:
        return bool(self.title) and not self.differences and not self.broke


def put_to_test(path: Path, scenario: Scenario) -> Tested:
    """Rehearse a play-through's file. Raises MachineError if it cannot be read."""
    examined = examine_playthrough(path, scenario)
    playthrough = examined.playthrough
    if playthrough is None:
        return Tested(path, scenario.id, "", examined.problems)
    try:
        found = tuple((_line(examined, one), one) for one in _differences(scenario, playthrough))
    except Exception as error:  # a play-through that a playtest wrote may be there to show what breaks
        broke = f"{type(error).__name__}: {error}"
        return Tested(path, scenario.id, playthrough.title, examined.problems, broke=broke)
    return Tested(path, scenario.id, playthrough.title, examined.problems, found)


def _differences(scenario: Scenario, playthrough: Playthrough) -> Iterator[Difference]:
    """Those with its own seed; and if there are none, those with the first other seed that has any."""
    rehearsal = rehearse(scenario, playthrough)
    view(scenario, rehearsal.states[-1])
    yield from rehearsal.differences
    if rehearsal.differences or playthrough.other_seeds is None:
        return
    others = (rehearse_with(scenario, playthrough, seed) for seed in OTHER_SEEDS)
    yield from next((other.differences for other in others if not other.agrees), ())


def _line(examined: ExaminedPlaythrough, difference: Difference) -> int:
    return examined.step_lines[difference.step - 1] if difference.step else 1
