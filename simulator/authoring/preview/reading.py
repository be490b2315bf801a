"""What one look at the file tells: the scenario if it is sound, the problems, and on which line each scene begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from simulator.loading.loader import read_bytes, read_told
from simulator.loading.problems import Problem
from simulator.loading.source import read_source
from simulator.scenario.model import Language, Scenario


class Translated(NamedTuple):
    """The bytes of a translation's file."""

    language: Language
    file: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """One state of the file, with all its bytes.

    `version` counts the states from 1. `original` is the scenario as it was written, which `scenario` may tell in
    another language. `gone` tells that there is no file any more; the rest is then as it was.
    """

    file: Path
    version: int
    data: bytes
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    original: Scenario | None = None
    gone: bool = False

    @property
    def lines(self) -> Mapping[str, int]:
        """The line on which each scene begins, by id; empty where the file cannot be read as YAML."""
        return _lines(self.data)

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)

    def scene_of(self, problem: Problem) -> str:
        """The scene within which a problem stands; empty before the first, and in another file."""
        return self.scene_at(problem.line) if problem.file == str(self.file) else ""

    def scene_at(self, line: int) -> str:
        """The scene within which a line of the file stands; empty before the first."""
        found = ""
        for scene, start in self.lines.items():
            if start <= line:
                found = scene
        return found


def read(data: bytes, file: Path, version: int, told: Translated | None = None) -> Reading:
    """Read the bytes of a file, whatever they are; and tell the scenario in another language, if one is wanted."""
    scenario, problems = read_bytes(data, file)
    original = scenario
    if scenario is not None and told is not None and told.language != scenario.language:
        retold = read_told(data, file, told.language, told.data, told.file)
        scenario, problems = retold.scenario or scenario, (*problems, *retold.problems)
    return Reading(file, version, data, scenario, sorted_problems(problems), original)


def sorted_problems(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Errors first, each kind in the order of the file."""
    return tuple(sorted(problems, key=lambda problem: (problem.severity != "error", problem.line, problem.column)))


@lru_cache(2)
def _lines(data: bytes) -> Mapping[str, int]:
    # As long as reading the file itself takes, and mostly not asked for: so not done beforehand.
    source, _ = read_source(data, "")
    written = source.value.get("scenes") if source is not None and isinstance(source.value, dict) else None
    if source is None or not isinstance(written, tuple):
        return {}
    found: dict[str, int] = {}
    for number, scene in enumerate(written):
        if isinstance(scene, dict) and isinstance(scene.get("id"), str):
            found.setdefault(scene["id"], source.places.of(("scenes", number)).line)
    return found
