"""A playtest's report as JSON: names as in the scenario, figures as counted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from simulator.authoring.playtest.calibration import Suggestion
from simulator.authoring.playtest.coverage import coverage, places
from simulator.authoring.playtest.failures import told
from simulator.authoring.playtest.playtest import Outcomes, Playtest
from simulator.language.catalogue import Catalogue


def as_json(playtest: Playtest, calibrated: Sequence[Suggestion], catalogue: Catalogue) -> str:
    """JSON, indented, in UTF-8 characters; only why a run failed is in the catalogue's language."""
    found = places(playtest)
    report = {
        "scenario": playtest.scenario.id,
        "runs": playtest.runs,
        "seed": playtest.seed,
        "own_words": playtest.own_words is not None,
        "coverage": coverage(found),
        "places": [asdict(place) for place in found],
        "never": [_named(place.scene, place.choice) for place in found if not place.hits],
        "personas": {persona: _outcomes(came) for persona, came in playtest.personas.items()},
        "calibration": [asdict(one) for one in calibrated],
        "failed": playtest.failed,
        "failures": [
            {"persona": one.persona, "seed": one.seed, "why": told(one, catalogue), "steps": one.steps}
            for one in playtest.failures
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _outcomes(came: Outcomes) -> Mapping[str, Any]:
    figures = {name: _counts(getattr(came, name)) for name in ("score", "trust", "heat")}
    return {"runs": came.runs, "endings": dict(came.endings.most_common()), **figures}


def _counts(figures: Counter[int]) -> Mapping[str, int]:
    return {str(figure): figures[figure] for figure in sorted(figures)}


def _named(scene: str, choice: str) -> str:
    return f"{scene}.{choice}" if choice else scene
