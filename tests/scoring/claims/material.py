"""The pairs of answers that conflict, or only look so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from simulator.loading.cases import read_cases
from simulator.scenario.dossier import Dossier
from simulator.scoring.claims import Conflict, claims_of, conflicts

_HERE = Path(__file__).parent
_SITUATIONS = _HERE.parents[1] / "grading" / "dev" / "situations.yaml"


@dataclass(frozen=True)
class Pair:
    """Two answers, or one and a dossier; `conflict` is the kind of claim that conflicts, if any does.

    `held_out`: looked at once, when the rules stood. `spent`: held out at first, and mended after that look.
    """

    id: str
    lang: str
    later: str
    earlier: str = ""
    dossier: str = ""
    conflict: str = ""
    why: str = ""
    held_out: bool = False
    spent: bool = False


def pairs() -> list[Pair]:
    kept: list[dict[str, Any]] = yaml.safe_load((_HERE / "pairs.yaml").read_text(encoding="utf-8"))
    return [Pair(**each) for each in kept]


def dossiers() -> dict[str, Dossier]:
    return {name: case.dossier for name, case in read_cases(_SITUATIONS).items()}


def judged(pair: Pair, known: dict[str, Dossier]) -> tuple[Conflict, ...]:
    """The conflicts found in a pair."""
    earlier = [(1, claims_of(pair.earlier))] if pair.earlier else []
    return conflicts(claims_of(pair.later), earlier, known.get(pair.dossier))
