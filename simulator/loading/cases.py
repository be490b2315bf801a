"""A file of cases -> Cases, read as strictly as a scenario."""

from __future__ import annotations

from pathlib import Path

from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.loading.files import bytes_of
from simulator.loading.loader import ScenarioInvalid
from simulator.loading.report import Report
from simulator.loading.shape import read_as
from simulator.loading.source import Source, read_source
from simulator.scenario.case import Case


def read_cases(path: Path) -> dict[str, Case]:
    """The cases of a file by their ids. Raises ScenarioInvalid with every problem, UsageError or MachineError."""
    if not path.is_file():
        raise UsageError(template("there is no file {path}"), path=path)
    source, report = read_source(bytes_of(path), str(path))
    read = _cases(source, report, path) if source is not None else []
    if report.has_errors:
        raise ScenarioInvalid(report.problems())
    return {case.id: case for case in read}


def _cases(source: Source, report: Report, path: Path) -> list[Case]:
    if not isinstance(source.value, tuple):
        raise UsageError(template("{path} is not a list of cases"), path=path)
    found = [read_as(Case, source, report, at=(number,)) for number in range(len(source.value))]
    return [case for case in found if case is not None]
