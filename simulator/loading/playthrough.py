"""A play-through's file -> a Playthrough whose scenes and choices are the scenario's, or what is wrong, at its place.

Whether the steps follow one another is not looked into here: that is found out by rehearsing them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.errors import MachineError
from simulator.language.catalogue import template
from simulator.language.machine import reason_of
from simulator.loading.files import bytes_of
from simulator.loading.playthrough_flaws import flaws_of
from simulator.loading.problems import Problem
from simulator.loading.report import Report
from simulator.loading.shape import note_flaw, read_as
from simulator.loading.source import Source, read_source
from simulator.scenario.model import Scenario
from simulator.session.playthrough import Playthrough

FOLDER_NAME = "playthroughs"
"""The folder beside a scenario's file in which its play-throughs are."""


@dataclass(frozen=True, slots=True)
class ExaminedPlaythrough:
    """A play-through's file after one run: all its problems, and the play-through unless one of them is an error.

    `step_lines` are the lines on which its steps begin, so that a rehearsal's differences can be told with their
    place.
    """

    path: Path
    playthrough: Playthrough | None
    problems: tuple[Problem, ...]
    step_lines: tuple[int, ...] = ()


def playthrough_files(scenario_file: Path) -> tuple[Path, ...]:
    """The files of the play-throughs beside a scenario's file, by name. Raises MachineError if they are locked away."""
    folder = scenario_file.parent / FOLDER_NAME
    try:
        return tuple(sorted(path for path in folder.iterdir() if path.suffix == ".yaml")) if folder.is_dir() else ()
    except OSError as error:
        raise _unreadable(folder, error) from None


def examine_playthrough(path: Path, scenario: Scenario) -> ExaminedPlaythrough:
    """All that one run tells about a play-through's file. Raises MachineError if it cannot be read."""
    return examine_playthrough_bytes(bytes_of(path), path, scenario)


def examine_playthrough_bytes(data: bytes, path: Path, scenario: Scenario) -> ExaminedPlaythrough:
    """The same of a file's bytes; `path` is where problems are said to be."""
    source, report = read_source(data, str(path))
    playthrough = _examine_source(source, scenario, report) if source is not None else None
    if source is None or playthrough is None or report.has_errors:
        return ExaminedPlaythrough(path, None, report.problems())
    lines = tuple(source.places.of(("steps", number)).line for number in range(len(playthrough.steps)))
    return ExaminedPlaythrough(path, playthrough, report.problems(), lines)


def _examine_source(source: Source, scenario: Scenario, report: Report) -> Playthrough | None:
    playthrough = read_as(Playthrough, source, report)
    if playthrough is not None:
        for code, flaw in flaws_of(playthrough, scenario):
            note_flaw(code, flaw, source, report)
    return playthrough


def _unreadable(path: Path, error: OSError) -> MachineError:
    return MachineError(template("{path} cannot be read: {reason}"), path=path, reason=reason_of(error))
