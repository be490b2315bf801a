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
    found = [(number, read_as(Case, source, report, at=(number,))) for number in range(len(source.value))]
    numbered = [(number, case) for number, case in found if case is not None]
    _refuse_ids_twice(numbered, source, report)
    return [case for _, case in numbered]


def _refuse_ids_twice(numbered: list[tuple[int, Case]], source: Source, report: Report) -> None:
    """Answers name a case by its id: of two with the same one, nobody could say which was answered."""
    first: dict[str, int] = {}
    for number, case in numbered:
        line = source.places.of((number, "id")).line
        if case.id not in first:
            first[case.id] = line
            continue
        column = source.places.of((number, "id")).column
        told = template("the id `{id}` is taken already, by the case at line {first}")
        hint = template("give this one an id of its own")
        report.add("P201", line, column, told, hint, params={"id": case.id, "first": first[case.id]})
