"""Agreement as JSON: names as in the scenario, figures as counted; what to do in the catalogue's language."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from simulator.authoring.agreement.causes import Cause
from simulator.authoring.agreement.compared import Compared
from simulator.authoring.agreement.result import Agreement, Difference
from simulator.authoring.agreement.words import advice_of, wanted_in_words
from simulator.language.catalogue import Catalogue
from simulator.reports.agreement import FlagRow, Row


def as_json(agreements: Sequence[Agreement], catalogue: Catalogue) -> str:
    """JSON, indented, in UTF-8 characters; what cannot be counted is null."""
    return json.dumps({"scenarios": [_plain(one, catalogue) for one in agreements]}, ensure_ascii=False, indent=2)


def _plain(one: Agreement, catalogue: Catalogue) -> Mapping[str, Any]:
    return {
        "scenario": one.scenario.id,
        "grader": one.answers[0].graded.grader if one.answers else None,
        "skills": {row.name: _row(row, one) for row in one.skills},
        "all": _row(one.pooled, one),
        "flags": {row.name: _flag(row) for row in one.flags},
        "answers": [_answer(answer) for answer in one.answers],
        "differences": [_difference(each, catalogue) for each in one.differences],
        "wanted": [{"kind": each.kind, "told": wanted_in_words(each, catalogue)} for each in one.wanted],
    }


def _row(row: Row, of: Agreement) -> Mapping[str, Any]:
    named = ("kappa", "low", "high", "exact", "within_one")
    figures = {name: _figure(getattr(row, name)) for name in named}
    return {"n": row.pairs, **figures, "gap": _figure(of.mean_gap(row.name))}


def _flag(row: FlagRow) -> Mapping[str, Any]:
    counted = {"expected": row.labelled, "raised": row.raised, "right": row.right}
    return {**counted, "precision": _figure(row.precision), "recall": _figure(row.recall)}


def _figure(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 3)


def _answer(answer: Compared) -> Mapping[str, Any]:
    return {
        "question": answer.question.id,
        "id": answer.written.id,
        "kind": answer.kind,
        "language": answer.language,
        "author": {"levels": dict(answer.written.levels), "flags": list(answer.written.flags)},
        "grader": {"levels": dict(answer.graded.levels), "flags": list(answer.graded.flags)},
    }


def _difference(one: Difference, catalogue: Catalogue) -> Mapping[str, Any]:
    levels = {"skill": one.skill, "author": one.author, "grader": one.grader} if one.skill else {}
    return {"answer": one.answer.name, **levels, "causes": [_cause(cause, catalogue) for cause in one.causes]}


def _cause(cause: Cause, catalogue: Catalogue) -> Mapping[str, Any]:
    because = catalogue.say(cause.because) if cause.because else ""
    return {"kind": cause.kind, "words": cause.words, "because": because, "advice": advice_of(cause, catalogue)}
