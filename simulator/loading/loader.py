"""From a path to a Scenario: every problem of one run, or the scenario ready to be played."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from simulator.errors import ExitCode, PodiumError
from simulator.language.catalogue import template
from simulator.loading.cache import keep, recall
from simulator.loading.collector import collector_off
from simulator.loading.files import FILE_NAME as FILE_NAME
from simulator.loading.files import bytes_of, folder_of, scenario_file
from simulator.loading.problems import Problem
from simulator.scenario.model import Scenario


class ScenarioInvalid(PodiumError):
    """A scenario has errors; `problems` are all of them, with the warnings."""

    exit_code = ExitCode.AUTHOR

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        super().__init__(
            template("{file} cannot be played; errors: {count}, the first in line {line}"),
            template("`podium check {file}` shows them all"),
            file=errors[0].file,
            count=len(errors),
            line=errors[0].line,
        )
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Examined:
    """A scenario file after one run: all its problems, and the scenario unless one of them is an error."""

    path: Path
    source_hash: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario that can be played, with the sha256 of its source for the journal."""

    scenario: Scenario
    source_hash: str
    path: Path


def load(path: Path) -> Loaded:
    """The scenario of a folder or file. Raises ScenarioInvalid, UsageError or MachineError."""
    examined = examine(path)
    if examined.scenario is None:
        raise ScenarioInvalid(examined.problems)
    return Loaded(examined.scenario, examined.source_hash, examined.path)


def load_scenario(path: Path) -> Scenario:
    """The scenario of a folder or file. Raises ScenarioInvalid, UsageError or MachineError."""
    return load(path).scenario


def read_scenario(path: Path) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario of a folder or file, if it has no errors, and all problems in the order of the file.

    Raises UsageError or MachineError if there is no file to read.
    """
    examined = examine(path)
    return examined.scenario, examined.problems


def examine(path: Path) -> Examined:
    """All that one run tells about a folder or file. Raises UsageError or MachineError if there is no file to read."""
    file = scenario_file(Path(path))
    data = bytes_of(file)
    source_hash = sha256(data).hexdigest()
    with collector_off():
        kept = recall(source_hash, str(file))
        if kept is not None and folder_of(file) in ("", kept[0].id):
            return Examined(file, source_hash, *kept)
    scenario, problems = read_bytes(data, file)
    if scenario is not None:
        keep(source_hash, scenario, problems)
    return Examined(file, source_hash, scenario, problems)


def read_bytes(data: bytes, file: Path) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario that a file's bytes make, if it has no errors, and all problems in the order of the file."""
    # Not needed for what the cache knows, and YAML and the checks take their time to import.
    from simulator.loading.examination import examine_bytes

    with collector_off():
        return examine_bytes(data, str(file), folder_of(file))
