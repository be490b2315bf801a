"""What a playtest came to, laid over a drawing: hits and mean grade of each scene, and of each of its choices."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from simulator.errors import UsageError
from simulator.language.catalogue import Catalogue, template

_Count = Annotated[int, Field(ge=0, le=10**12)]
_Percent = Annotated[int, Field(ge=0, le=100)]


class _Report(BaseModel):
    """What is needed of a report by `podium playtest --format json`; the rest of it is left alone."""

    model_config = ConfigDict(extra="ignore")

    scenario: str
    runs: _Count
    seed: int
    coverage: _Percent
    places: list[_Place]


class _Place(BaseModel):
    model_config = ConfigDict(extra="ignore")

    scene: str
    choice: str
    hits: _Count
    grade: _Percent | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """How often one thing came up, and its (mean) grade, 0-100; None where nothing is graded."""

    name: str
    hits: int
    grade: int | None = None

    def in_words(self, catalogue: Catalogue) -> str:
        """The same as plain text, such as `×120 · 64`."""
        if not self.hits:
            return catalogue.say(NEVER)
        return f"×{self.hits}" + ("" if self.grade is None else f" · {self.grade}")


NEVER = template("✗ never")
LEGEND = template(
    "×120 · 64 above a scene: the runs came to it 120 times, and its answers had a mean grade of 64 of 100, which the"
    " bar below it shows; ✗ where none came"
)


@dataclass(frozen=True, slots=True)
class Played:
    """A playtest by scene; a scene that the report does not know is not in it."""

    runs: int
    seed: int
    coverage: int
    scenes: Mapping[str, Hits]
    choices: Mapping[str, Sequence[Hits]]

    def head(self, catalogue: Catalogue) -> str:
        """What stands above the drawing."""
        told = template("playtest: {runs} runs from seed {seed}, coverage {coverage} %")
        return catalogue.say(told, runs=self.runs, seed=self.seed, coverage=self.coverage)


def read_played(text: str, path: str, scenario_id: str) -> Played:
    """The report in a file of this text. Raises UsageError where it is none, or of another scenario."""
    try:
        report = _Report.model_validate(json.loads(text))
    except (ValueError, ValidationError, RecursionError):
        hint = template("it is made by: podium playtest {scenario} --format json")
        told = template("{path} is no report of a playtest")
        raise UsageError(told, hint, path=path, scenario=scenario_id) from None
    if report.scenario != scenario_id:
        told = template("{path} is a playtest of `{other}`, not of `{scenario}`")
        raise UsageError(told, path=path, other=report.scenario[:80], scenario=scenario_id)
    scenes = {one.scene: Hits(one.scene, one.hits, one.grade) for one in report.places if not one.choice}
    choices: dict[str, list[Hits]] = {}
    for one in report.places:
        if one.choice:
            choices.setdefault(one.scene, []).append(Hits(one.choice, one.hits, one.grade))
    return Played(report.runs, report.seed, report.coverage, scenes, choices)
