"""From a path to a Scenario: every problem of one run, or the scenario ready to be played."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import ExitCode, PodiumError, UsageError
from simulator.language.catalogue import template
from simulator.loading.cache import Kept, keep, recall
from simulator.loading.collector import collector_off
from simulator.loading.files import FILE_NAME as FILE_NAME
from simulator.loading.files import bytes_of, folder_of, scenario_file
from simulator.loading.problems import Problem
from simulator.loading.translation.files import translation_file
from simulator.scenario.model import Language, Scenario

if TYPE_CHECKING:
    from simulator.loading.translation.telling import Told


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
    untranslated: int = 0
    """How many of its texts are not translated into the language asked for, and therefore in the original."""
    original: Language | None = None
    """The language that it was written in, where it is told in another."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario that can be played, with the sha256 of its source for the journal.

    The hash is that of the scenario's own file in every language: a changed translation changes no session.
    `untranslated` texts stand in the original language.
    """

    scenario: Scenario
    source_hash: str
    path: Path
    original: Language
    untranslated: int = 0


def load(path: Path, language: Language | None = None) -> Loaded:
    """The scenario of a folder or file: as it was written, or told in a language.

    Raises ScenarioInvalid (for errors of the translation too), UsageError (where there is no translation) or
    MachineError.
    """
    examined = examine(path, language)
    scenario = examined.scenario
    if scenario is None:
        raise ScenarioInvalid(examined.problems)
    if language not in (None, scenario.language):
        hint = template("`podium translate {id} --to {language}` begins a translation")
        told = template("{id} has not been translated into `{language}`")
        raise UsageError(told, hint, id=scenario.id, language=language)
    return _loaded(examined, scenario)


def load_best(path: Path, language: Language) -> Loaded:
    """The scenario told in a language, if there is a sound translation; else as it was written. Raises as `load`."""
    examined = examine_best(path, language)
    if examined.scenario is None:
        raise ScenarioInvalid(examined.problems)
    return _loaded(examined, examined.scenario)


def _loaded(examined: Examined, scenario: Scenario) -> Loaded:
    original = examined.original or scenario.language
    return Loaded(scenario, examined.source_hash, examined.path, original, examined.untranslated)


def load_scenario(path: Path) -> Scenario:
    """The scenario of a folder or file. Raises ScenarioInvalid, UsageError or MachineError."""
    return load(path).scenario


def read_scenario(path: Path) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario of a folder or file, if it has no errors, and all problems in the order of the file.

    Raises UsageError or MachineError if there is no file to read.
    """
    examined = examine(path)
    return examined.scenario, examined.problems


def examine(path: Path, language: Language | None = None) -> Examined:
    """All that one run tells about a folder or file. Raises UsageError or MachineError if there is no file to read.

    With a language that it is translated into: about the translation, and the scenario told in that language.
    """
    file = scenario_file(Path(path))
    data = bytes_of(file)
    source_hash = sha256(data).hexdigest()
    translation = translation_file(file, language) if language else None
    if language and translation and translation.is_file():
        return _examine_told(file, data, source_hash, language, translation)
    with collector_off():
        kept = recall(source_hash, str(file))
        if kept is not None and folder_of(file) in ("", kept.scenario.id):
            return Examined(file, source_hash, kept.scenario, kept.problems)
    scenario, problems = read_bytes(data, file)
    if scenario is not None:
        keep(source_hash, Kept(scenario, problems))
    return Examined(file, source_hash, scenario, problems)


def examine_best(path: Path, language: Language | None) -> Examined:
    """The same, told in a language if there is a sound translation, else as it was written. Raises as `examine`."""
    told = examine(path, language)
    return told if told.scenario is not None or language is None else examine(path)


def _examine_told(file: Path, data: bytes, source_hash: str, language: Language, translation: Path) -> Examined:
    told_by = bytes_of(translation)
    key = f"{source_hash} {language} {sha256(told_by).hexdigest()}"
    with collector_off():
        kept = recall(key, str(translation))
        if kept is not None and folder_of(file) in ("", kept.scenario.id):
            return Examined(file, source_hash, *kept)
        told = read_told(data, file, language, told_by, translation)
    if told.scenario is not None:
        keep(key, Kept(told.scenario, told.problems, told.untranslated, told.original))
    return Examined(file, source_hash, told.scenario, told.problems, told.untranslated, told.original)


def read_told(data: bytes, file: Path, language: Language, translation: bytes, translation_file: Path) -> Told:
    """The scenario that a file's bytes make, told in another language by those of a translation's file."""
    from simulator.loading.examination import examine_told

    return examine_told(data, str(file), folder_of(file), language, translation, str(translation_file))


def read_bytes(data: bytes, file: Path) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario that a file's bytes make, if it has no errors, and all problems in the order of the file."""
    # Not needed for what the cache knows, and YAML and the checks take their time to import.
    from simulator.loading.examination import examine_bytes

    with collector_off():
        return examine_bytes(data, str(file), folder_of(file))
