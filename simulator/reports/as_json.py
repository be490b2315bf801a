"""Reports as JSON: every field of the value, under its own name."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass

from pydantic import BaseModel

from simulator.reports.debrief import Debrief
from simulator.reports.front_page import FrontPage
from simulator.reports.what_if import Comparison


def as_json(report: Debrief | FrontPage | Comparison) -> str:
    """JSON, indented, in UTF-8 characters. Each question of a debrief also has the grade that counts."""
    data = asdict(report)
    if isinstance(report, Debrief):
        for written, question in zip(data["questions"], report.questions, strict=True):
            counted = question.counted
            written["counted"] = {"levels": counted.levels, "flags": counted.flags, "overall": counted.overall}
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
