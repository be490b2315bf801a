"""From a path to a Scenario: every problem of one run, or the scenario ready to be played."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from simulator.errors import ExitCode, MachineError, PodiumError, UsageError
from simulator.language.catalogue import template
from simulator.loading.cache import keep, recall
from simulator.loading.checks import run_checks
from simulator.loading.checks.subject import Subject
from simulator.loading.expressions import expressions_of, note_faults
from simulator.loading.problems import Problem
from simulator.loading.report import Report
from simulator.loading.shape import read_shape
from simulator.loading.source import SIZE_MAX, Source, read_source
from simulator.loading.unseen import visible
from simulator.scenario.model import Scenario

FILE_NAME = "scenario.yaml"
"""What a scenario's file is called in its folder."""

_PATH_SHOWN = 200


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
    data = _bytes_of(file)
    source_hash = sha256(data).hexdigest()
    with _collector_off():
        kept = recall(source_hash, str(file))
        if kept is not None and folder_of(file) in ("", kept[0].id):
            return Examined(file, source_hash, *kept)
    scenario, problems = read_bytes(data, file)
    if scenario is not None:
        keep(source_hash, scenario, problems)
    return Examined(file, source_hash, scenario, problems)


def read_bytes(data: bytes, file: Path) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario that a file's bytes make, if it has no errors, and all problems in the order of the file."""
    with _collector_off():
        return _read_bytes(data, file)


def _read_bytes(data: bytes, file: Path) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """As `read_bytes`; a function of its own so that all but the result is gone when the collector comes back."""
    source, report = read_source(data, str(file))
    scenario = _examine_source(source, report, file) if source is not None else None
    return None if report.has_errors else scenario, report.problems()


def scenario_file(path: Path) -> Path:
    """The file meant by the path of a folder or file. Raises UsageError or MachineError if there is none."""
    file, is_there = path, False
    try:
        file = path / FILE_NAME if path.is_dir() else path
        if file.is_file():
            return file
        is_there = file.exists()
    except PermissionError as error:
        raise _unreadable(path, error) from None
    except (OSError, ValueError):
        pass  # a name that no file can have
    if is_there:
        raise UsageError(template("{path} is not a file that can be read"), path=_shown(file))
    hint = template("a scenario is a folder with a scenario.yaml in it")
    raise UsageError(template("there is no scenario at {path}"), hint, path=_shown(path))


def folder_of(file: Path) -> str:
    """The name of the folder that a scenario.yaml lies in; empty for a file of another name."""
    return file.resolve().parent.name if file.name == FILE_NAME else ""


def _examine_source(source: Source, report: Report, file: Path) -> Scenario | None:
    scenario = read_shape(source, report)
    written, names_are_complete = expressions_of(source.value)
    note_faults(written, source.places, report, with_names=names_are_complete)
    if scenario is not None:
        run_checks(Subject(scenario, written, folder_of(file)), source.places, report)
    return scenario


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(SIZE_MAX + 1)
    except OSError as error:
        raise _unreadable(file, error) from None


def _unreadable(path: Path, error: OSError) -> MachineError:
    return MachineError(template("{path} cannot be read: {reason}"), path=_shown(path), reason=error.strerror or error)


def _shown(path: Path) -> str:
    """A path within a message: on one line, and not endlessly long."""
    shown = visible(str(path))
    return shown if len(shown) <= _PATH_SHOWN else f"{shown[:_PATH_SHOWN]}…"


@contextmanager
def _collector_off() -> Iterator[None]:
    """Switch the cyclic garbage collector off: it would walk the growing tree again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _pass_as_old()
        if was_on:
            gc.enable()


def _pass_as_old() -> None:
    """Count all that is alive as old, so that the collector does not walk the new tree at once.

    Freezing does it and unfreezing takes back that old things would never be looked at. Where someone
    has frozen objects for good, they are left in peace.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
