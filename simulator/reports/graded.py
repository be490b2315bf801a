"""A graded answer as one line of JSON, the shape that `podium agreement` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from simulator.language.catalogue import Catalogue
from simulator.loading.unseen import UNSEEN
from simulator.scenario.assessment import Finding
from simulator.scoring.judge.judged import Judged


def as_line(name: str, judged: Judged, catalogue: Catalogue) -> str:
    """The object on one line, without its end; only characters that can be seen, and that UTF-8 has."""
    told = json.dumps(as_object(name, judged, catalogue), ensure_ascii=False)
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", told)


def as_object(name: str, judged: Judged, catalogue: Catalogue) -> dict[str, Any]:
    """Levels, expected levels, flags, overall and findings; reasons in the catalogue's language.

    Where a judge was heard, `judge` says what it moved (the rules' level), where a human should look (its own level),
    and which flags it proposes; where it was not heard, why.
    """
    assessment = judged.graded.assessment
    made: dict[str, Any] = {
        "id": name,
        "levels": dict(assessment.levels),
        "expected": {skill: round(value, 3) for skill, value in judged.graded.expected.items()},
        "flags": list(assessment.flags),
        "overall": assessment.overall,
        "findings": [_finding(finding, catalogue) for finding in assessment.findings],
        "grader": assessment.grader,
    }
    of_judge = _of_judge(judged, catalogue)
    return made | {"judge": of_judge} if of_judge else made


def _finding(finding: Finding, catalogue: Catalogue) -> dict[str, Any]:
    about = {"skill": finding.skill} if finding.skill else {"flag": finding.flag}
    return {**about, "start": finding.start, "end": finding.end, "because": catalogue.say(finding.because)}


def _of_judge(judged: Judged, catalogue: Catalogue) -> Mapping[str, Any]:
    told: dict[str, Any] = {}
    if judged.moved:
        told["moved"] = dict(judged.moved)
    if judged.look:
        told["look"] = dict(judged.look)
    if judged.proposed:
        told["proposed"] = [_finding(finding, catalogue) for finding in judged.proposed]
    if judged.note:
        told["note"] = catalogue.say(judged.note)
    return told
