"""Everything that one run tells about the bytes of a scenario's file: source, shape, expressions, meaning."""

from __future__ import annotations

from simulator.loading.checks import run_checks
from simulator.loading.checks.subject import Subject
from simulator.loading.expressions import expressions_of, note_faults
from simulator.loading.problems import Problem
from simulator.loading.report import Report
from simulator.loading.shape import read_shape
from simulator.loading.source import Source, read_source
from simulator.scenario.model import Scenario


def examine_bytes(data: bytes, file: str, folder: str) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario, if it has no errors, and all problems in the order of the file.

    `folder` is the name of the folder that must be the scenario's id, or empty.
    """
    source, report = read_source(data, file)
    scenario = _examine_source(source, report, folder) if source is not None else None
    return None if report.has_errors else scenario, report.problems()


def _examine_source(source: Source, report: Report, folder: str) -> Scenario | None:
    scenario = read_shape(source, report)
    written, names_are_complete = expressions_of(source.value)
    note_faults(written, source.places, report, with_names=names_are_complete)
    if scenario is not None:
        run_checks(Subject(scenario, written, folder), source.places, report)
    return scenario
