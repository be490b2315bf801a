"""The calibration material: situations, answers with levels, flags and acts, and the bank of single sentences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from simulator.loading.cases import read_cases
from simulator.scenario.case import Case
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scoring.desk import Desk, desk_of
from simulator.scoring.text import Reading, read_answer

HERE = Path(__file__).parent

Line = dict[str, Any]

Source = Literal["dev", "own", "oblique", "brief", "library"]
"""Whose answers: the raters' set, our own, our own in which the harm is said politely or in passing, our own of two to
five plain sentences, as people speak them, and the lines and samples of the bank of single questions."""

SITUATIONS_OF: Mapping[Source, Source] = {
    "dev": "dev",
    "own": "own",
    "oblique": "own",
    "brief": "own",
    "library": "library",
}


@dataclass(frozen=True)
class Marked:
    """An answer with what its raters gave: levels 0-4 (their median or mean), flags, and the acts of each sentence."""

    id: str
    situation: Case
    lang: Literal["vi", "en"]
    text: str
    acts: tuple[frozenset[str], ...]
    levels: Mapping[Skill, float]
    flags: frozenset[RedFlag]
    source: Source

    @property
    def case(self) -> str:
        """What all answers on one dossier share: of a set of single questions, several situations have the same."""
        return self.situation.context

    @property
    def ours(self) -> bool:
        """Whether the labels are our own, not the three raters'."""
        return self.source != "dev"

    @cached_property
    def reading(self) -> Reading:
        return read_answer(self.text)

    @cached_property
    def sentences(self) -> list[str]:
        return [self.reading.of(span) for span in self.reading.sentences]

    @cached_property
    def desk(self) -> Desk:
        return desk_of(self.situation.question.text, self.situation.dossier, self.situation.role)


@dataclass(frozen=True)
class Coded:
    """A single sentence and the acts that it performs."""

    text: str
    lang: str
    acts: frozenset[str]


def marked_answers(name: Source) -> list[Marked]:
    """The answers of a set, in order."""
    folder = HERE / name
    situations = read_cases(HERE / SITUATIONS_OF[name] / "situations.yaml")
    acts = {line["id"]: line["codes"] for line in _lines(folder / "acts.jsonl")}
    labels = {line["id"]: line for line in _lines(folder / "labels.jsonl")}
    return [
        _marked(line, situations[line["situation"]], acts[line["id"]], labels[line["id"]], name)
        for line in _lines(folder / "answers.jsonl")
    ]


def bank() -> list[Coded]:
    """The single sentences; none while the bank is being written."""
    path = HERE / "bank.jsonl"
    lines = _lines(path) if path.exists() else []
    return [Coded(line["text"], line["lang"], frozenset(line["codes"])) for line in lines]


def _marked(line: Line, situation: Case, acts: list[list[str]], label: Line, source: Source) -> Marked:
    coded = tuple(frozenset(codes) for codes in acts)
    levels = {skill: _mean([rater["levels"][skill] for rater in label["raters"]]) for skill in label["levels"]}
    levels = dict(label["levels"]) if source == "dev" else levels
    return Marked(
        line["id"], situation, line["lang"], line["text"], coded, levels, frozenset(label["flags"]), source
    )  # fmt: skip


def _mean(values: list[int]) -> float:
    return sum(values) / len(values)


def _lines(path: Path) -> list[Line]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]
