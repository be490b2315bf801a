"""Everything that one run tells about the bytes of a scenario's file: source, shape, expressions, meaning."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.loading.checks import run_checks
from simulator.loading.checks.beside_holes import may_lack_names, run_checks_beside_holes
from simulator.loading.checks.subject import Subject
from simulator.loading.expressions import expressions_of, note_faults
from simulator.loading.problems import Problem
from simulator.loading.report import Report
from simulator.loading.shape import read_shape
from simulator.loading.sound_parts import sound_parts
from simulator.loading.source import Source, read_source
from simulator.loading.translation.telling import Told, told_in
from simulator.scenario.model import Language, Scenario


def examine_bytes(data: bytes, file: str, folder: str) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario, if it has no errors, and all problems in the order of the file.

    `folder` is the name of the folder that must be the scenario's id, or empty.
    """
    source, report = read_source(data, file)
    scenario = _examine_source(source, report, folder) if source is not None else None
    return None if report.has_errors else scenario, report.problems()


def examine_told(
    data: bytes, file: str, folder: str, language: Language, translation: bytes, translation_file: str
) -> Told:
    """The same scenario told in another language, by the bytes of a translation's file.

    Where the scenario itself has errors, these are the problems; else those of the translation.
    """
    source, report = read_source(data, file)
    scenario = _examine_source(source, report, folder) if source is not None else None
    if source is None or scenario is None or report.has_errors:
        return Told(None, report.problems())
    return told_in(language, scenario, source, translation, translation_file)


def _examine_source(source: Source, report: Report, folder: str) -> Scenario | None:
    scenario = read_shape(source, report)
    is_one = isinstance(source.value, Mapping) and "P111" not in report.codes()
    sound = sound_parts(source, report) if scenario is None and is_one else None
    written, names_are_complete = expressions_of(source.value)
    knows_names = names_are_complete and not (sound is not None and may_lack_names(sound))
    note_faults(written, source.places, report, with_names=knows_names)
    if scenario is not None:
        run_checks(Subject(scenario, written, folder), source.places, report)
    elif sound is not None:
        run_checks_beside_holes(Subject(sound.scenario, written, folder), sound, source.places, report)
    return scenario
