"""The shipped calibration: heads, context, levels, flags and the restorer, made by `python -m tests.grading.calibrate`.

A calibration belongs to one encoder and its version, and is refused with any other: thresholds do not travel.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from simulator.errors import MachineError
from simulator.language.catalogue import template
from simulator.scoring.context import Context
from simulator.scoring.flags import Flags
from simulator.scoring.heads import Heads
from simulator.scoring.levels import Levels
from simulator.scoring.restore import Restorer

FORMAT = 1


@dataclass(frozen=True)
class Calibration:
    """What was learned with one encoder."""

    encoder: str
    heads: Heads
    context: Context
    levels: Levels
    flags: Flags
    restorer: Restorer

    def as_json(self) -> dict[str, Any]:
        """All but the restorer, which belongs to no encoder."""
        return {
            "format": FORMAT,
            "encoder": self.encoder,
            "heads": self.heads.as_json(),
            "context": self.context.as_json(),
            "levels": self.levels.as_json(),
            "flags": self.flags.as_json(),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any], restorer: Restorer) -> Calibration:
        return cls(
            kept["encoder"],
            Heads.from_json(kept["heads"]),
            Context.from_json(kept["context"]),
            Levels.from_json(kept["levels"]),
            Flags.from_json(kept["flags"]),
            restorer,
        )


def calibration_for(encoder: str) -> Calibration | None:
    """The shipped calibration made with this very encoder; None if there is none."""
    calibration = _shipped(encoder.split(" ")[0])
    return calibration if calibration and calibration.encoder == encoder else None


@lru_cache(maxsize=2)
def _shipped(name: str) -> Calibration | None:
    folder = resources.files("simulator.scoring") / "model"
    if not (folder / f"{name}.json").is_file():
        return None
    kept = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    if kept["format"] != FORMAT:
        raise MachineError(template("the grader's calibration is of another version of Podium"))
    restorer = Restorer.from_json(json.loads((folder / "syllables.json").read_text(encoding="utf-8")))
    return Calibration.from_json(kept, restorer)
